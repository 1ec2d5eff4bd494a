import { ASSET_HEADER_BYTES } from '../contract/assets.ts';
import { readAssetHead } from '../contract/asset-header.ts';
import { HASH_START, hashStep } from '../contract/list-hash.ts';
import type { TextKernel } from '../text/text-kernel.ts';

/** Function words by which languages are told apart, as 16-bit hashes: `each` for every tag, in order. */
export interface LanguageTable {
  readonly tags: readonly string[];
  readonly each: number;
  readonly hashes: Uint16Array;
}

/** Words of a message that are looked at. */
const WORDS_MAX = 256;
/** From here on, scripts that write no spaces: each character counts as a word. */
const WITHOUT_SPACES = 0x3040;
const SEPARATOR = 0xffff;

/** Layout: scripts/build/lists/pack.ts. */
export function readLanguages(bytes: ArrayBuffer | undefined): LanguageTable | undefined {
  if (bytes === undefined || readAssetHead(bytes)?.kind !== 'LG') return undefined;
  const [count = 0, each = 0] = new Uint16Array(bytes, ASSET_HEADER_BYTES, 2);
  const at = ASSET_HEADER_BYTES + 4;
  return {
    tags: String.fromCharCode(...new Uint8Array(bytes, at + count * each * 2)).split(' '), each,
    hashes: new Uint16Array(bytes, at, count * each),
  };
}

/**
 * How many of the first words of the message in the kernel are function words of a language. At most 256 words by about
 * 1,100 hashes: 0.3 ms, and only where a listed word was found that is everyday in another language.
 */
export function countLanguages(kernel: TextKernel, table: LanguageTable | undefined): (tag: string) => number {
  const counts = new Map<string, number>();
  const { memory, FOLDED } = kernel.exports;
  const units = new Uint16Array(memory.buffer, FOLDED.value);
  let hash = HASH_START;
  let words = 0;
  const end = (): void => {
    if (hash === HASH_START) return;
    const short = (hash ^ hash >>> 16) & 0xffff;
    table?.hashes.forEach((known, n) => {
      const tag = table.tags[n / table.each | 0] as string;
      if (known === short) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    });
    hash = HASH_START;
    words++;
  };
  // What lies behind the folded text is zero: the kernel wipes it after every message.
  for (let i = 0; words < WORDS_MAX; i++) {
    const unit = units[i] ?? 0;
    if (!isLetter(unit) || unit >= WITHOUT_SPACES) end();
    if (unit === 0) break;
    if (isLetter(unit)) hash = hashStep(hash, unit);
    if (unit >= WITHOUT_SPACES) end();
  }
  return (tag) => counts.get(tag) ?? 0;
}

/** As scripts/build/lists/languages.ts cuts its words. */
function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit < 0x2000) || (unit >= WITHOUT_SPACES && unit !== SEPARATOR);
}
