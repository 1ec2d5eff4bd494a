// From weights to the kernel's packed form (drawn in assembly/score/model.ts).

import { createHash } from 'node:crypto';

export const PACKED_HEADER_BYTES = 96;
export const LANGUAGE_ROWS = 1 << 12;
export const LANGUAGE_LANES = 32;
export const DENSE_INPUTS = 8;
const MAGIC = 0x324d4353;

/** Forms by hash; made by models/scam/concept-table.ts. All three empty: no concept is ever found. */
export interface FormTable {
  /** Per slot, 0 for none; as many as a power of two from 128 to 2^17. */
  readonly prints: Uint16Array;
  /** Concept of each slot. */
  readonly owners: Uint8Array;
  /** A bit a slot: hashes of how forms begin. */
  readonly prefixes: Uint8Array;
}

export interface ScamWeights {
  /** int8 [buckets][dim], dim 16 or 32, buckets a power of two up to 2^16; a column's input is scale × sum of rows / √ids. */
  readonly columns: Int8Array;
  readonly dim: number;
  readonly scale: number;
  /** At most 32. */
  readonly languages: number;
  /** int8 [LANGUAGE_ROWS][LANGUAGE_LANES]; a logit is bias + scale × sum of rows / √n-grams. */
  readonly languageTable: Int8Array;
  /** f32 [LANGUAGE_LANES]. */
  readonly languageBias: Float32Array;
  readonly languageScale: number;
  /** A language whose logit leads by less is unsure. */
  readonly margin: number;
  /** At most 128. */
  readonly concepts: number;
  readonly forms: FormTable;
  /** f32 [inputsOf(…)][hidden], hidden a multiple of 4 up to 128. */
  readonly w1: Float32Array;
  readonly b1: Float32Array;
  /** f32 [hidden][classes], at most 32 classes. */
  readonly w2: Float32Array;
  readonly b2: Float32Array;
}

/** Inputs of the first layer, in this order: columns, dense, the count of concepts, concepts, languages. The kernel adds zeros to a multiple of 4. */
export function inputsOf({ dim, concepts, languages }: Pick<ScamWeights, 'dim' | 'concepts' | 'languages'>): number {
  return dim + DENSE_INPUTS + 1 + concepts + languages;
}

/**
 * @param tables payload of tables.bin: the packed file carries its SHA-256 and the kernel's check
 * @throws {RangeError} blocks that do not fit each other; other bounds are the kernel's to check (`checkModel`)
 */
export function packScam(weights: ScamWeights, featureVersion: number, tables: Uint8Array): Uint8Array {
  const { columns, dim, forms, w1, b1, w2, b2 } = weights;
  const [hidden, classes, slots] = [b1.length, b2.length, forms.prints.length];
  const inputs = inputsOf(weights);
  const fits = columns.length % dim === 0 && weights.languageTable.length === LANGUAGE_ROWS * LANGUAGE_LANES
    && weights.languageBias.length === LANGUAGE_LANES && w1.length === inputs * hidden && w2.length === hidden * classes
    && forms.owners.length === slots && forms.prefixes.length === slots / 8;
  if (!fits) throw new RangeError('The blocks of the scam model do not fit each other.');
  const lanes = roundedUp(classes);
  const wide = new Float32Array(hidden * lanes);
  for (let o = 0; o < hidden; o++) wide.set(w2.subarray(o * classes, (o + 1) * classes), o * lanes);
  const blocks = [
    columns, weights.languageTable, forms.prints, forms.owners, forms.prefixes,
    weights.languageBias, longer(w1, roundedUp(inputs) * hidden), b1, wide, longer(b2, lanes),
  ];
  const out = new Uint8Array(blocks.reduce((sum, block) => sum + block.byteLength, PACKED_HEADER_BYTES));
  const view = new DataView(out.buffer);
  const words = [MAGIC, featureVersion, classes, columns.length / dim, dim, hidden, weights.languages, weights.concepts];
  words.forEach((word, i) => { view.setUint32(i * 4, word, true); });
  out.set(createHash('sha256').update(tables).digest(), 32);
  view.setUint32(64, slots, true);
  [weights.scale, weights.languageScale, weights.margin].forEach((value, i) => { view.setFloat32(68 + i * 4, value, true); });
  view.setBigUint64(80, tablesCheck(tables), true);
  let at = PACKED_HEADER_BYTES;
  for (const block of blocks) {
    out.set(new Uint8Array(block.buffer, block.byteOffset, block.byteLength), at);
    at += block.byteLength;
  }
  return out;
}

const roundedUp = (count: number): number => Math.ceil(count / 4) * 4;

function longer(values: Float32Array, length: number): Float32Array {
  const out = new Float32Array(length);
  out.set(values);
  return out;
}

/** FNV-1a over little-endian u32 words, as `tablesCheck` of assembly/score/model.ts. */
export function tablesCheck(tables: Uint8Array): bigint {
  const view = new DataView(tables.buffer, tables.byteOffset, tables.byteLength);
  let h = 0xcbf29ce484222325n;
  for (let at = 0; at + 4 <= tables.length; at += 4) {
    h = BigInt.asUintN(64, (h ^ BigInt(view.getUint32(at, true))) * 0x100000001b3n);
  }
  return h;
}
