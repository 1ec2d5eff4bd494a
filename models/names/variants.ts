// What an impersonator makes of a name, by program: look-alike characters of UTS #39, slips of the finger, and the same letters dressed otherwise.

import { confusables } from '../../assembly/tables/build/confusables.ts';
import { pick } from '../build/draw.ts';
import type { Rng } from '../build/rng.ts';

/** `both`: a look-alike character and a slip. */
export const KINDS = ['dressed', 'one look-alike', 'many look-alikes', 'one slip', 'two slips', 'both'] as const;
export type Kind = (typeof KINDS)[number];

/** Letters that a name must have for so many slips to leave it the same name to a reader. Fixed before anything was measured. */
const LETTERS_FOR = [0, 6, 10] as const;
/** A character is a syllable or a word: another one is another name, not a slip. */
const NO_SLIPS = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Several characters for one are typed where a keyboard has them: rn for m, अा for आ. Other prototypes of several are how UTS #39 reckons. */
const ONE_SCRIPT = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Devanagari', 'Thai', 'Georgian', 'Armenian'].map((script) => new RegExp(`^(?=\\p{L})[\\p{Script=${script}}]+$`, 'u'));

const prototypes = confusables();
const prototypeOf = (character: string): string => {
  const cp = character.codePointAt(0) as number;
  return String.fromCodePoint(...prototypes.get(cp) ?? [cp]);
};
const sources = new Map<string, string[]>();
for (const cp of prototypes.keys()) {
  const source = String.fromCodePoint(cp);
  sources.set(prototypeOf(source), [...sources.get(prototypeOf(source)) ?? [], source]);
}

/** Characters, or a few in place of one, with the prototype of this one (UTS #39 §4). */
function lookAlikes(character: string): readonly string[] {
  const prototype = prototypeOf(character);
  const isTyped = [...prototype].length === 1 || ONE_SCRIPT.some((script) => script.test(prototype));
  return [...new Set([...sources.get(prototype) ?? [], ...isTyped ? [prototype] : []])].filter((other) => other !== character && /^[\p{L}\p{M}\p{N}\p{S}\p{P}]+$/u.test(other));
}

/** @returns `undefined` where this kind makes nothing of this name @param letters of the same writing, for slips */
export function variantOf(name: string, kind: Kind, letters: readonly string[], rng: Rng): string | undefined {
  switch (kind) {
    case 'dressed': return dressed(name, rng);
    case 'one look-alike': return withLookAlikes(name, rng, true);
    case 'many look-alikes': return withLookAlikes(name, rng, false);
    case 'one slip': return withSlips(name, 1, letters, rng);
    case 'two slips': return withSlips(name, 2, letters, rng);
    case 'both': {
      const slipped = withSlips(name, 1, letters, rng);
      return slipped && withLookAlikes(slipped, rng, true);
    }
  }
}

function dressed(name: string, rng: Rng): string {
  const parts = [...name];
  const at = 1 + rng.below(parts.length - 1);
  switch (rng.below(6)) {
    case 0: return name.toUpperCase();
    case 1: return name.replaceAll(' ', '_');
    case 2: return `${name} ${1 + rng.below(99)}`;
    case 3: return `${name}.`;
    case 4: return [...parts.slice(0, at), '\u200b', ...parts.slice(at)].join('');
    default: return name.replaceAll(' ', '');
  }
}

/** Letters take look-alikes as they stand without their marks; those that have none stay. */
function withLookAlikes(name: string, rng: Rng, one: boolean): string | undefined {
  // Hangul would come apart into strokes.
  const characters = [.../\p{Script=Hangul}/u.test(name) ? name : name.normalize('NFD')];
  const places = characters.flatMap((character, at) => (/\p{L}/u.test(character) && lookAlikes(character).length > 0 ? [at] : []));
  if (places.length === 0) return undefined;
  const taken = one ? [pick(places, rng)] : places.filter(() => rng.below(2) === 0);
  for (const at of taken.length > 0 ? taken : [pick(places, rng)]) characters[at] = pick(lookAlikes(characters[at] as string), rng);
  return characters.join('').normalize('NFC');
}

function withSlips(name: string, count: 1 | 2, letters: readonly string[], rng: Rng): string | undefined {
  if (NO_SLIPS.test(name) || (name.match(/\p{L}/gu)?.length ?? 0) < LETTERS_FOR[count]) return undefined;
  let slipped = name;
  for (let tries = 0; slipped === name && tries < 20; tries++) for (let n = 0; n < count; n++) slipped = oneSlip(slipped, letters, rng);
  return slipped === name ? undefined : slipped;
}

/** A letter left out, doubled, put for another, or two neighbours swapped. */
function oneSlip(name: string, letters: readonly string[], rng: Rng): string {
  const parts = [...name];
  const places = parts.flatMap((character, at) => (/\p{L}/u.test(character) ? [at] : []));
  const at = pick(places, rng);
  const letter = parts[at] as string;
  switch (rng.below(4)) {
    // One that carries a sign of its own does not go without it.
    case 0: return /\p{M}/u.test(parts[at + 1] ?? '') ? name : [...parts.slice(0, at), ...parts.slice(at + 1)].join('');
    case 1: return [...parts.slice(0, at), letter, ...parts.slice(at)].join('');
    case 2: return [...parts.slice(0, at), pick(letters, rng), ...parts.slice(at + 1)].join('');
    default: return places.includes(at + 1) ? [...parts.slice(0, at), parts[at + 1] as string, letter, ...parts.slice(at + 2)].join('') : name;
  }
}
