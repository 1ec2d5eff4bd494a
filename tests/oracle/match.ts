// The matcher, slow and obvious: every pattern at every position of the oracle's folded text, and the edges judged with
// regular expressions on the characters around it.

import { foldCharacter, normalise } from './normalise.ts';
import { mayBe, mayBeAll } from './zawgyi.ts';
import type { TextHit, WordEntry } from '../../src/text/text-kernel.ts';

const UNSPACED = new RegExp(`^[${[
  'Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Yi', 'Tangut', 'Nushu', 'Khitan_Small_Script', 'Thai', 'Lao', 'Khmer',
  'Myanmar', 'Tai_Le', 'New_Tai_Lue', 'Tai_Tham', 'Tai_Viet', 'Tibetan', 'Javanese', 'Balinese',
].map((s) => `\\p{Script=${s}}`).join('')}\\u30fc\\uff70\\u3099\\u309a\\uff9e\\uff9f]$`, 'u');
const MARK = /^[\p{M}\u0e33\u0eb3\uff9e\uff9f]$/u;
/** Syllables that Korean particles and endings begin with. */
const PARTICLES = '가같과께나는님다도들라랑로를만면보부아야에와요으은을의이인입처하';

type Kind = 'letter' | 'digit' | 'mark' | 'unspaced' | 'picture' | 'flag' | 'none';

function kindOf(c: string): Kind {
  if (/^\p{Regional_Indicator}$/u.test(c)) return 'flag';
  if (c === '' || /^[\p{White_Space}\p{Surrogate}\u20e3]$/u.test(c)) return 'none';
  if (/^\p{Extended_Pictographic}$/u.test(c) && foldCharacter(c) === c) return 'picture';
  if (MARK.test(c)) return 'mark';
  if (UNSPACED.test(c) && /^[\p{L}\p{N}\p{S}]$/u.test(c)) return 'unspaced';
  if (/^[\p{L}\p{Alphabetic}]$/u.test(c) || /^\p{N}$/u.test(c) && /^\p{Script=Latin}$/u.test(c)) return 'letter';
  if (/^\p{N}$/u.test(c)) return 'digit';
  return /^\p{Extended_Pictographic}$/u.test(c) ? 'picture' : 'none';
}

/** The text as characters that fold to something, each with its place; what is dropped belongs to the one before. */
interface Character { readonly c: string; readonly at: number; readonly end: number }

function characters(input: string): readonly Character[] {
  const out: Character[] = [];
  let at = 0;
  for (const c of input) {
    out.push({ c, at, end: at + c.length });
    at += c.length;
  }
  return out;
}

/** Whether the letter that `rest` begins with closes the syllable before it. */
const closes = (rest: string): boolean => /^[\u0e00-\u17ff][\u1037\u1038\u0e34\u0eb4\u0e38\u0eb8]{0,7}[\u103a\u1039\ufdd0-\ufdee\u0e4c\u0ecc\u17cd\u17d1]/.test(rest);
const follows = (rest: string): boolean => /^[\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3\u0ebd]/.test(rest);
const goesOn = (before: string): boolean => /[\u0e40-\u0e44\u0ec0-\u0ec4\u1039\u17d2]$/.test(before);
const isBurmese = (c: string | undefined): boolean => c !== undefined && /^[\u1000-\u109f\ufdd0-\ufdef]$/.test(c);
/** Code units looked at on either side of a hit for what encoding it is in. */
const REACH = 96;

/** All hits of one surface, before any limit, in order of start, then end, then entry. */
export function matchSurface(input: string, entries: readonly WordEntry[], surface = 0): TextHit[] {
  const hits = [...matchReading(input, entries, surface, false), ...(/[\u1000-\u109f]/.test(input) ? matchReading(input, entries, surface, true) : [])];
  const unique = new Map(hits.map((hit) => [JSON.stringify(hit), hit]));
  return [...unique.values()].sort((a, b) => a.start - b.start || a.end - b.end || a.entry - b.entry);
}

