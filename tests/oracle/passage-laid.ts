// Every way in which a term may be laid over the glyphs of a passage, all of them enumerated: what each glyph may be, what
// may stand between, and where a word may begin and end.

import { DISGUISED_BY_LATIN } from '../../assembly/tables/build/leet.ts';
import type { Reading } from './match-reading.ts';
import { PROSE } from './passage-apart.ts';
import { CLOSE_SCRIPTS, isAmongLatin } from './passage-glyphs.ts';
import type { Glyph } from './passage-glyphs.ts';

/** Glyphs between two letters. */
const GAP_GLYPHS = 16;

/** Units in which a mark has a fellow where it is emphasis. */
const EMPHASIS_UNITS = 64;

/** Letters spelled with several signs. */
const SPELLED: readonly (readonly [string, string])[] = [
  ['o', '()'], ['o', '[]'], ['k', '|<'], ['k', '|('], ['k', '|{'], ['d', '|)'], ['d', '|>'], ['b', '|3'], ['b', '|8'], ['v', '\\/'], ['a', '/\\'],
  ['a', '/-\\'], ['h', '|-|'], ['h', ']-['], ['n', '|\\|'], ['n', '/\\/'], ['m', '|\\/|'], ['m', '/\\/\\'], ['w', '\\/\\/'], ['w', '|/\\|'],
  ['u', '|_|'], ['u', '(_)'], ['x', '><'], ['p', '|>'], ['p', '|*'], ['j', '_|'], ['f', '|='], ['r', '|2'], ['r', '|?'], ['l', '|_'], ['t', '-|-'],
  ['e', '[-'], ['e', '(-'], ['c', '(('], ['y', '`/'],
];

/** One unit of the term as it is laid over glyphs [from, to]. */
export interface Laid {
  readonly from: number;
  readonly to: number;
  readonly as: 'self' | 'look' | 'sign' | 'number' | 'mask' | 'spelled' | 'tie';
  /** Places of the same letter written again behind it. */
  readonly again: readonly number[];
}

