import { NAME_LETTERS } from '../../build/name-letters.gen.ts';
import type { ContactNames } from '../contract/engine.ts';
import { NAME_CLAIMS } from '../contract/name-claims.ts';

/** What the engine gets of the person's contacts: their names, and the tables to read names with. */
export function contactTables(names: readonly string[]): ContactNames {
  return { names, letters: NAME_LETTERS, claims: [...new Set(Object.values(NAME_CLAIMS).flat())] };
}
