import type { ContactNames, EngineSettings } from '../contract/engine.ts';
import type { SafetyErrorCode } from '../contract/errors.ts';
import type { Settings } from '../contract/settings.ts';
import type { RecordName } from './store.ts';

export const BLOCKED: RecordName = { table: 'blocked', key: 'current' };

/** What is known of the block list without the code that works on it, which only people who blocked somebody load. */
export interface BlockedState {
  /** The record: JSON of a `BlockedList`. */
  bytes: Uint8Array<ArrayBuffer> | null;
  /** Names that say enough (src/host/telling-name.ts); absent where nobody has one. */
  names: readonly string[] | undefined;
  /** Why the stored list counts as empty. */
  trouble: SafetyErrorCode | undefined;
  /** The person's contacts, which no record has. */
  contacts?: ContactNames | undefined;
}

export const NOBODY: BlockedState = { bytes: null, names: undefined, trouble: undefined };

/** The settings with the names that the engine compares; without, where nobody would be told. */
export function withNames(settings: Settings, state: BlockedState): EngineSettings {
  const blocked = settings.blocked.enabled ? state.names : undefined;
  const contacts = settings.impersonation.enabled ? state.contacts : undefined;
  return { ...settings, names: (blocked || contacts) && settings.notices !== 'off' ? { blocked, contacts } : undefined };
}
