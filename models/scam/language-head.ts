// Which language a text is in: multinomial logistic regression over hashed runs of one to three units. Trained by Adagrad on plain texts.

import { exactExp } from '../build/exact-math.ts';
import { shuffle, type Rng } from '../build/rng.ts';
import { GRAM_BUCKETS, languageGrams } from './grams.ts';
import { LANGUAGES } from './shape.ts';

/** Lanes of a row of the table; those past the last language stay zero. */
export const LANES = 32;
const L = LANGUAGES.length;
/** Whole numbers from -LEVELS to LEVELS are kept of a weight: few of them press well. */
const LEVELS = 9;

export interface LanguageText {
  /** As the kernel prepared it (folded, digits as 0). */
  readonly text: string;
  readonly lang: number;
}

export interface LanguageHead {
  /** int8 [GRAM_BUCKETS, LANES] */
  readonly table: Int8Array;
  /** [LANES] */
  readonly bias: Float32Array;
  readonly scale: number;
}

export interface HeadRecipe {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Share of visits in which only a piece of 12 to 60 units of a text is seen: most messages are short. */
  readonly pieces: number;
}

export function trainLanguageHead(texts: readonly LanguageText[], recipe: HeadRecipe, rng: Rng): LanguageHead {
  const w = new Float64Array(GRAM_BUCKETS * L);
  const squares = new Float64Array(GRAM_BUCKETS * L).fill(1e-4);
  const bias = new Float64Array(L);
  const biasSquares = new Float64Array(L).fill(1e-2);
  const order = Uint32Array.from(texts, (_, i) => i);
  const counts = new Uint32Array(L);
  for (const { lang } of texts) counts[lang] = (counts[lang] as number) + 1;
  const shares = new Float64Array(L);
  for (let epoch = 0; epoch < recipe.epochs; epoch++) {
    shuffle(order, rng);
    for (const i of order) {
      const { text, lang } = texts[i] as LanguageText;
      const grams = languageGrams(rng.unit() < recipe.pieces ? piece(text, rng) : text);
      const inverse = 1 / Math.sqrt(grams.length);
      // Each language weighs the same, however much of it there is.
      const weight = texts.length / (L * (counts[lang] as number));
      sharesOf(w, bias, grams, inverse, shares);
      shares[lang] = (shares[lang] as number) - 1;
      for (let l = 0; l < L; l++) {
        const g = (shares[l] as number) * weight;
        (biasSquares[l] as number) += g * g;
        (bias[l] as number) -= (recipe.rate * g) / Math.sqrt(biasSquares[l] as number);
      }
      for (const gram of grams) {
        for (let l = 0, at = gram * L; l < L; l++, at++) {
          const g = (shares[l] as number) * weight * inverse + recipe.decay * (w[at] as number);
          (squares[at] as number) += g * g;
          (w[at] as number) -= (recipe.rate * g) / Math.sqrt(squares[at] as number);
        }
      }
    }
  }
  return packed(w, bias);
}

function sharesOf(w: Float64Array, bias: Float64Array, grams: Uint16Array, inverse: number, shares: Float64Array): void {
  shares.fill(0);
  for (const gram of grams) for (let l = 0, at = gram * L; l < L; l++, at++) (shares[l] as number) += w[at] as number;
  let largest = -Infinity;
  for (let l = 0; l < L; l++) {
    const logit = (shares[l] as number) * inverse + (bias[l] as number);
    shares[l] = logit;
    if (logit > largest) largest = logit;
  }
  let total = 0;
  for (let l = 0; l < L; l++) total += shares[l] = exactExp((shares[l] as number) - largest);
  for (let l = 0; l < L; l++) (shares[l] as number) /= total;
}

/** Some words in the middle, with the spaces around them that a whole text has. */
function piece(text: string, rng: Rng): string {
  const length = 12 + rng.below(49);
  if (text.length <= length) return text;
  const at = rng.below(text.length - length);
  return ` ${text.slice(at, at + length).trim()} `;
}

function packed(w: Float64Array, bias: Float64Array): LanguageHead {
  let largest = 0;
  for (const x of w) largest = Math.max(largest, Math.abs(x));
  // Few weights are as large as the largest: cutting them costs nothing, finer steps for the rest help.
  const sizes = w.map(Math.abs).sort();
  const bound = sizes[Math.floor(sizes.length * 0.9995)] ?? largest;
  const scale = Math.fround(Math.max(bound, 1e-6) / LEVELS);
  const table = new Int8Array(GRAM_BUCKETS * LANES);
  for (let b = 0; b < GRAM_BUCKETS; b++) {
    for (let l = 0; l < L; l++) table[b * LANES + l] = Math.max(-LEVELS, Math.min(LEVELS, Math.round((w[b * L + l] as number) / scale)));
  }
  const wide = new Float32Array(LANES);
  wide.set(bias);
  return { table, bias: wide, scale };
}

export interface Told {
  readonly lang: number;
  /** Logit of the first less that of the second. */
  readonly margin: number;
}

/** What the kernel says of a prepared text, in f64. */
export function tellLanguage(head: LanguageHead, text: string): Told {
  const grams = languageGrams(text);
  const sums = new Int32Array(LANES);
  for (const gram of grams) for (let l = 0; l < LANES; l++) (sums[l] as number) += head.table[gram * LANES + l] as number;
  const factor = grams.length > 0 ? head.scale / Math.sqrt(grams.length) : 0;
  let [lang, first, second] = [0, -Infinity, -Infinity];
  for (let l = 0; l < L; l++) {
    const logit = (sums[l] as number) * factor + (head.bias[l] as number);
    if (logit > first) [lang, first, second] = [l, logit, first];
    else if (logit > second) second = logit;
  }
  return { lang, margin: first - second };
}
