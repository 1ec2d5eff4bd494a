import type { AssetName } from '../contract/assets.ts';
import type { ConfigureReply, EnginePort, RejectedWord } from '../contract/engine.ts';
import { defaultSettings } from '../contract/default-settings.ts';
import type { SafetyErrorCode } from '../contract/errors.ts';
import { parseSettings } from '../contract/parse-settings.ts';
import { assetsFor } from '../contract/required-assets.ts';
import type { HiddenWordsChange } from '../contract/safety.ts';
import type { Settings } from '../contract/settings.ts';
import type { Degraded } from '../contract/verdict.ts';
import { settingsForEngine, tablesOff } from './for-engine.ts';
import type { AssetSource } from './port.ts';
import { freeze } from './screening.ts';
import type { Records } from './store.ts';
import { codeOf, createStoredSettings } from './stored-settings.ts';
import type { Tabs } from './tabs.ts';

export type Change = (settings: Settings) => Settings;

export interface SettingsDeskOptions {
  readonly port: EnginePort;
  readonly assets: AssetSource;
  readonly records: Records;
  readonly tabs: Tabs;
  readonly storeDeadlineMs: number;
  /** The table of public suffixes goes in from the start. */
  readonly tellsHosts: boolean;
  readonly onChange: (settings: Settings) => void;
  /** Something waits for `save`. */
  readonly onUnsaved: () => void;
  /** After a change that could not be stored: `false`; and once all of them are: `true`. */
  readonly onStored: (stored: boolean) => void;
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
  /**
   * One change, stored: `work` sees the newest settings, another tab's included, and ends with those in force. It gives what
   * makes the same change of other settings.
   */
  rewrite(work: (newest: Settings, configure: (next: Settings) => Promise<ConfigureReply>) => Promise<Change>): Promise<void>;
  /**
   * The engine has made an edit by itself. What it made is in force; `save` stores it, and asks `make` again where another
   * tab wrote in between.
   */
  took(settings: Settings, rejected: readonly RejectedWord[], make: Change): void;
  /** Stores what `took` left to it, and what could not be stored before. */
  save(): Promise<void>;
  /** Another tab changed the settings. */
  adopt(): Promise<void>;
  /** Back to the default, stored nowhere. */
  reset(): Promise<void>;
  bytes(settings: Settings): Promise<Readonly<Record<string, ArrayBuffer>>>;
  /** One that no setting names. @throws {SafetyError} as `AssetSource` */
  asset(name: AssetName): Promise<ArrayBuffer>;
  /** Hands the table of public suffixes to the engine, now and after every restart. @throws {SafetyError} asset-*, worker-failed, deadline */
  tellHosts(): Promise<void>;
  /** Names of the assets that were handed to the engine. */
  readonly used: ReadonlySet<string>;
}

