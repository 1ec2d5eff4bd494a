// What somebody does to a text so that filters read it wrongly and people still read it. Seeded; on words of a text, never on its links and numbers.

import type { Rng } from '../build/rng.ts';

export interface Disguise {
  readonly name: string;
  /** A word of letters alone, disguised; the same word where the disguise has nothing to do with its script. */
  readonly word: (word: string, rng: Rng) => string;
}

const LEET: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' };
const SYMBOLS: Readonly<Record<string, string>> = { a: '@', e: '€', i: '!', s: '$', t: '+' };
/** Cyrillic and Greek letters that look like Latin ones. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'а', c: 'с', e: 'е', i: 'і', j: 'ј', o: 'о', p: 'р', s: 'ѕ', x: 'х', y: 'у', A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', v: 'ν', N: 'Ν',
};
const GAPS = ['.', '-', '*', '_'];

/** From the code of a plain letter to that of a styled one: `capitals` and `small` are the codes of their A. */
function styled(capitals: number, small: number): Disguise['word'] {
  return (word) => word.replace(/[A-Za-z]/gu, (letter) => {
    const code = letter.charCodeAt(0);
    return String.fromCodePoint(code < 97 ? capitals + code - 65 : small + code - 97);
  });
}

function replaced(table: Readonly<Record<string, string>>): Disguise['word'] {
  return (word) => word.replace(/\p{L}/gu, (letter) => table[letter] ?? letter);
}

/** Letters, each with the marks that belong to it. */
function clusters(word: string): readonly string[] {
  return word.match(/\P{M}\p{M}*/gu) ?? [word];
}

function between(gap: (rng: Rng) => string): Disguise['word'] {
  return (word, rng) => clusters(word).join(gap(rng));
}

export const DISGUISES: readonly Disguise[] = [
  { name: 'digits for letters', word: replaced(LEET) },
  { name: 'symbols for letters', word: replaced(SYMBOLS) },
  { name: 'letters of other scripts', word: replaced(LOOK_ALIKES) },
  { name: 'full width', word: styled(0xff21, 0xff41) },
  { name: 'mathematical letters', word: styled(0x1d400, 0x1d41a) },
  { name: 'circled letters', word: styled(0x24b6, 0x24d0) },
  { name: 'marks on letters', word: (word) => word.replace(/[A-Za-z]/gu, (letter) => `${letter}\u0335`) },
  { name: 'zero width between letters', word: between(() => '\u200b') },
  { name: 'spaces between letters', word: between(() => ' ') },
  { name: 'signs between letters', word: between((rng) => GAPS[rng.below(GAPS.length)] as string) },
  { name: 'letters repeated', word: (word, rng) => {
    const letters = clusters(word);
    const at = rng.below(letters.length);
    return letters.map((letter, i) => (i === at ? letter.repeat(3) : letter)).join('');
  } },
];

/** Words of so many letters and more are disguised. */
const LEAST_LETTERS = 4;

/** About every second longer word of a text disguised; the text itself where nothing of it changes. */
export function disguised(text: string, { word }: Disguise, rng: Rng): string {
  return text.split(/(\s+)/u).map((part) => {
    const inside = /^([^\p{L}\p{N}]*)([\p{L}\p{M}]+)([^\p{L}\p{N}]*)$/u.exec(part);
    if (inside === null || clusters(inside[2] as string).length < LEAST_LETTERS || rng.below(2) === 0) return part;
    return `${inside[1] as string}${word(inside[2] as string, rng)}${inside[3] as string}`;
  }).join('');
}
