import type { BlockedPeople } from '../contract/blocked-people.ts';
import type { ContactPeople } from '../contract/contact-people.ts';
import type { Safety } from '../contract/safety.ts';
import { loadPart } from './load-part.ts';
import { NOBODY, type PeopleState } from './people-state.ts';
import type { PeopleTools } from './people-tools.ts';

const load = (): Promise<typeof import('./people-calls.ts')> => loadPart(() => import('./people-calls.ts'));

/** @throws {SafetyError} asset-unavailable */
export async function readBlocked(bytes: PeopleState['bytes']): Promise<PeopleState> {
  return bytes === null ? NOBODY : (await load()).blocked.stateOf(bytes);
}

/** `Safety['blocked']` and `Safety['contacts']`. All of it is loaded with the first call. */
export function createPeople(tools: PeopleTools): Pick<Safety, 'blocked' | 'contacts'> {
  type Part = Awaited<ReturnType<typeof load>>;
  const lazy = <T>(partOf: (all: Part) => object, ...names: readonly (keyof T & string)[]): T => Object.freeze(Object.fromEntries(names.map((name) => (
    [name, async (...args: readonly unknown[]) => (partOf(await load()) as Record<string, (...all: readonly unknown[]) => unknown>)[name]?.(tools, ...args)])))) as T;
  return {
    blocked: lazy<BlockedPeople>(({ blocked }) => blocked, 'add', 'remove', 'list', 'check', 'exportJson', 'importJson'),
    contacts: lazy<ContactPeople>(({ contacts }) => contacts, 'set', 'check'),
  };
}
