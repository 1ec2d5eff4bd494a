import type { AssetName } from '../contract/assets.ts';
import type { ConfigureReply, EnginePort, EngineSettings, RejectedWord } from '../contract/engine.ts';
import type { HiddenWordsChange } from '../contract/safety.ts';
import type { Settings } from '../contract/settings.ts';
import type { Degraded } from '../contract/verdict.ts';
import type { PeopleState } from './people-state.ts';
import type { AssetSource } from './port.ts';
import type { Records } from './store.ts';
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
  /** The same with the names of blocked people and contacts, as the engine has them. */
  readonly inEngine: EngineSettings;
  /** The block list as it is stored, and contacts. What is put there, `refit` puts in force. */
  readonly people: PeopleState;
  /** Reads it anew. @returns whether it is another one, which the engine does not have yet */
  lookBlocked(): Promise<boolean>;
  /** The engine gets settings and names anew. @throws {SafetyError} asset-unavailable, worker-failed, deadline */
  refit(): Promise<unknown>;
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
  /** Of the assets that `inEngine` needs. */
  bytes(): Promise<Readonly<Record<string, ArrayBuffer>>>;
  /** One that no setting names. @throws {SafetyError} as `AssetSource` */
  asset(name: AssetName): Promise<ArrayBuffer>;
  /** Hands a table that a message asked for to the engine, now and after every restart. @throws {SafetyError} asset-*, worker-failed, deadline */
  hand(name: 'suffixes.bin' | 'cues.bin'): Promise<void>;
  /** Names of the assets that were handed to the engine. */
  readonly used: ReadonlySet<string>;
}
