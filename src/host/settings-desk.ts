import type { AssetName } from '../contract/assets.ts';
import type { ConfigureReply, EngineSettings, RejectedWord, StateRecord, SwitchedOff } from '../contract/engine.ts';
import { defaultSettings } from '../contract/default-settings.ts';
import type { SafetyErrorCode } from '../contract/errors.ts';
import { parseSettings } from '../contract/parse-settings.ts';
import { assetsFor, judgesContact, keepsNotices, scoresScams, seesChains } from '../contract/required-assets.ts';
import type { Settings } from '../contract/settings.ts';
import { BLOCKED, NOBODY, withNames, type PeopleState } from './people-state.ts';
import { readBlocked } from './people.ts';
import type { Change, SettingsDesk, SettingsDeskOptions } from './desk.ts';
import { settingsForEngine } from './for-engine.ts';
import { freeze } from './screening.ts';
import { codeOf, createStoredSettings } from './stored-settings.ts';

export function createSettingsDesk(options: SettingsDeskOptions): SettingsDesk {
  const { port, records, tabs } = options;
  let current: Settings = freeze(defaultSettings());
  let inEngine: EngineSettings = current;
  const people: PeopleState = { ...NOBODY };
  let inForce: ConfigureReply = { rejected: [], unicodeVersion: '' };
  const kept = createStoredSettings(records, tabs);
  /** Why records of what is off may still be there. */
  let undeleted: SafetyErrorCode | undefined;
  let mayStore = true;
  const namesFor = (settings: EngineSettings): readonly AssetName[] => [
    ...assetsFor(settings), ...settings.requests.inertLinks && (options.tellsHosts || used.has('suffixes.bin')) ? ['suffixes.bin' as const] : [],
    ...scoresScams(settings) && judgesContact(settings) && used.has('cues.bin') ? ['cues.bin' as const] : [],
  ];
  const used = new Set<string>();
  /** Changes in force that are not stored: made again over what the store has, until it takes them. */
  let unsaved: Change[] = [];
  /** The last try failed. */
  let lost = false;
  const withUnsaved = (settings: Settings): Settings => unsaved.reduce((newest, make) => make(newest), settings);

  async function lookBlocked(): Promise<boolean> {
    const [record] = current.blocked.enabled ? await records.refresh([BLOCKED]) : [];
    if (record !== undefined) Object.assign(people, await readBlocked(record.bytes));
    return record !== undefined;
  }

  async function asset(name: AssetName): Promise<ArrayBuffer> {
    const loaded = await options.assets.load(name);
    used.add(name);
    return loaded;
  }

  async function bytes(settings: EngineSettings, but: readonly string[] = []): Promise<Readonly<Record<string, ArrayBuffer>>> {
    const loaded: Record<string, ArrayBuffer> = {};
    for (const name of namesFor(settings)) if (!but.includes(name)) loaded[name] = await asset(name);
    return loaded;
  }

  async function configure(next: Settings): Promise<ConfigureReply> {
    const wanted = withNames(next, people);
    const reply = await port.configure({ settings: settingsForEngine(wanted), assets: await bytes(wanted, namesFor(inEngine)) });
    const before = inEngine;
    current = freeze(next);
    inEngine = wanted;
    if (!next.blocked.enabled) Object.assign(people, NOBODY);
    inForce = freeze(reply);
    const off = tablesOff(wanted, before);
    if (off.some((table) => !tablesOff(before).includes(table))) {
      // An engine that cannot answer was ended and has lost its memory, which is what is wanted.
      await port.forget({ everything: true }).catch(() => undefined);
      records.reset();
    }
    // All of a conversation goes, or what was counted of it.
    const isOff = (check: (settings: EngineSettings) => boolean): boolean => check(before) && !check(wanted) && !off.includes('conversation');
    await dropRecords(off, isOff(judgesContact) ? 'all' : isOff(({ contact }) => contact.cues !== false) ? 'cues' : undefined);
    return reply;
  }

  /**
   * Off means its records are deleted, also those of an earlier start, and those that could not be deleted before.
   * @param counts goes from every conversation, and nothing else of it: what the person answered, and what scam notices need, stay
   */
  async function dropRecords(off: readonly StateRecord['table'][], counts?: SwitchedOff['counts']): Promise<void> {
    undeleted = undefined;
    try {
      const writes: StateRecord[] = (await Promise.all(off.map(records.list))).flat().map((name) => ({ ...name, bytes: null }));
      const counted = counts ? await records.list('conversation') : [];
      if (counts && counted.length) {
        await port.replay(await records.load(counted));
        writes.push(...await port.forget({ counts }));
      }
      if (writes.length === 0) return;
      await records.write(writes);
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
    get inEngine() { return inEngine; },
    people,
    lookBlocked,
    refit: () => configure(current),
    get reply() { return inForce; },
    started(reply) { inForce = freeze(reply); },
    get standing() {
      return ([['settings', kept.trouble], ['state', undeleted], ['names', records.trouble(BLOCKED) ?? people.trouble]] as const)
        .flatMap(([check, code]) => (code === undefined ? [] : [{ check, code }]));
    },
    async open(given) {
      const asked = given === undefined ? undefined : parseSettings(given);
      const found = await kept.look();
      // A newer version's file stays as it is until the person changes something here.
      mayStore = given !== undefined && kept.trouble !== 'settings-too-new';
      current = freeze(asked ?? found ?? defaultSettings());
      await lookBlocked();
      inEngine = withNames(current, people);
    },
    async keep() {
      if (mayStore) {
        await inTurn(async () => {
          await kept.look();
          await put();
        });
      }
      await dropRecords(tablesOff(inEngine));
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
      inEngine = withNames(current, people);
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
      const isNew = await lookBlocked();
      const newest = found === undefined ? current : withUnsaved(found);
      if (JSON.stringify(newest) !== JSON.stringify(current)) await change(newest);
      else if (isNew) await configure(current);
    },
    async reset() {
      const before = inEngine;
      unsaved = [];
      tellStored();
      kept.reset();
      Object.assign(people, NOBODY, { contacts: undefined });
      undeleted = undefined;
      // First of all: an engine that fails meanwhile starts again with the default.
      inEngine = current = freeze(defaultSettings());
      const settings = current;
      const assets = await bytes(settings, namesFor(before));
      inForce = { ...inForce, rejected: [] };
      inForce = freeze(await port.configure({ settings, assets }).catch(() => inForce));
      options.onChange(settings);
    },
    bytes: () => bytes(inEngine),
    asset,
    async hand(name) {
      const table = { [name]: await asset(name) };
      inForce = freeze(await port.configure({ settings: settingsForEngine(inEngine), assets: table }));
    },
    used,
  };
}

/** Tables whose records nothing that is switched on needs; also where names are still compared, what was kept of scams until now. */
function tablesOff(settings: EngineSettings, before = settings): readonly StateRecord['table'][] {
  const conversation = keepsNotices(settings) && (scoresScams(settings) || !scoresScams(before));
  const on = { conversation, person: conversation, flood: settings.requests.quietFloods, blocked: settings.blocked.enabled, chain: seesChains(settings) };
  return (Object.keys(on) as (keyof typeof on)[]).filter((table) => !on[table]);
}
