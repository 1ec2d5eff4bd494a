// The matcher, slow and obvious: every pattern at every position of the oracle's folded text, and the edges judged with
// regular expressions on the characters around it.

import { gluedFrom, gluedTo } from './match-glue.ts';
import { isLonger } from './match-longer.ts';
import { formsOf, isDecorated, kindOf, MARK, readingOf, UNSPACED } from './match-reading.ts';
import type { Form, Kind, PlainOptions } from './match-reading.ts';
import { normalise } from './normalise.ts';
import { isOtherI } from './turkish-i.ts';
import { mayBe } from './zawgyi.ts';
import type { TextHit, WordEntry } from '../../src/text/text-kernel.ts';

/** Syllables that Korean particles and endings begin with. */
const PARTICLES = '가같과께나는님다도들라랑로를만면보부아야에와요으은을의이인입처하';

/** Whether the letter that `rest` begins with closes the syllable before it. */
function closes(rest: string): boolean {
  if (!/^[\u0e00-\u17ff]/.test(rest)) return false;
  const marks: string[] = [];
  for (const c of rest.slice(1, 9)) {
    if (!/[\ufdd0-\ufdef]/.test(c) && !(UNSPACED.test(c) && MARK.test(c))) break;
    marks.push(c);
  }
  return marks.some((c) => /[\u1039\ufdd0-\ufdef\u0e4c\u0ecc\u17cd\u17d1]/.test(c))
    || (marks.includes('\u103a') && marks.every((c) => /[\u1037\u1038\u103a]/.test(c)));
}
const follows = (rest: string): boolean => /^[\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3\u0ebd]/.test(rest);
const goesOn = (before: string): boolean => /[\u0e40-\u0e44\u0ec0-\u0ec4\u1039\u17d2]$/.test(before);
const inCluster = (before: string): boolean => /[\u0e00-\u17ff\ufdd0-\ufdef]$/.test(before);
const isBurmese = (c: string | undefined): boolean => c !== undefined && /^[\u1000-\u109f\ufdd0-\ufdef]$/.test(c);

/** Whether a cluster of a script without spaces, or anything else, begins with unit `start`, and ends with unit `last`. */
export const beginsCluster = (text: string, start: number): boolean => !(isMark(text, start) && text[start - 1] !== ' ')
  && !(inCluster(text.slice(0, start)) && (goesOn(text.slice(0, start)) || follows(text.slice(start)) || closes(text.slice(start))));
export const endsCluster = (text: string, last: number): boolean =>
  !isMark(text, last + 1) && !goesOn(text.slice(0, last + 1)) && !follows(text.slice(last + 1)) && !closes(text.slice(last + 1));
/** Clusters of a term of letters and marks of such scripts alone, else 0. */
export const clustersOf = (term: string): number => [...term].every((c) => UNSPACED.test(c))
  ? term.split('').filter((_, i) => i === 0 || (!isMark(term, i) && beginsCluster(term, i))).length : 0;

/** How a hit is written, as assembly/match/how.ts has it. */
const HOW_ONE_SPACE = 16;
const HOW_GLUED = 64;

/** What the second reading of a text with Myanmar letters may change: terms that do not begin where a word of spaced letters does. */
function beginsAnywhere({ text, match }: WordEntry): boolean {
  const [first = '', second] = normalise(text).text.replace(/^ /, '');
  return match === 'anywhere' || second === '\u20e3' || !['letter', 'digit'].includes(kindOf(first));
}

/** All hits of one surface as written, with one space inside or with something glued on; in order of start, then end, then entry. */
export function matchSurface(input: string, entries: readonly WordEntry[], surface = 0, options: PlainOptions = {}): TextHit[] {
  const hits = [...matchReading(input, entries, surface, false, options), ...(/[\u1000-\u109f]/.test(input) ? matchReading(input, entries.filter(beginsAnywhere), surface, true, options) : [])];
  const unique = new Map<string, TextHit>();
  for (const hit of hits) {
    const key = `${hit.start} ${hit.end} ${hit.entry}`;
    if (hit.how <= (unique.get(key)?.how ?? hit.how)) unique.set(key, hit);
  }
  return [...unique.values()].sort((a, b) => a.start - b.start || a.end - b.end || a.entry - b.entry);
}