const END: Glyph = { c: '\uffff', type: 'end', letters: '', as: 'look', punctuation: false, otherScript: false, unit: -1, width: 0, capital: false };
export const APOSTROPHE = /^['\u2019]$/;
export const isWordy = ({ type }: Glyph): boolean => type === 'digit' || type === 'letter' || type === 'styled';
export const isLetter = ({ type }: Glyph): boolean => type === 'letter' || type === 'styled';

export class Passage {
  readonly glyphs: readonly Glyph[];
  readonly foreign: boolean;

  constructor(glyphs: readonly Glyph[]) {
    this.glyphs = glyphs;
    const foreign = glyphs.filter(({ type, c }) => type === 'letter' && c > '\x7f');
    this.foreign = foreign.length > 0;
  }

  at(k: number): Glyph {
    return this.glyphs[k] ?? END;
  }

  isSame(k: number, unit: string): boolean {
    return unit !== '' && (this.at(k).c === unit || this.at(k).letters.includes(unit));
  }

  inHashtag(k: number): boolean {
    const run = this.glyphs.slice(0, k + 1).map(({ type, c }) => type === 'space' ? ' ' : c).join('');
    return /#[^ ]*$/.test(run);
  }

  /** A capital inside a hashtag, where a word of it may begin. */
  isCamel(k: number): boolean {
    return this.inHashtag(k) && this.at(k).capital && !this.at(k - 1).capital;
  }

  /** Whether a sign may be the first letter: brackets that nothing closes, and what no ordinary word begins with. */
  #mayBeLetter(k: number): boolean {
    const { c, punctuation, letters } = this.at(k);
    const closes = (sign: string): boolean => this.glyphs.slice(k + 1).some((glyph) => glyph.c === sign);
    if (c === '(' || c === '<' || c === '[') return !closes(c === '(' ? ')' : c === '<' ? '>' : ']');
    if (/^[|/\\!]$/.test(c)) {
      // What is right behind it may be of the same letter.
      let behind = k + 1;
      while (behind < k + 4 && this.at(behind).type === 'sign') behind++;
      if (!isWordy(this.at(behind))) behind = k + 1;
      return this.at(behind).type !== 'space' && this.at(behind).type !== 'end' && !this.glyphs.slice(behind).some((glyph) => glyph.c === c);
    }
    return !punctuation && letters !== '';
  }

  mayBegin(k: number): boolean {
    const glyph = this.at(k);
    const before = this.at(k - 1);
    if (glyph.type === 'sign' ? !this.#mayBeLetter(k) : !isWordy(glyph)) return false;
    if (k === 0) return true;
    if (before.type === 'digit' && glyph.type === 'digit') return false;
    if (before.type === 'sign' && glyph.type === 'sign' && this.#mayBeLetter(k - 1)) return false;
    if (isLetter(before)) return this.isCamel(k);
    // In a row of one letter, marks between, the first begins.
    return !(k > 3 && this.at(k - 2).c === glyph.c && this.at(k - 4).c === glyph.c && !isWordy(before) && !isWordy(this.at(k - 3)));
  }

  /** Whether an asterisk that begins a run may be the first letter. */
  masksFirst(k: number): boolean {
    return this.at(k).c === '*' && /^(?:space|end)$/.test(this.at(k - 1).type) && this.at(k + 1).type === 'letter';
  }

  /** Whether the mark at glyph `k` stands at the outer edge of a word on the side of `way` too: emphasis. */
  isEmphasis(k: number, way: number, text: Reading): boolean {
    const { c, unit } = this.at(k);
    return Array.from({ length: EMPHASIS_UNITS }, (_, i) => unit + way * (i + 1)).some((i) => text.text[i] === c && !text.inWord(i + way));
  }

  /** Whether a word that began at `begin` ends at `end` because a capital follows, in a hashtag. */
  endsCamel(begin: number, end: number): boolean {
    let next = end + 1;
    while (this.at(next).type === 'digit') next++;
    return isLetter(this.at(next)) && this.inHashtag(begin) && this.at(next).capital && !this.at(end).capital;
  }

  /** Whether a word of look-alikes only counts: the text around is not written in other letters than Latin. */
  isForeignDisguise(begin: number, end: number, text: Reading): boolean {
    const glyphs = this.glyphs.slice(begin, end + 1);
    if (glyphs.some(({ type }) => type === 'styled')) return true;
    const letters = glyphs.filter(({ type }) => type === 'letter');
    // Small capitals, mathematical and ancient letters.
    if (letters.some(({ c, otherScript }) => !otherScript && !CLOSE_SCRIPTS.test(c))) return true;
    if (letters.every(({ otherScript }) => otherScript)) return false;
    return isAmongLatin(text, letters.length);
  }

  /** Every way to read `unit` at glyph `k`, masks aside. */
  ways(k: number, unit: string): Laid[] {
    const glyph = this.at(k);
    if (glyph.type === 'end') return [];
    const one = (as: Laid['as'], to = k): Laid => ({ from: k, to, as, again: [] });
    const ways: Laid[] = [];
    if (glyph.c === unit) ways.push(one('self'));
    if (glyph.type === 'sign') {
      for (const [letter, signs] of SPELLED) {
        if (letter === unit && [...signs].every((sign, i) => this.at(k + i).c === sign)) ways.push(one('spelled', k + signs.length - 1));
      }
    }
    if (glyph.letters.includes(unit) && glyph.c !== unit) ways.push(one(glyph.as));
    if (this.foreign) {
      // 0 is o, and о looks like it; what is no more than alike is not alike to something else.
      const latin = /^[a-z]$/.test(glyph.c) ? ([[glyph.c, 'look']] as const) : glyph.as === 'look' ? [] : [...glyph.letters].map((letter) => [letter, glyph.as] as const);
      for (const [letter, as] of latin) for (const alphabet of DISGUISED_BY_LATIN) if (unit !== '.' && alphabet[letter.charCodeAt(0) - 0x61] === unit) ways.push(one(as));
    }
    return ways;
  }

  /** Every way to lay `units` over the glyphs from `k` on. @param bound they begin a word */
  * layings(units: string, k: number, bound: boolean): Generator<readonly Laid[]> {
    if (bound && this.masksFirst(k)) {
      yield* this.#further(units, [{ from: k, to: k, as: 'mask', again: [] }]);
      return;
    }
    for (const first of this.ways(k, units[0] ?? '')) yield* this.#further(units, [first]);
  }

  * #further(units: string, laid: readonly Laid[]): Generator<readonly Laid[]> {
    if (laid.length === units.length) {
      yield laid;
      return;
    }
    const last = laid.at(-1) as Laid;
    const unit = last.as === 'mask' ? '' : units[laid.length - 1] ?? '';
    const next = units[laid.length] ?? '';
    const end = last.again.at(-1) ?? last.to;
    for (let k = end + 1; k <= end + 1 + GAP_GLYPHS; k++) {
      for (const way of this.ways(k, next)) yield* this.#further(units, [...laid, way]);
      if (this.at(k).type === 'sign') yield* this.#further(units, [...laid, { from: k, to: k, as: 'mask', again: [] }]);
      // The space of a phrase.
      if (next === ' ' && k === end + 1 && this.at(k).type === 'sign' && !PROSE.test(this.at(k).c) && !APOSTROPHE.test(this.at(k).c)) {
        yield* this.#further(units, [...laid, { from: k, to: k, as: 'tie', again: [] }]);
      }
      if (this.isSame(k, unit)) {
        // A run is passed over whole.
        const again = [...last.again];
        for (let more = k; this.isSame(more, unit); more++) again.push(more);
        yield* this.#further(units, [...laid.slice(0, -1), { ...last, again }]);
      }
      if (this.at(k).type !== 'sign' && this.at(k).type !== 'space') return;
    }
  }
}
