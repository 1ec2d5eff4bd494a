import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../../../build/version.gen.ts';
import type { EngineFacts, EnginePort, EngineSettings, ScreenItem } from '../../../src/contract/engine.ts';
import type { Context, Message } from '../../../src/contract/message.ts';
import { parseSettings } from '../../../src/contract/parse-settings.ts';
import { assetsFor } from '../../../src/contract/required-assets.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import type { Verdict } from '../../../src/contract/verdict.ts';
import { noticeAssets, withNotices } from '../../../src/host/notices.ts';
import { Engine } from '../../../src/worker/engine.ts';
import { NoticeEngine } from '../../../src/worker/notices-engine.ts';
import type { ReadPlainly } from '../../../src/worker/switches.ts';
import { messageOf } from '../contract/samples.ts';
import { screenItem } from '../../fixtures/screen-item.ts';

const BUILD = join(import.meta.dirname, '../../../build');

/** A built asset as the page would hand it over: a buffer of its own. */
export function builtAsset(name: string): ArrayBuffer {
  const path = join(BUILD, name);
  if (!existsSync(path)) throw new Error(`build/${name} is missing: run npm run build`);
  return new Uint8Array(readFileSync(path)).buffer;
}

export function builtAssets(settings: EngineSettings): Record<string, ArrayBuffer> {
  return Object.fromEntries(assetsFor(settings).map((name) => [name, isUnknownList(name) ? new ArrayBuffer(0) : builtAsset(name)]));
}

/** The page hands over nothing for a default list that the package does not have. */
function isUnknownList(name: string): boolean {
  return name.startsWith('words-') && !existsSync(join(BUILD, name));
}

/** Settings from the parts that matter to a test. */
export function settingsOf(parts: object): Settings {
  return parseSettings({ schemaVersion: 1, ...parts });
}

/** Hidden words alone. */
export function wordsOnly(...words: readonly (string | { text: string; match?: string })[]): Settings {
  return settingsOf({ scam: { enabled: false }, hiddenWords: { words } });
}

/** The text engine with that of notices behind it, as a page and Node have them. @param asset where the tables of notices come from */
export function joined(text: Engine, asset: (name: string) => ArrayBuffer = builtAsset): Engine & EnginePort {
  return Object.assign(text, withNotices({
    screen: text.screen.bind(text), explain: text.explain.bind(text), replay: text.replay.bind(text), forget: text.forget.bind(text),
  }, {
    inTime: (work) => work,
    async open(scam, held) {
      const notices = new NoticeEngine();
      await notices.start({ version: VERSION, assets: await noticeAssets({ load: (name) => Promise.resolve(asset(name)) }, scam), records: [...held.values()] });
      return Object.assign(notices, { end: () => Promise.resolve() });
    },
  }));
}

export async function startEngine(
  settings: EngineSettings, assets: Record<string, ArrayBuffer> = builtAssets(settings), readPlainly?: ReadPlainly,
): Promise<{ engine: Engine & EnginePort; facts: EngineFacts }> {
  const engine = joined(new Engine(readPlainly), (name) => assets[name] ?? builtAsset(name));
  const facts = await engine.start({ version: VERSION, settings, assets, records: [] });
  return { engine, facts };
}

export function itemOf(message: Partial<Message>, context: Context | Context['relationship'] = 'stranger', mode: 'live' | 'history' = 'live', now = 1_750_000_000_000): ScreenItem {
  return screenItem(messageOf(message), typeof context === 'string' ? { relationship: context, me: { ageBand: 'adult' } } : context, now, mode);
}

export async function verdictOf(engine: Pick<Engine, 'screen'>, ...item: Parameters<typeof itemOf>): Promise<Verdict> {
  const [reply] = await engine.screen([itemOf(...item)]);
  if (reply === undefined) throw new Error('no reply');
  return reply.verdict;
}