function matchReading(input: string, entries: readonly WordEntry[], surface: number, zawgyi: boolean, { splits = true, isCommon = () => false }: PlainOptions): TextHit[] {
  const reading = readingOf(input, zawgyi);
  const { text, origins, kind, inWord } = reading;
  const hits: TextHit[] = [];
  const apostrophe = (unit: number): boolean => text[unit] === "'" || text[unit] === '\u2019';

  function readable(start: number, length: number): boolean {
    if (!isBurmese(text[start])) return true;
    let [from, to] = [start, start + 1];
    while (isBurmese(text[from - 1])) from--;
    while (isBurmese(text[to])) to++;
    const run = input.slice(origins[from] ?? 0, origins[to] ?? input.length);
    const letters = text.slice(start, start + length).match(/[\u1000-\u102a]/g)?.length ?? 0;
    return mayBe(zawgyi, run.replace(/[^\u1000-\u109f]/g, ''), letters > 1);
  }

  function startOk(start: number, length: number, wholeWord: boolean): boolean {
    if (!readable(start, length)) return false;
    if (start === 0) return true;
    if (text[start - 1] === '\u200d' || !beginsCluster(text, start)) return false;
    if (origins[start - 1] === origins[start]) return !wholeWord;
    if (kind(start) === 'flag') {
      let before = 0;
      while (kind(start - 1 - 2 * before) === 'flag') before++;
      if (before < 64 && before % 2 === 1) return false;
    }
    if (!wholeWord || !inWord(start) || text[start + 1] === '\u20e3') return true;
    if (inWord(start - 1)) return false;
    return !(length < 4 && apostrophe(start - 1) && kind(start - 2) === 'letter');
  }

  function endOk(last: number, wholeWord: boolean): boolean {
    const next = last + 1;
    if (next === text.length) return true;
    if (!endsCluster(text, last)) return false;
    if (origins[next] === origins[last]) return !wholeWord;
    if (!wholeWord || !inWord(last)) return true;
    if (inWord(next)) return /^[가-힣]{3}$/.test(text.slice(next - 2, next + 1)) && PARTICLES.includes(text[next] ?? '-');
    if (!apostrophe(next) || kind(next + 1) !== 'letter') return true;
    return text[next + 1] === 's' && !inWord(next + 2);
  }

  /** Digits and nothing else of a word stand next to a hit, in the direction of `way`. */
  function onlyDigits(from: number, way: number): boolean {
    let at = from;
    while (kind(at) === 'digit') at += way;
    return at !== from && !inWord(at);
  }

  /** Words of the folded text begin here: signs that fold to letters go on with a word. */
  function beginsWord(start: number): boolean {
    const folded = (unit: number): Kind => {
      const c = /[\udc00-\udfff]/.test(text[unit] ?? '') ? text.slice(unit - 1, unit + 1) : String.fromCodePoint(text.codePointAt(unit) ?? 0xffff);
      return UNSPACED.test(c) ? 'unspaced' : kindOf(c);
    };
    const before = folded(start - 1);
    return before !== 'letter' && before !== 'mark' && (before !== 'digit' || folded(start) === 'letter');
  }

  function hit(start: number, last: number, entry: number, how: number): void {
    hits.push({ surface, start: origins[start] ?? 0, end: reading.end(last), entry, how });
  }

  function judge(form: Form, start: number, last: number): void {
    const length = form.text.length;
    const glues = kind(start) === 'letter' && length >= 3;
    if (!startOk(start, length, false) || !endOk(last, false)) return;
    if (form.accented && !Array.from({ length }, (_, i) => isDecorated(reading, start + i)).includes(true)) return;
    if (isOtherI(form, reading, (unit) => start + unit, start, last) || isLonger(form, reading, start, last)) return;
    if (form.match === 'anywhere') {
      hit(start, last, form.entry, 0);
      return;
    }
    if (!startOk(start, length, true) && !(glues && onlyDigits(start - 1, -1))) return;
    if (form.match === 'word' && !endOk(last, true) && !(glues && onlyDigits(last + 1, 1))) return;
    const from = glues ? gluedFrom(reading, start) : start;
    const to = glues ? gluedTo(reading, last) : last;
    hit(from, to, form.entry, from < start || to > last ? HOW_GLUED : 0);
  }

  function judgeSplit(form: Form, start: number, before: number): void {
    const last = start + form.text.length;
    if (!startOk(start, form.text.length, true) || !endOk(last, true)) return;
    if (isCommon(form.text.slice(0, before)) && isCommon(form.text.slice(before))) return;
    if (form.accented && !Array.from({ length: last + 1 - start }, (_, i) => isDecorated(reading, start + i)).includes(true)) return;
    if (isOtherI(form, reading, (unit) => start + unit + (unit < before ? 0 : 1), start, last) || isLonger(form, reading, start, last)) return;
    hit(start, last, form.entry, HOW_ONE_SPACE);
  }

  for (const form of entries.flatMap((entry) => formsOf(entry, isCommon))) {
    for (const start of placesOf(text, form.text)) if (!form.bound || beginsWord(start)) judge(form, start, start + form.text.length - 1);
    if (!splits || !form.bound || !form.letters || form.text.length < 5) continue;
    for (let before = 1; before < form.text.length; before++) {
      for (const start of placesOf(text, `${form.text.slice(0, before)} ${form.text.slice(before)}`)) if (beginsWord(start)) judgeSplit(form, start, before);
    }
  }
  return hits;
}

function placesOf(text: string, part: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

function isMark(text: string, at: number): boolean {
  return /^[\p{M}\ufdd0-\ufdef\u200d\u{e0020}-\u{e007f}]$/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
