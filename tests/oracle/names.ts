// Whether two names look alike, slow and obvious: every way to pass digits, signs and flags over, not only the first that fits;
// folding and readings are the other oracles'.

import { KIND_DIGIT, KIND_FLAG, KIND_LETTER, KIND_OTHER_SCRIPT, KIND_PUNCTUATION, KIND_SIGN, readingsOf } from './readings.ts';
import { normalise } from './normalise.ts';

export interface NameSign {
  readonly cp: number;
  /** Letters it may be read as, with its own. */
  readonly letters: number;
  /** May be passed over. */
  readonly weak: boolean;
  /** Of another living script, or read as no letter: within those it stands for itself alone. */
  readonly own: boolean;
}

const has = (bits: number, kind: number): boolean => Math.floor(bits / kind) % 2 === 1;
const LETTER_I = 2 ** 8;
const LETTER_L = 2 ** 11;
const NOTHING = /^[\x00-\x7f\u2000-\u2bff\u{1f000}-\u{1ffff}]$/u;

/** What a name leaves to compare. */
export function nameSigns(name: string): readonly NameSign[] {
  const folded = normalise(name.slice(0, 128)).text.replaceAll('rn', 'm').replaceAll('vv', 'w');
  return [...folded].flatMap((c): readonly NameSign[] => {
    const cp = c.codePointAt(0) ?? 0;
    const bits = readingsOf(cp) + (/[a-z]/.test(c) ? 2 ** (cp - 0x61) : 0);
    const read = bits % KIND_LETTER;
    // What may be an l may be a capital I, which folding makes an i.
    const letters = has(bits, LETTER_L) && !has(bits, LETTER_I) ? read + LETTER_I : read;
    if (letters > 0 && !has(bits, KIND_OTHER_SCRIPT)) {
      return [{ cp, letters, weak: [KIND_DIGIT, KIND_SIGN, KIND_FLAG, KIND_PUNCTUATION].some((kind) => has(bits, kind)), own: false }];
    }
    return NOTHING.test(c) ? [] : [{ cp, letters, weak: false, own: true }];
  });
}

/** Every alignment. For short names. */
export function looksAlikeSlowly(a: readonly NameSign[], b: readonly NameSign[]): boolean {
  const [x, y] = [a[0], b[0]];
  if (x === undefined && y === undefined) return true;
  const fits = x !== undefined && y !== undefined && ((x.own && y.own) ? x.cp === y.cp : (x.letters & y.letters) !== 0 && !(x.own && y.weak) && !(y.own && x.weak));
  return (fits && looksAlikeSlowly(a.slice(1), b.slice(1))) || (x?.weak === true && looksAlikeSlowly(a.slice(1), b)) || (y?.weak === true && looksAlikeSlowly(a, b.slice(1)));
}
