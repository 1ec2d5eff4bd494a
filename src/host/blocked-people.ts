import type { BlockedPeople } from '../contract/blocked-people.ts';
import type { ContactPeople } from '../contract/contact-people.ts';
import type { Safety } from '../contract/safety.ts';
import type { BlockedTools } from './blocked-list.ts';
import { NOBODY, type BlockedState } from './blocked-state.ts';
import { loadPart } from './load-part.ts';

const load = (): Promise<typeof import('./blocked-list.ts')> => loadPart(() => import('./blocked-list.ts'));

/** @throws {SafetyError} asset-unavailable */
export async function readBlocked(bytes: BlockedState['bytes']): Promise<BlockedState> {
  return bytes === null ? NOBODY : (await load()).stateOf(bytes);
}

/** `Safety['blocked']` and `Safety['contacts']`. All of it is loaded with the first call. */
export function createPeople(tools: BlockedTools): Pick<Safety, 'blocked' | 'contacts'> {
  type Part = Awaited<ReturnType<typeof load>>;
  const lazy = <T>(partOf: (all: Part) => object, ...names: readonly (keyof T & string)[]): T => Object.freeze(Object.fromEntries(names.map((name) => (
    [name, async (...args: readonly unknown[]) => (partOf(await load()) as Record<string, (...all: readonly unknown[]) => unknown>)[name]?.(tools, ...args)])))) as T;
  return {
    blocked: lazy<BlockedPeople>((all) => all, 'add', 'remove', 'list', 'check', 'exportJson', 'importJson'),
    contacts: lazy<ContactPeople>(({ contacts }) => contacts, 'set', 'check'),
  };
}
