import type { AgeBand } from 'inward';
import type { Persona } from '../wire.ts';

const AGES: readonly AgeBand[] = ['adult', 'teen', 'child', 'unknown'];
const keyOf = (me: Persona): string => `inward-demo-age-${me}`;

/** The age a person tries the playground with; adult until they choose another, and of the stranger nobody knows it. Kept in this browser. */
export function keptAge(me: Persona): AgeBand {
  const kept = localStorage.getItem(keyOf(me));
  return AGES.find((age) => age === kept) ?? (me === 'stranger' ? 'unknown' : 'adult');
}

export function keepAge(me: Persona, age: AgeBand): void {
  localStorage.setItem(keyOf(me), age);
}
