import type { BlockedPeople } from '../contract/blocked-people.ts';
import type { BlockedTools } from './blocked-list.ts';
import { NOBODY, type BlockedState } from './blocked-state.ts';
import { loadPart } from './load-part.ts';

const load = (): Promise<typeof import('./blocked-list.ts')> => loadPart(() => import('./blocked-list.ts'));

/** @throws {SafetyError} asset-unavailable */
export async function readBlocked(bytes: BlockedState['bytes']): Promise<BlockedState> {
  return bytes === null ? NOBODY : (await load()).stateOf(bytes);
}

/** `Safety['blocked']`. All of it is loaded with the first call. */
export function createBlocked(tools: BlockedTools): BlockedPeople {
  return Object.freeze(Object.fromEntries((['add', 'remove', 'list', 'check', 'exportJson', 'importJson'] as const).map((name) => (
    [name, async (...args: readonly unknown[]) => ((await load())[name] as (...all: readonly unknown[]) => unknown)(tools, ...args)])))) as unknown as BlockedPeople;
}
