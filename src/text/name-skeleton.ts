import { FOLDED, READINGS } from '../../build/regions.gen.ts';
import type { TextKernel } from './text-kernel.ts';

/**
 * What a name looks like, one number a character: the Latin letters it may be read as (bits 0–25, UTS #39 and `leet.ts`, decision 13;
 * what may be an l may be an i, whose capital looks the same), with `WEAK` for a digit, sign or flag; above bit 32 its code point, where it is read as none or is of
 * another living script: within that it stands for itself alone.
 */
export type Skeleton = readonly number[];

export const LETTERS = 0x3ffffff;
export const WEAK = LETTERS + 1;
/** What a code point is multiplied by; bit operations see none of it. */
export const OWN = 2 ** 32;
/** UTF-16 units of a name that are read. */
const NAME_UNITS = 128;
/** Bits of a reading (assembly/normalise/readings.ts): digit, sign, flag letter, punctuation. */
const WEAK_KINDS = 0x78000000;

/** A folded character to what stands for all that look like it, in scripts other than Latin (build/name-letters.gen.ts). */
export type NameLetters = ReadonlyMap<string, string>;

/**
 * Folds a name as messages are folded and looks its characters up where the kernel unpacked `lookalikes.bin`: that has to be
 * loaded. Spaces, marks that fold away, emoji and punctuation without letters leave nothing; rn and m are one, vv and w. Ends
 * the reading of the message before. About 2 µs.
 */
export function nameSkeleton(kernel: TextKernel, name: string, alike?: NameLetters): Skeleton {
  const { units } = kernel.read([{ text: name.slice(0, NAME_UNITS), scored: false }]);
  const { buffer } = kernel.exports.memory;
  // Behind a surface stands a mark.
  const folded = String.fromCharCode(...new Uint16Array(buffer, FOLDED, units - 1));
  const blockOf = new Uint8Array(buffer, READINGS, 0x800);
  const blocks = new Int32Array(buffer, READINGS + 0x800);
  kernel.wipe();
  const plain = folded.replace(/rn/g, 'm').replace(/vv/g, 'w');
  return [...plain.replace(/[^ -~]/gu, (character) => alike?.get(character) ?? character)].flatMap((character) => {
    const cp = character.codePointAt(0) as number;
    const own = cp > 96 && cp < 123 ? 1 << cp - 97 : 0;
    const reading = (blocks[(blockOf[cp >> 6] as number) << 6 | cp & 63] as number) | own;
    // Folding makes an i of I, which looks like l: bit 11 sets bit 8 too.
    const letters = reading & LETTERS | reading >> 3 & 256;
    // A negative reading has the bit of another script.
    if (reading > 0 && letters) return reading & WEAK_KINDS ? letters | WEAK : letters;
    return cp < 128 || (cp >= 0x2000 && cp < 0x2c00) || cp >> 12 === 31 ? [] : cp * OWN + letters;
  });
}
