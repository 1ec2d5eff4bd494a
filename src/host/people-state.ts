import type { ContactNames, EngineSettings } from '../contract/engine.ts';
import type { SafetyErrorCode } from '../contract/errors.ts';
import type { Settings } from '../contract/settings.ts';
import type { RecordName } from './store.ts';

export const BLOCKED: RecordName = { table: 'blocked', key: 'current' };

/** What is known of people one blocked, and of contacts, without the code that works on them, which is loaded with the first call about people. */
export interface PeopleState {
  /** The record of the block list: JSON of a `BlockedList`. */
  bytes: Uint8Array<ArrayBuffer> | null;
  /** Names of blocked people that say enough (src/host/telling-name.ts); absent where nobody has one. */
  names: readonly string[] | undefined;
  /** Why the stored list counts as empty. */
  trouble: SafetyErrorCode | undefined;
  /** The person's contacts, which no record has. */
  contacts?: ContactNames | undefined;
}

export const NOBODY: PeopleState = { bytes: null, names: undefined, trouble: undefined };

/** The settings with the names that the engine compares; without, where nobody would be told. */
export function withNames(settings: Settings, state: PeopleState): EngineSettings {
  const blocked = settings.blocked.enabled ? state.names : undefined;
  const contacts = settings.impersonation.enabled ? state.contacts : undefined;
  return { ...settings, names: (blocked || contacts) && settings.notices !== 'off' ? { blocked, contacts } : undefined };
}
