import type { ConfigureReply, EnginePort, RejectedWord } from '../contract/engine.ts';
import { defaultSettings } from '../contract/default-settings.ts';
import { isSafetyError } from '../contract/errors.ts';
import type { SafetyErrorCode } from '../contract/errors.ts';
import { parseSettings } from '../contract/parse-settings.ts';
import { assetsFor, scoresScams } from '../contract/required-assets.ts';
import type { HiddenWordsChange } from '../contract/safety.ts';
import type { Settings } from '../contract/settings.ts';
import type { Degraded } from '../contract/verdict.ts';
import type { AssetSource } from './port.ts';
import { freeze } from './screening.ts';
import type { Records } from './store.ts';
import type { Tabs } from './tabs.ts';

export interface SettingsDeskOptions {
  readonly port: EnginePort;
  readonly assets: AssetSource;
  readonly records: Records;
  readonly tabs: Tabs;
  readonly storeDeadlineMs: number;
  readonly onChange: (settings: Settings) => void;
}

/**
 * The settings in force: the engine has them, the store keeps them, the other tabs hear of them. Every method but
 * `open` runs within a turn of the queue, so one change ends before the next begins.
 */
export interface SettingsDesk {
  readonly current: Settings;
  /** What the engine made of them. */
  readonly reply: ConfigureReply;
  /** What was wrong with the stored settings, until they are set anew, and what could not be deleted. */
  readonly standing: readonly Degraded[];
  /** Before the engine starts: the host's settings, else the stored ones, else the default. @throws {SafetyError} settings-invalid, settings-too-new */
  open(given: Settings | undefined): Promise<void>;
  /** Once, after the engine started with `current`: stores what the host gave, and deletes the records of what is off. */
  keep(): Promise<void>;
  /** What `start` of the engine said. */
  started(reply: ConfigureReply): void;
  /** @throws {SafetyError} settings-invalid, settings-too-new, worker-failed, deadline */
  apply(next: unknown): Promise<HiddenWordsChange>;
  /** `change` sees the newest settings, another tab's included. `added` counts the words put at the end. */
  edit(change: (settings: Settings) => { readonly settings: Settings; readonly added: number }): Promise<EditReply>;
  /** Another tab changed the settings. */
  adopt(): Promise<void>;
  /** Back to the default, stored nowhere. */
  reset(): Promise<void>;
  bytes(settings: Settings): Promise<Readonly<Record<string, ArrayBuffer>>>;
  /** Names of the assets that were handed to the engine. */
  readonly used: ReadonlySet<string>;
}

export interface EditReply extends HiddenWordsChange {
  /** As in `rejected`, by place among the added words; those words are not kept. */
  readonly rejected: readonly RejectedWord[];
}

const NAME = { table: 'settings', key: 'current' } as const;