export function createSettingsDesk(options: SettingsDeskOptions): SettingsDesk {
  const { port, records, tabs } = options;
  let current: Settings = freeze(defaultSettings());
  let inForce: ConfigureReply = { rejected: [], unicodeVersion: '' };
  const kept = createStoredSettings(records, tabs);
  /** Why records of what is off may still be there. */
  let undeleted: SafetyErrorCode | undefined;
  let mayStore = true;
  const namesFor = (settings: Settings): readonly AssetName[] => (settings.requests.inertLinks && (options.tellsHosts || used.has('suffixes.bin'))
    ? [...assetsFor(settings), 'suffixes.bin'] : assetsFor(settings));
  const used = new Set<string>();
  /** Changes in force that are not stored: made again over what the store has, until it takes them. */
  let unsaved: Change[] = [];
  /** The last try failed. */
  let lost = false;
  const withUnsaved = (settings: Settings): Settings => unsaved.reduce((newest, make) => make(newest), settings);

  async function bytes(settings: Settings, but: readonly string[] = []): Promise<Readonly<Record<string, ArrayBuffer>>> {
    const loaded: Record<string, ArrayBuffer> = {};
    for (const name of namesFor(settings)) {
      if (but.includes(name)) continue;
      loaded[name] = await asset(name);
    }
    return loaded;
  }

  async function asset(name: AssetName): Promise<ArrayBuffer> {
    const loaded = await options.assets.load(name);
    used.add(name);
    return loaded;
  }

  async function configure(next: Settings): Promise<ConfigureReply> {
    const reply = await port.configure({ settings: settingsForEngine(next), assets: await bytes(next, namesFor(current)) });
    const before = current;
    current = freeze(next);
    inForce = freeze(reply);
    if (tablesOff(next).some((table) => !tablesOff(before).includes(table))) {
      // An engine that cannot answer was ended and has lost its memory, which is what is wanted.
      await port.forget({ everything: true }).catch(() => undefined);
      records.reset();
    }
    await dropRecords();
    return reply;
  }

  /** Off means its records are deleted, also those of an earlier start, and those that could not be deleted before. */
  async function dropRecords(): Promise<void> {
    undeleted = undefined;
    try {
      const names = (await Promise.all(tablesOff(current).map(records.list))).flat();
      if (names.length === 0) return;
      await records.write(names.map((name) => ({ ...name, bytes: null })));
      tabs.announce('forgotten');
    } catch (error) {
      undeleted = codeOf(error);
    }
  }

  async function put(): Promise<void> {
    if (await kept.put(current)) unsaved = [];
  }

  function tellStored(): void {
    const before = lost;
    lost = unsaved.length > 0;
    if (lost || before) options.onStored(!lost);
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
      kept.failed();
    }
  }

  return {
    get current() { return current; },
    get reply() { return inForce; },
    started(reply) { inForce = freeze(reply); },
    get standing() {
      return ([['settings', kept.trouble], ['state', undeleted]] as const)
        .flatMap(([check, code]) => (code === undefined ? [] : [{ check, code }]));
    },
    async open(given) {
      const asked = given === undefined ? undefined : parseSettings(given);
      const found = await kept.look();
      // A newer version's file stays as it is until the person changes something here.
      mayStore = given !== undefined && kept.trouble !== 'settings-too-new';
      current = freeze(asked ?? found ?? defaultSettings());
    },
    async keep() {
      if (mayStore) {
        await inTurn(async () => {
          await kept.look();
          await put();
        });
      }
      await dropRecords();
    },
    async apply(next) {
      const parsed = parseSettings(next);
      let rejected: readonly RejectedWord[] = [];
      await inTurn(async () => {
        ({ rejected } = await change(parsed));
        unsaved = [() => parsed];
        await kept.look();
        await put();
      });
      tellStored();
      return freeze({ settings: current, rejected });
    },
    async rewrite(work) {
      await inTurn(async () => {
        const found = await kept.look();
        const make = await work(found === undefined ? current : withUnsaved(found), configure);
        unsaved.push(make);
        options.onChange(current);
        await put();
      });
      tellStored();
    },
    took(settings, rejected, make) {
      inForce = freeze({ ...inForce, rejected });
      current = freeze(settings);
      unsaved.push(make);
      options.onUnsaved();
      options.onChange(current);
    },
    async save() {
      if (unsaved.length === 0) return;
      try {
        await inTurn(async () => {
          const found = await kept.look(true);
          if (found !== undefined) await change(withUnsaved(found));
          await put();
        });
      } finally {
        tellStored();
      }
    },
    async adopt() {
      const found = await kept.look();
      if (found === undefined) return;
      const newest = withUnsaved(found);
      if (JSON.stringify(newest) !== JSON.stringify(current)) await change(newest);
    },
    async reset() {
      const before = current;
      unsaved = [];
      tellStored();
      kept.reset();
      undeleted = undefined;
      // First of all: an engine that fails meanwhile starts again with the default.
      current = freeze(defaultSettings());
      const settings = current;
      const assets = await bytes(settings, namesFor(before));
      inForce = { ...inForce, rejected: [] };
      inForce = freeze(await port.configure({ settings, assets }).catch(() => inForce));
      options.onChange(settings);
    },
    bytes: (settings) => bytes(settings),
    asset,
    async tellHosts() {
      const table = { 'suffixes.bin': await asset('suffixes.bin') };
      inForce = freeze(await port.configure({ settings: settingsForEngine(current), assets: table }));
    },
    used,
  };
}