/** The folded forms of a word: as Unicode and, where it may be, as Zawgyi. */
function formsOf(word: string): readonly string[] {
  const letters = word.match(/[\u1000-\u102a]/g)?.length ?? 0;
  const runs = [...word].map((c) => c > '\uffff' || foldCharacter(c) !== '' || /[\u1000-\u109f]/.test(c) ? c : '').join('').split(/[^\u1000-\u109f]+/);
  const readings = letters > 0 && mayBeAll(runs, letters > 1) ? [false, true] : [false];
  return readings.map((zawgyi) => normalise(word, zawgyi).text.replace(/^ | $/g, ''));
}

function matchReading(input: string, entries: readonly WordEntry[], surface: number, zawgyi: boolean): TextHit[] {
  const { text, origins } = normalise(input, zawgyi);
  const all = characters(input);
  const starting = new Map(all.map((character) => [character.at, character]));
  const hits: TextHit[] = [];

  const character = (unit: number): string => (unit < 0 || unit >= text.length ? '' : starting.get(origins[unit] ?? -1)?.c ?? '');
  const kind = (unit: number): Kind => kindOf(character(unit));
  const inWord = (unit: number): boolean =>
    kind(unit) === 'letter' || kind(unit) === 'digit' || (kind(unit) === 'mark' && !UNSPACED.test(character(unit)));
  const apostrophe = (unit: number): boolean => text[unit] === "'" || text[unit] === '\u2019';

  function readable(start: number, length: number): boolean {
    if (!isBurmese(text[start])) return true;
    let [from, to] = [start, start + length];
    const most = to + REACH;
    while (start - from < REACH && isBurmese(text[from - 1])) from--;
    while (to < most && isBurmese(text[to])) to++;
    const run = input.slice(origins[from] ?? 0, origins[to] ?? input.length);
    const letters = text.slice(start, start + length).match(/[\u1000-\u102a]/g)?.length ?? 0;
    return mayBe(zawgyi, run.replace(/[^\u1000-\u109f]/g, ''), letters > 1);
  }

  function startOk(start: number, length: number, wholeWord: boolean): boolean {
    if (!readable(start, length)) return false;
    if (start === 0) return true;
    if (isMark(text, start) && text[start - 1] !== ' ') return false;
    if (text[start - 1] === '\u200d' || goesOn(text.slice(0, start)) || follows(text.slice(start)) || closes(text.slice(start))) return false;
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
    if (isMark(text, next) || goesOn(text.slice(0, next)) || follows(text.slice(next)) || closes(text.slice(next))) return false;
    if (origins[next] === origins[last]) return !wholeWord;
    if (!wholeWord || !inWord(last)) return true;
    if (inWord(next)) return /^[가-힣]{3}$/.test(text.slice(next - 2, next + 1)) && PARTICLES.includes(text[next] ?? '-');
    if (!apostrophe(next) || kind(next + 1) !== 'letter') return true;
    return text[next + 1] === 's' && !inWord(next + 2);
  }

  function endInInput(last: number): number {
    let next = last + 1;
    while (next < text.length && origins[next] === origins[last]) next++;
    const limit = origins[next] ?? input.length;
    const trailing = all.filter(({ at, end }) => at > (origins[last] ?? 0) && end <= limit);
    while (trailing.length > 0 && isControl(trailing.at(-1)?.c ?? '')) trailing.pop();
    return trailing.at(-1)?.end ?? starting.get(origins[last] ?? 0)?.end ?? 0;
  }

  for (const { text: word, match = 'word', entry } of entries) {
    for (const pattern of formsOf(word)) for (let start = pattern === '' ? -1 : text.indexOf(pattern); start >= 0; start = text.indexOf(pattern, start + 1)) {
      const last = start + pattern.length - 1;
      if (!startOk(start, pattern.length, match !== 'anywhere') || !endOk(last, match === 'word')) continue;
      hits.push({ surface, start: origins[start] ?? 0, end: endInInput(last), entry });
    }
  }
  return hits;
}

function isMark(text: string, at: number): boolean {
  return /^[\p{M}\ufdd0-\ufdef\u200d\u{e0020}-\u{e007f}]$/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** A format control that belongs to no letter: neither mark, selector nor tag. */
function isControl(c: string): boolean {
  return foldCharacter(c) === '' && /^\p{Default_Ignorable_Code_Point}$/u.test(c) && (c === '\u200c' || !/^[\p{M}\u{e0020}-\u{e007f}]$/u.test(c));
}