export function createSettingsDesk(options: SettingsDeskOptions): SettingsDesk {
  const { port, records, tabs } = options;
  let current: Settings = freeze(defaultSettings());
  let inForce: ConfigureReply = { rejected: [], unicodeVersion: '' };
  let stored: string | undefined;
  let trouble: SafetyErrorCode | undefined;
  /** Why records of what is off may still be there. */
  let undeleted: SafetyErrorCode | undefined;
  let mayStore = true;
  const used = new Set<string>();

  /** Reads the stored settings anew; `undefined` where there are none that can be read. */
  async function look(): Promise<Settings | undefined> {
    const [record] = await records.refresh([NAME]);
    const code = records.trouble(NAME);
    if (record === undefined) {
      trouble = code ?? trouble;
      return stored === undefined ? undefined : parseSettings(JSON.parse(stored));
    }
    trouble = code;
    stored = undefined;
    if (record.bytes === null) return undefined;
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(record.bytes);
      const settings = parseSettings(JSON.parse(text));
      stored = text;
      return settings;
    } catch (error) {
      trouble = isSafetyError(error) ? error.code : 'settings-invalid';
      return undefined;
    }
  }

  async function bytes(settings: Settings, but: readonly string[] = []): Promise<Readonly<Record<string, ArrayBuffer>>> {
    const loaded: Record<string, ArrayBuffer> = {};
    for (const name of assetsFor(settings)) {
      if (but.includes(name)) continue;
      loaded[name] = await options.assets.load(name);
      used.add(name);
    }
    return loaded;
  }

  async function configure(next: Settings): Promise<ConfigureReply> {
    const reply = await port.configure({ settings: next, assets: await bytes(next, assetsFor(current)) });
    const before = current;
    current = freeze(next);
    inForce = freeze(reply);
    if (scoresScams(before) && !scoresScams(next)) {
      // An engine that cannot answer was ended and has lost its memory, which is what is wanted.
      await port.forget({ everything: true }).catch(() => undefined);
      records.reset();
    }
    await dropConversations();
    return reply;
  }

  /** Off means its records are deleted, also those of an earlier start, and those that could not be deleted before. */
  async function dropConversations(): Promise<void> {
    undeleted = undefined;
    if (scoresScams(current)) return;
    try {
      const names = await records.list('conversation');
      if (names.length === 0) return;
      await records.write(names.map((name) => ({ ...name, bytes: null })));
      tabs.announce('forgotten');
    } catch (error) {
      undeleted = codeOf(error);
    }
  }

  async function put(): Promise<void> {
    const text = JSON.stringify(current);
    if (text === stored && trouble === undefined) return;
    try {
      await records.write([{ ...NAME, bytes: new TextEncoder().encode(text) }]);
      stored = text;
      trouble = undefined;
      tabs.announce('settings');
    } catch (error) {
      // In force all the same; the host has them in hand and every verdict says that they are not kept.
      trouble = codeOf(error);
    }
  }

  async function change(next: Settings): Promise<ConfigureReply> {
    const reply = await configure(next);
    options.onChange(current);
    return reply;
  }

  /** The store's turn, or without it where the store does not answer: a person's change does not wait for that. */
  async function inTurn(work: () => Promise<void>): Promise<void> {
    let begun = false;
    try {
      await tabs.exclusive(options.storeDeadlineMs, () => {
        begun = true;
        return work();
      });
    } catch (error) {
      if (begun || codeOf(error) !== 'store-failed') throw error;
      await work();
      trouble = 'store-failed';
    }
  }

  return {
    get current() { return current; },
    get reply() { return inForce; },
    started(reply) { inForce = freeze(reply); },
    get standing() {
      return ([['settings', trouble], ['state', undeleted]] as const)
        .flatMap(([check, code]) => (code === undefined ? [] : [{ check, code }]));
    },
    async open(given) {
      const asked = given === undefined ? undefined : parseSettings(given);
      const found = await look();
      // A newer version's file stays as it is until the person changes something here.
      mayStore = given !== undefined && trouble !== 'settings-too-new';
      current = freeze(asked ?? found ?? defaultSettings());
    },
    async keep() {
      if (mayStore) {
        await inTurn(async () => {
          await look();
          await put();
        });
      }
      await dropConversations();
    },
    async apply(next) {
      const parsed = parseSettings(next);
      let rejected: readonly RejectedWord[] = [];
      await inTurn(async () => {
        ({ rejected } = await change(parsed));
        await look();
        await put();
      });
      return freeze({ settings: current, rejected });
    },
    async edit(make) {
      let rejected: readonly RejectedWord[] = [];
      await inTurn(async () => {
        const newest = await look() ?? current;
        const { settings, added } = make(newest);
        const start = settings.hiddenWords.words.length - added;
        const reply = await configure(settings);
        const refused = reply.rejected.filter((word) => word.index >= start);
        rejected = refused.map((word) => ({ index: word.index - start, why: word.why }));
        if (refused.length > 0) {
          const places = new Set(refused.map((word) => word.index));
          const words = settings.hiddenWords.words.filter((_, n) => !places.has(n));
          await configure({ ...settings, hiddenWords: { ...settings.hiddenWords, words } });
        }
        options.onChange(current);
        await put();
      });
      return freeze({ settings: current, rejected });
    },
    async adopt() {
      const found = await look();
      if (found !== undefined && JSON.stringify(found) !== JSON.stringify(current)) await change(found);
    },
    async reset() {
      const before = current;
      stored = undefined;
      trouble = undefined;
      undeleted = undefined;
      // First of all: an engine that fails meanwhile starts again with the default.
      current = freeze(defaultSettings());
      const settings = current;
      const assets = await bytes(settings, assetsFor(before));
      inForce = { ...inForce, rejected: [] };
      inForce = freeze(await port.configure({ settings, assets }).catch(() => inForce));
      options.onChange(settings);
    },
    bytes: (settings) => bytes(settings),
    used,
  };
}

function codeOf(error: unknown): SafetyErrorCode {
  return isSafetyError(error) ? error.code : 'store-failed';
}
