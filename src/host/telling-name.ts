// `\p{…}` is no matter of verdicts here: this runs where a person blocks somebody, not where a message is judged.

/** A name of so many different words, with so many letters together, says enough for a notice to stand on it alone. */
const RULES = [{ words: 1, letters: 14 }, { words: 2, letters: 10 }] as const;
/** Syllables of a whole name in scripts that write one a character or a cluster: one or two are a given name, or a family's. */
const SYLLABLES = 3;
/** Words of two letters and more: an initial is none. */
const WORD = /\p{L}[\p{L}\p{M}'’]+/gu;
/** A character is a syllable or a word. */
const DENSE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Written without spaces. */
const UNSPACED = /(?=\p{L})[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Tibetan}]/gu;
/** Vowels are marks here, and as good as letters. */
const VOWEL_SIGNS = new RegExp(`(?=\\p{M})[${
  ['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala'].map((script) => `\\p{Script=${script}}`).join('')}]`, 'gu');
/** Of Burmese a letter that is not killed (U+1039 and U+103A, behind a dot below too) begins a syllable. */
const SYLLABLE = /[\p{Script=Han}\p{Script=Hangul}]|(?=\p{L})\p{Script=Myanmar}(?!\u1037?[\u1039\u103a])\p{M}*/gu;
/** U, Daw, Ko and Ma stand before a Burmese name and say nothing of it. */
const FORM_OF_ADDRESS = /^(?:ဦး|ဒေါ်|ကို|မ(?=[က-အ](?!\u1037?[\u1039\u103a])))/u;
/** What services call people who have no name, and what many call themselves: it says nothing of anybody. */
const GIVEN = /\b(?:user|account|deleted|unknown|anonymous|customer|support|service|official|admin|team)\b|用户|用戶|客服|官方|匿名|管理|ユーザー|사용자|고객|관리자/iu;

/**
 * Whether few people go by this name, so that somebody who does is worth a second look (docs/decisions/0027). First and last
 * name of ten letters, one long word, or three syllables of Chinese, Korean or Burmese. Letters of scripts that say more with one
 * count two or three. O(length)
 */
export function isTellingName(name: string): boolean {
  const plain = name.normalize('NFKC').toLowerCase();
  const words = new Set(plain.match(WORD) ?? []);
  const text = [...words].join(' ');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu) + count(UNSPACED) + count(VOWEL_SIGNS) + 2 * count(DENSE);
  // A family name of one character is no word, so syllables are counted whatever they stand apart by.
  const syllables = plain.replace(FORM_OF_ADDRESS, '').match(SYLLABLE) ?? [];
  const isWhole = syllables.length >= SYLLABLES && new Set(syllables).size > 1;
  return !GIVEN.test(plain) && (isWhole || RULES.some((rule) => words.size >= rule.words && letters >= rule.letters));
}
