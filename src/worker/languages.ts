import { FOLDED } from '../../build/regions.gen.ts';
import { ASSET_HEADER_BYTES } from '../contract/assets.ts';
import { HASH_START, hashStep } from '../contract/list-hash.ts';
import type { TextKernel } from '../text/text-kernel.ts';

/** Function words by which languages are told apart, as 16-bit hashes: `each` for every tag, in order. */
export interface LanguageTable {
  readonly tags: readonly string[];
  readonly each: number;
  readonly hashes: Uint16Array;
}

/** Folded units of a message that are looked at. */
const UNITS = 2_048;
/** From here on, scripts that write no spaces: each character counts as a word. */
const WITHOUT_SPACES = 0x3040;

/** Layout: scripts/build/lists/pack.ts. */
export function readLanguages(bytes: ArrayBuffer | undefined): LanguageTable | undefined {
  if (bytes === undefined) return undefined;
  const [count = 0, each = 0] = new Uint16Array(bytes, ASSET_HEADER_BYTES, 2);
  const at = ASSET_HEADER_BYTES + 4;
  return {
    tags: String.fromCharCode(...new Uint8Array(bytes, at + count * each * 2)).split(' '), each,
    hashes: new Uint16Array(bytes, at, count * each),
  };
}

/**
 * Hashes of the words at the start of the message in the kernel, and of what stands between them, which are no word's. About 10 µs, and only where a
 * listed word is everyday elsewhere.
 */
export function tokensIn(kernel: TextKernel): readonly number[] {
  const { memory } = kernel.exports;
  const tokens: number[] = [];
  let hash = HASH_START;
  // What lies behind the folded text is zero: the kernel wipes it after every message.
  for (const unit of new Uint16Array(memory.buffer, FOLDED, UNITS)) {
    // As scripts/build/lists/languages.ts cuts its words.
    const joins = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit < 0x2000);
    if (!joins) {
      tokens.push(short(hash));
      hash = HASH_START;
    }
    if (joins) hash = hashStep(hash, unit);
    else if (unit >= WITHOUT_SPACES) tokens.push(short(hashStep(hash, unit)));
  }
  return tokens;
}

/** How many of the tokens are function words of a language; 0 for one that is not in the table. */
export function spoken({ tags, each, hashes }: LanguageTable, tag: string, tokens: readonly number[]): number {
  const from = tags.indexOf(tag) * each;
  return from < 0 ? 0 : tokens.filter((token) => hashes.subarray(from, from + each).includes(token)).length;
}

function short(hash: number): number {
  return (hash ^ hash >>> 16) & 0xffff;
}
