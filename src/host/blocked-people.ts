import type { BlockedPeople } from '../contract/blocked-people.ts';
import type { EngineSettings } from '../contract/engine.ts';
import type { SafetyErrorCode } from '../contract/errors.ts';
import type { Settings } from '../contract/settings.ts';
import type { BlockedTools } from './blocked-list.ts';
import { loadPart } from './load-part.ts';
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
}

export const NOBODY: BlockedState = { bytes: null, names: undefined, trouble: undefined };

const load = (): Promise<typeof import('./blocked-list.ts')> => loadPart(() => import('./blocked-list.ts'));

/** @throws {SafetyError} asset-unavailable */
export async function readBlocked(bytes: BlockedState['bytes']): Promise<BlockedState> {
  return bytes === null ? NOBODY : (await load()).stateOf(bytes);
}

/** The settings with the names that the engine compares; without, where nobody would be told. */
export function withNames(settings: Settings, { names }: BlockedState): EngineSettings {
  return { ...settings, blockedNames: settings.blocked.enabled && settings.notices !== 'off' ? names : undefined };
}

/** `Safety['blocked']`. All of it is loaded with the first call. */
export function createBlocked(tools: BlockedTools): BlockedPeople {
  return Object.freeze(Object.fromEntries((['add', 'remove', 'list', 'check', 'exportJson', 'importJson'] as const).map((name) => (
    [name, async (...args: readonly unknown[]) => ((await load())[name] as (...all: readonly unknown[]) => unknown)(tools, ...args)])))) as unknown as BlockedPeople;
}
