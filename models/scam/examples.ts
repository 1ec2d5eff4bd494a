import type { FeatureKernel } from '../build/kernel.ts';
import type { Row } from './dataset.ts';
import { CLASSES, SHAPE } from './shape.ts';

/** Features of many texts, end to end. Message i has `ids[offsets[i] .. offsets[i+1])` and eight dense values. */
export interface Examples {
  readonly count: number;
  readonly ids: Uint16Array;
  readonly offsets: Uint32Array;
  readonly dense: Float32Array;
  /** 1 where the short-text gate gives no verdict. */
  readonly gated: Uint8Array;
  readonly targets: Uint8Array;
}

/** Runs every text through the kernel once. */
export function extractAll(kernel: FeatureKernel, rows: readonly Row[]): Examples {
  const offsets = new Uint32Array(rows.length + 1);
  const dense = new Float32Array(rows.length * SHAPE.dense);
  const gated = new Uint8Array(rows.length);
  const targets = new Uint8Array(rows.length);
  let ids = new Uint16Array(1 << 22);
  let used = 0;
  rows.forEach((row, i) => {
    const features = kernel.extract(row.text);
    while (used + features.ids.length > ids.length) {
      const larger = new Uint16Array(ids.length * 2);
      larger.set(ids);
      ids = larger;
    }
    ids.set(features.ids, used);
    used += features.ids.length;
    offsets[i + 1] = used;
    dense.set(features.dense, i * SHAPE.dense);
    gated[i] = features.gated ? 1 : 0;
    targets[i] = CLASSES.indexOf(row.label);
  });
  return { count: rows.length, ids: ids.slice(0, used), offsets, dense, gated, targets };
}

export function idsOf(examples: Examples, i: number): Uint16Array {
  return examples.ids.subarray(examples.offsets[i], examples.offsets[i + 1]);
}

export function denseOf(examples: Examples, i: number): Float32Array {
  return examples.dense.subarray(i * SHAPE.dense, (i + 1) * SHAPE.dense);
}
