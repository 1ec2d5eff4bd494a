// Disguised words as people read them, slow and obvious: strings and regular expressions. The text is folded, with one space before, between and
// behind its words, and digits of all scripts as ASCII ones.

export const LATIN_LIKE: Readonly<Record<string, string>> = {
  α: 'a', β: 'b', γ: 'y', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x',
  а: 'a', в: 'b', г: 'r', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', ь: 'b', ѕ: 's', і: 'i', ї: 'i', ј: 'j',
};
const CYRILLIC_LIKE = Object.fromEntries(Object.entries(LATIN_LIKE).filter(([letter]) => letter >= 'а').reverse().map(([letter, like]) => [like, letter]));
const LETTER_FOR: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', '!': 'i', 3: 'e', '€': 'e', 4: 'a', '@': 'a', 5: 's', $: 's', 7: 't', '+': 't' };

const LETTER = '(?![\\u00d7\\u00f7\\u060c\\u060d\\u061b\\u061e\\u061f\\u066a-\\u066d\\u06d4\\u0964\\u0965\\u104a\\u104b\\u30fb])[A-Za-z\\u00c0-\\u02af\\u0370-\\u0e3e\\u0e40-\\u1fff\\u2c00-\\u2fff\\u3040-\\ud7a3\\uf900-\\ufeff]';
const APART = '[\\u0e01-\\u0e4e\\u1000-\\u109f\\u3041-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3]';
const DIGIT_OF_OTHERS = '[\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u09e6-\\u09ef\\u0e50-\\u0e59\\u1040-\\u1049]';
const isLetter = (unit: string | undefined): boolean => unit !== undefined && new RegExp(`^${LETTER}$`).test(unit) && !new RegExp(DIGIT_OF_OTHERS).test(unit);

/** No prepared text has white space but spaces. */
export const ADDRESS = '\n';

export interface Undisguised {
  readonly text: string;
  /** The same with `ADDRESS` for every unit of an address. */
  readonly wording: string;
  readonly link: boolean;
}

export function undisguise(text: string, hasLink: (word: string) => boolean): Undisguised {
  const isLatin = /[a-z]/.test(text) && ![...text].some((unit) => /[\u0370-\u052f]/.test(unit) && isLetter(unit) && LATIN_LIKE[unit] === undefined);
  const words = joinedLetters(text.split(' ').filter((word) => word !== ''));
  const read = words.map(({ word, parted }) => {
    const link = hasLink(` ${word} `);
    if (link || /@.*\./.test(word) && mail(word)) return { word: word.replace(/[0-9]/g, '0'), link, address: true };
    const plain = shortened(asLetters(inOneScript(parted ? word : withoutSigns(word), isLatin)));
    return { word: plain, link: false, address: false };
  });
  return {
    text: ` ${read.map(({ word }) => `${word} `).join('')}`, wording: ` ${read.map(({ word, address }) => `${address ? ADDRESS.repeat(word.length) : word} `).join('')}`,
    link: read.some(({ link }) => link),
  };
}

/** Words of one letter each, four or more in a row, as one word. */
function joinedLetters(words: readonly string[]): readonly { readonly word: string; readonly parted: boolean }[] {
  const isSingle = (word: string): boolean => isLetter(word[0]) && (word.length === 1 || (word.length <= 3 && new RegExp(`^${APART}`).test(word) && !/^[\uac00-\ud7a3]/.test(word)));
  const out: { word: string; parted: boolean }[] = [];
  for (let i = 0; i < words.length;) {
    let n = i;
    while (n < words.length && isSingle(words[n] as string)) n++;
    if (n - i >= 4) out.push({ word: words.slice(i, n).join(''), parted: true });
    else {
      n = i + 1;
      out.push({ word: words[i] as string, parted: false });
    }
    i = n;
  }
  return out;
}

function mail(word: string): boolean {
  const behind = [...word.slice(word.indexOf('@') + 1).matchAll(/\.(?=([^]))/g)];
  return behind.some(([, next]) => isLetter(next));
}

/** p.a.y.m.e.n.t */
function withoutSigns(word: string): string {
  return word.split(new RegExp(`((?<!${LETTER})${LETTER}(?:[.*_-]${LETTER})+)`)).map((part, n, all) => {
    const letters = part.split(/[.*_-]/);
    if (n % 2 === 0 || letters.some((letter) => letter.length !== 1 || !isLetter(letter))) return part;
    return letters.length >= 4 && !isLetter(all[n + 1]?.[0]) ? letters.join('') : part;
  }).join('');
}

function inOneScript(word: string, isLatinText: boolean): string {
  const latin = [...word].filter((unit) => /[a-z]/.test(unit));
  const others = [...word].filter((unit) => /[\u0370-\u052f]/.test(unit));
  if (others.length === 0) return word;
  if (isLatinText || (latin.length > 0 && others.every((unit) => LATIN_LIKE[unit] !== undefined))) return [...word].map((unit) => LATIN_LIKE[unit] ?? unit).join('');
  if (latin.length > 0 && latin.every((unit) => CYRILLIC_LIKE[unit] !== undefined)) return word.replace(/[a-z]/g, (unit) => CYRILLIC_LIKE[unit] ?? unit);
  return word;
}

/** p4ym3nt */
function asLetters(word: string): string {
  return word.replace(/[a-z\u00df-\u024f0-9!€@$]+/g, (run) => {
    // `!` parts words and is a letter only beside other signs.
    const plain = run.replaceAll('!', '');
    const letters = plain.match(/[a-z\u00df-\u024f]/g) ?? [];
    const groups = plain.match(/[^a-z\u00df-\u024f]+/g) ?? [];
    const isWord = !/[2689]/.test(plain) && groups.every((group) => group.length <= 2);
    const isInside = /[a-z\u00df-\u024f][^a-z\u00df-\u024f]+[a-z\u00df-\u024f]/.test(plain);
    // Rp50rb, N15k
    const isAmount = /([0-9])(?!\1)[0-9]/.test(run) && letters.length <= 4;
    if (!isWord || !isInside || letters.length < 2 || isAmount) return run;
    const [, start = '', end = ''] = /^(.*?)(!*)$/s.exec(run) ?? [];
    return [...start].map((unit) => LETTER_FOR[unit] ?? unit).join('') + end;
  });
}

/** paaayment */
function shortened(word: string): string {
  return word.replace(/([^])\1{2,}/g, (run, unit: string) => (!isLetter(unit) ? run : run.length === 3 ? unit : unit.repeat(2))).replace(/[0-9]/g, '0');
}
