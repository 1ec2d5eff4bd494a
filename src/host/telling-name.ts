// `\p{…}` is no matter of verdicts here: this runs where a person blocks somebody, not where a message is judged.

/** A name of so many different words, with so many letters together, says enough for a notice to stand on it alone. */
const RULES = [{ words: 1, letters: 14 }, { words: 2, letters: 10 }] as const;
/** Words of two letters and more: an initial is none. */
const WORD = /\p{L}[\p{L}\p{M}'’]+/gu;
/** A character is a syllable or a word. */
const DENSE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Written without spaces. */
const UNSPACED = /(?=\p{L})[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/gu;
/** What services call people who have no name, and what many call themselves: it says nothing of anybody. */
const GIVEN = /\b(?:user|account|deleted|unknown|anonymous|customer|support|service|official|admin|team)\b/iu;

/**
 * Whether few people go by this name, so that somebody who does is worth a second look (docs/decisions/0027). First and last
 * name of ten letters, or one long word. Letters of scripts that say more with one count two or three. O(length)
 */
export function isTellingName(name: string): boolean {
  const plain = name.normalize('NFKC').toLowerCase();
  const words = new Set(plain.match(WORD) ?? []);
  const text = [...words].join(' ');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu) + count(UNSPACED) + 2 * count(DENSE);
  return !GIVEN.test(plain) && RULES.some((rule) => words.size >= rule.words && letters >= rule.letters);
}
