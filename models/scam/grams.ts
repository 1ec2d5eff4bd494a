// The language head's n-grams of a prepared text, which training counts itself (assembly/score/language.ts counts them in the kernel).

import { finish, step } from '../build/hash.ts';

const BASIS_GRAM = 0x2545f491;
/** Buckets of the language head. */
export const GRAM_BUCKETS = 1 << 12;

/** Buckets of every run of one to three units of a prepared text, repeats included, but for runs with a `0`: numbers, and addresses as `FeatureKernel.wording` gives them. */
export function languageGrams(text: string): Uint16Array {
  const out = new Uint16Array(text.length * 3);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    let h = BASIS_GRAM;
    for (let j = i; j < Math.min(text.length, i + 3); j++) {
      const unit = text.charCodeAt(j);
      if (unit === 0x30) break;
      h = step(h, unit);
      out[n++] = finish(h) & (GRAM_BUCKETS - 1);
    }
  }
  return out.subarray(0, n);
}
