import type { FeatureKernel } from '../build/kernel.ts';
import { classesOf, type Row } from './dataset.ts';
import type { Inputs, Targets } from './deep.ts';
import { COLUMNS, isRead, SHAPE } from './shape.ts';

/** Features of many texts, end to end. Message i has `ids[offsets[i] .. offsets[i+1])`, each once, and so on. */
export interface Examples {
  readonly count: number;
  readonly ids: Uint16Array;
  readonly offsets: Uint32Array;
  /** [count, dense] */
  readonly dense: Float32Array;
  /** 1 where the short-text gate gives no verdict. */
  readonly gated: Uint8Array;
  /** Index into LANGUAGES that the kernel tells, and whether it is unsure. */
  readonly lang: Uint8Array;
  readonly unsure: Uint8Array;
  readonly concepts: readonly (readonly number[])[];
}

/** Runs every text through the kernel once; its model in force tells languages and knows the concepts. */
export function extractAll(kernel: FeatureKernel, texts: readonly string[]): Examples {
  const count = texts.length;
  const offsets = new Uint32Array(count + 1);
  const dense = new Float32Array(count * SHAPE.dense);
  const [gated, lang, unsure] = [new Uint8Array(count), new Uint8Array(count), new Uint8Array(count)];
  const concepts: (readonly number[])[] = [];
  let ids = new Uint16Array(1 << 24);
  let used = 0;
  texts.forEach((text, i) => {
    const features = kernel.extract(text);
    if (used + features.ids.length > ids.length) {
      const larger = new Uint16Array(ids.length * 2);
      larger.set(ids);
      ids = larger;
    }
    ids.set(features.ids, used);
    used += features.ids.length;
    offsets[i + 1] = used;
    dense.set(features.dense, i * SHAPE.dense);
    gated[i] = features.gated ? 1 : 0;
    const told = kernel.language();
    lang[i] = told.index;
    unsure[i] = told.unsure ? 1 : 0;
    concepts.push(kernel.concepts(told.index));
  });
  return { count, ids: ids.slice(0, used), offsets, dense, gated, lang, unsure, concepts };
}

/** int8 [count, columns]: 1 where a column's name is the row's, -1 where it is not, 0 where nobody noted the row's name. */
export function columnTargets(rows: readonly Row[]): Int8Array {
  const out = new Int8Array(rows.length * COLUMNS.length);
  rows.forEach((row, i) => {
    COLUMNS.forEach((names, k) => {
      const sign = names.includes(row.name) || (k === 0 && row.label === 'scam') ? 1 : -1;
      // A scam without a family may be of any, and an honest text without a kind of any kind; of the other side neither is.
      const isOpen = row.name === '' && k > 0 && names.some((name) => (COLUMNS[0] as readonly string[]).includes(name)) === (row.label === 'scam');
      out[i * COLUMNS.length + k] = isOpen ? 0 : sign;
    });
  });
  return out;
}

export function deepTargets(rows: readonly Row[], weightOf: (row: Row) => number): Targets {
  const ranges = rows.map(classesOf);
  return {
    first: Uint8Array.from(ranges, ([first]) => first), last: Uint8Array.from(ranges, ([, last]) => last), weight: Float32Array.from(rows, weightOf),
  };
}

/** The network's inputs, as the kernel lays them out: columns, dense, number of concepts, concepts, language. */
export function deepInputs(examples: Examples, columns: Float32Array, reads: (input: number) => boolean = isRead): Inputs {
  const { columns: K, dense: D, concepts: Q } = SHAPE;
  const offsets = new Uint32Array(examples.count + 1);
  const sizes = examples.concepts.reduce((sum, { length }) => sum + length, 0);
  const at = new Uint16Array(examples.count * (K + D + 2) + sizes);
  const values = new Float32Array(at.length);
  let n = 0;
  const put = (input: number, value: number): void => {
    if (value === 0 || !reads(input)) return;
    at[n] = input;
    values[n++] = value;
  };
  for (let i = 0; i < examples.count; i++) {
    const concepts = examples.concepts[i] as readonly number[];
    for (let k = 0; k < K; k++) put(k, columns[i * K + k] as number);
    for (let d = 0; d < D; d++) put(K + d, examples.dense[i * D + d] as number);
    put(K + D, Math.min(concepts.length, 20) / 10);
    for (const concept of concepts) put(K + D + 1 + concept, 1);
    put(K + D + 1 + Q + (examples.lang[i] as number), 1);
    offsets[i + 1] = n;
  }
  return { count: examples.count, offsets, at: at.subarray(0, n), values: values.subarray(0, n) };
}
