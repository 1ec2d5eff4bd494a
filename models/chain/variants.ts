// What becomes of a text while it is passed on, by a seeded program.

import { createRng, shuffle, type Rng } from '../build/rng.ts';
import { toZawgyi } from '../scam/zawgyi.ts';
import type { CorpusText } from './corpus-files.ts';
import { WRAPS } from './wraps.ts';

export const VARIANTS = ['edits', 'wrapped', 'words', 'reordered', 'emoji', 'zawgyi', 'several'] as const;
export type VariantKind = (typeof VARIANTS)[number];

const EMOJI = ['🙏', '🔥', '⚠️', '😱', '❤️', '👇', '📢', '🚨', '😭', '✅', '👨‍👩‍👧', '🇲🇲', '1️⃣'];
const EDITED = 0.05;
const WORDS = 0.1;
const EMOJI_EVERY = 25;

/** @param others texts of the same language, which words are taken from @returns `undefined` where there is no such variant of it */
export function makeVariant(kind: VariantKind, { lang, text, index }: CorpusText, others: readonly CorpusText[], seed = 1): string | undefined {
  const rng = createRng(Math.imul(seed * 64 + VARIANTS.indexOf(kind) + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b) ^ [...lang].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 0));
  if (kind === 'edits') return edited(text, rng, EDITED);
  if (kind === 'wrapped') return wrapped(text, lang, rng);
  if (kind === 'words') return otherWords(text, lang, others, rng);
  if (kind === 'reordered') return reordered(text, rng);
  if (kind === 'emoji') return withEmoji(text, rng);
  if (kind === 'zawgyi') return lang === 'my' ? toZawgyi(text) : undefined;
  return withEmoji(wrapped(edited(text, rng, EDITED / 2), lang, rng), rng);
}

/** Of so many characters one each is left out, doubled with another one before it, replaced, or swapped with the next one. New ones are of the text's own. */
function edited(text: string, rng: Rng, share: number): string {
  const letters = [...text];
  const alphabet = letters.filter((c) => !/\s/u.test(c));
  for (let left = Math.max(1, Math.round(letters.length * share)); left > 0; left--) {
    const at = rng.below(letters.length);
    const fresh = alphabet[rng.below(alphabet.length)] ?? '';
    const way = rng.below(4);
    if (way === 0) letters.splice(at, 1);
    else if (way === 1) letters.splice(at, 0, fresh);
    else if (way === 2) letters[at] = fresh;
    else letters.splice(at, 2, ...letters.slice(at, at + 2).reverse());
  }
  return letters.join('');
}

function wrapped(text: string, lang: string, rng: Rng): string {
  const wraps = WRAPS[lang];
  if (!wraps) throw new Error(`There is nothing to wrap a text in "${lang}" with.`);
  const [before, behind] = wraps[rng.below(wraps.length)] ?? ['', ''];
  return before + text + behind;
}

/** A tenth of the words, at least one, is left out, replaced by a word of another text, or gets one before it. */
function otherWords(text: string, lang: string, others: readonly CorpusText[], rng: Rng): string {
  const cut = (whole: string): readonly Intl.SegmentData[] => [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(whole)];
  const parts = cut(text);
  const places = parts.flatMap(({ isWordLike }, n) => (isWordLike === true ? [n] : []));
  shuffle(places, rng);
  const chosen = new Set(places.slice(0, Math.max(1, Math.round(places.length * WORDS))));
  const word = (): string => {
    const words = cut(others[rng.below(others.length)]?.text ?? text).filter(({ isWordLike }) => isWordLike === true);
    return words[rng.below(words.length)]?.segment ?? '';
  };
  return parts.map(({ segment }, n) => {
    if (!chosen.has(n)) return segment;
    const way = rng.below(3);
    return way === 0 ? '' : way === 1 ? word() : `${word()} ${segment}`;
  }).join('');
}

/** Sentences in another order; where there is one alone, its two halves. */
function reordered(text: string, rng: Rng): string {
  const parts = text.split(/(?<=[.!?။।؟…\n])\s*/u).filter((part) => part.trim() !== '');
  if (parts.length === 1) {
    const letters = [...text];
    const from = letters.findIndex((c, n) => n >= letters.length / 2 && /[\s,،၊]/u.test(c));
    const at = from < 0 ? letters.length >> 1 : from;
    return `${letters.slice(at).join('').trim()} ${letters.slice(0, at).join('')}`;
  }
  const order = [...parts.keys()];
  while (order.every((n, place) => n === place)) shuffle(order, rng);
  return order.map((n) => parts[n]?.trim()).join(' ');
}

/** About one in 25 characters, anywhere, at the beginning and at the end. */
function withEmoji(text: string, rng: Rng): string {
  const one = (): string => EMOJI[rng.below(EMOJI.length)] ?? '';
  const letters = [...text].map((c) => (rng.below(EMOJI_EVERY) === 0 ? c + one() : c));
  return `${one()}${one()} ${letters.join('')} ${one()}`;
}
