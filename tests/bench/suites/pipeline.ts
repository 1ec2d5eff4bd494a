import { assetsFor } from '../../../src/contract/required-assets.ts';
import { VERSION } from '../../../build/version.gen.ts';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import type { ScreenItem } from '../../../src/contract/engine.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import type { Engine } from '../../../src/worker/engine.ts';
import { measureAsync, rounded, turns, type AsyncContender, type BenchRow } from '../measure.ts';
import { makeLinesOf, makeWords } from '../synthetic.ts';
import { readAsset } from './kernel.ts';
import { screenItem } from '../../fixtures/screen-item.ts';
import { loadShipped } from './shipped.ts';
import type { SuiteOptions } from './suite.ts';

const BATCH = 256;
const WORDS = 1_000;
/** Two of these messages in a week are told of; here each comes a week after the one before. */
const SCAM = 'Congratulations, you have won a $1000 gift card! Claim it: http://prize.example';
const WEEK_MS = 8 * 24 * 60 * 60 * 1000;

/** One 80-unit message of a stranger through everything, in this process: the engine alone, and as a host calls it. */
export async function pipelineSuite({ root, quick }: SuiteOptions): Promise<readonly BenchRow[]> {
  const texts = makeLinesOf(80, 1_024, 29);
  const words = makeWords(WORDS).map((text) => ({ text }));
  const all: Settings = { ...defaultSettings(), hiddenWords: { enabled: true, words, lists: [], allow: [] }, scam: { enabled: true } };
  const wordsOnly: Settings = { ...all, scam: { enabled: false }, notices: 'off' };
  const engine = await startEngine(root, all);
  const withoutScam = await startEngine(root, wordsOnly);
  const { createSafety } = await loadShipped(root);
  const safety = await createSafety({ settings: all, now: () => 0 });
  let now = 0;
  const telling = await createSafety({ settings: all, now: () => now });
  const next = messages(texts);
  const contenders: readonly AsyncContender[] = [
    batchOf('engine, all text features', engine, next),
    batchOf('engine, hidden words and links only', withoutScam, next),
    { name: 'engine, all text features, one call a message', run: async () => (await engine.screen([next()])).length },
    {
      name: 'createSafety in Node, one call a message',
      async run() {
        const { message, context } = next();
        return (await safety.screenMessage(message, context)).delivery.length;
      },
    },
    {
      name: 'createSafety in Node, a message with a notice',
      async run() {
        const { message, context } = next();
        now += WEEK_MS;
        const { notices } = await telling.screenMessage({ ...message, conversationId: message.id, text: SCAM }, context);
        if (notices.length !== 1) throw new Error('The message that is measured had no notice.');
        return notices.length;
      },
    },
  ];
  const measured = await measureAsync(contenders, turns(quick));
  await safety.dispose();
  await telling.dispose();
  const plain = measured.at(-2);
  // The first two do a batch in one operation.
  return measured.map(({ name, n, medianUs }, index) => {
    const messagesEach = index < 2 ? BATCH : 1;
    const row = { suite: 'pipeline', case: `${name}, 80 characters`, n: n * messagesEach, median_us: rounded(medianUs / messagesEach) };
    return plain && index === measured.length - 1 ? { ...row, ratio_to: `${plain.name}, 80 characters`, ratio: rounded(plain.medianUs / medianUs) } : row;
  });
}

function batchOf(name: string, engine: Engine, next: () => ScreenItem): AsyncContender {
  return { name, run: async () => (await engine.screen(Array.from({ length: BATCH }, next))).length };
}

/** Every message is new and a conversation has 64 of them: nothing is answered from memory. */
function messages(texts: readonly string[]): () => ScreenItem {
  let count = 0;
  return () => {
    count += 1;
    return screenItem({
      id: `m${count}`, conversationId: `c${count >> 6}`, kind: 'text', text: texts[count % texts.length] ?? '', sentAt: count, direction: 'incoming',
    }, { relationship: 'stranger', me: { ageBand: 'adult' } }, count);
  };
}

async function startEngine(root: string, settings: Settings): Promise<Engine> {
  const shipped = await loadShipped(root);
  const engine = new shipped.Engine();
  await engine.start({
    version: VERSION, settings, records: [], assets: Object.fromEntries(assetsFor(settings).map((name) => [name, readAsset(root, name).buffer])),
  });
  return engine;
}
