// The matcher, slow and obvious: every pattern at every position of the oracle's folded text, and the edges judged with
// regular expressions on the characters around it.

import { foldCharacter, normalise } from './normalise.ts';
import type { TextHit, WordEntry } from '../../src/text/text-kernel.ts';

const UNSPACED = new RegExp(`^[${[
  'Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Yi', 'Tangut', 'Nushu', 'Khitan_Small_Script', 'Thai', 'Lao', 'Khmer',
  'Myanmar', 'Tai_Le', 'New_Tai_Lue', 'Tai_Tham', 'Tai_Viet', 'Tibetan', 'Javanese', 'Balinese',
].map((s) => `\\p{Script=${s}}`).join('')}\\u30fc\\uff70\\u3099\\u309a\\uff9e\\uff9f]$`, 'u');
const MARK = /^(?:[\p{M}\p{Emoji_Modifier}]|[\u0e33\u0eb3\uff9e\uff9f])$/u;

type Kind = 'letter' | 'digit' | 'mark' | 'unspaced' | 'picture' | 'tone' | 'flag' | 'none';

function kindOf(c: string): Kind {
  if (/^\p{Emoji_Modifier}$/u.test(c)) return 'tone';
  if (/^\p{Regional_Indicator}$/u.test(c)) return 'flag';
  if (c === '' || /^[\p{White_Space}\p{Surrogate}]$/u.test(c)) return 'none';
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

/** All hits of one surface, before any limit, in order of start, then end, then entry. */
export function matchSurface(input: string, entries: readonly WordEntry[], surface = 0): TextHit[] {
  const { text, origins } = normalise(input);
  const all = characters(input);
  const starting = new Map(all.map((character) => [character.at, character]));
  const hits: TextHit[] = [];

  const character = (unit: number): string => (unit < 0 || unit >= text.length ? '' : starting.get(origins[unit] ?? -1)?.c ?? '');
  const kind = (unit: number): Kind => kindOf(character(unit));
  const inWord = (unit: number): boolean =>
    kind(unit) === 'letter' || kind(unit) === 'digit' || (kind(unit) === 'mark' && !UNSPACED.test(character(unit)));
  const joined = (unit: number): boolean => input[(origins[unit] ?? 0) - 1] === '\u200d';
  const picture = (unit: number): boolean => kind(unit) === 'picture' || kind(unit) === 'tone';
  const apostrophe = (unit: number): boolean => text[unit] === "'" || text[unit] === '\u2019';

  function startOk(start: number, length: number, wholeWord: boolean): boolean {
    if (start === 0) return true;
    if (isMark(text, start) && text[start - 1] !== ' ') return false;
    if (origins[start - 1] === origins[start]) return !wholeWord;
    if (kind(start) === 'picture' && picture(start - 1) && joined(start)) return false;
    if (kind(start) === 'flag') {
      let before = 0;
      while (kind(start - 1 - 2 * before) === 'flag') before++;
      if (before < 64 && before % 2 === 1) return false;
    }
    if (!wholeWord || !inWord(start)) return true;
    if (inWord(start - 1)) return false;
    return !(length < 4 && apostrophe(start - 1) && kind(start - 2) === 'letter');
  }

  function endOk(last: number, wholeWord: boolean): boolean {
    let next = last + 1;
    if (next === text.length) return true;
    if (isMark(text, next)) return false;
    if (origins[next] === origins[last]) return !wholeWord;
    if (picture(last)) {
      if (kind(next) === 'tone') next += 2;
      return !(kind(next) === 'picture' && joined(next));
    }
    if (!wholeWord || !inWord(last)) return true;
    if (inWord(next)) return false;
    if (!apostrophe(next) || kind(next + 1) !== 'letter') return true;
    return text[next + 1] === 's' && !inWord(next + 2);
  }

  function endInInput(last: number): number {
    let next = last + 1;
    if (picture(last) && kind(next) === 'tone') next += 2;
    while (next < text.length && origins[next] === origins[last]) next++;
    const limit = origins[next] ?? input.length;
    const trailing = all.filter(({ at, end }) => at > (origins[last] ?? 0) && end <= limit);
    while (trailing.length > 0 && isControl(trailing.at(-1)?.c ?? '')) trailing.pop();
    return trailing.at(-1)?.end ?? starting.get(origins[last] ?? 0)?.end ?? 0;
  }

  for (const { text: word, match = 'word', entry } of entries) {
    const pattern = normalise(word).text.replace(/^ | $/g, '');
    if (pattern === '') continue;
    for (let start = text.indexOf(pattern); start >= 0; start = text.indexOf(pattern, start + 1)) {
      const last = start + pattern.length - 1;
      if (!startOk(start, pattern.length, match !== 'anywhere') || !endOk(last, match === 'word')) continue;
      hits.push({ surface, start: origins[start] ?? 0, end: endInInput(last), entry });
    }
  }
  return hits.sort((a, b) => a.start - b.start || a.end - b.end || a.entry - b.entry);
}

function isMark(text: string, at: number): boolean {
  return /^\p{M}$/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** A format control that belongs to no letter: neither mark, selector nor tag. */
function isControl(c: string): boolean {
  return foldCharacter(c) === '' && /^\p{Default_Ignorable_Code_Point}$/u.test(c) && (c === '\u200c' || !/^[\p{M}\u{e0020}-\u{e007f}]$/u.test(c));
}
