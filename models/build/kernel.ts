// The kernel that reads messages in people's hands, used for training too: one implementation of the features.

import { readFileSync } from 'node:fs';
import { CONCEPTS, DENSE, FROM, IDS, OUT, SCRATCH } from '../../build/regions.gen.ts';
import { plainTables } from '../../assembly/tables/build/plain.ts';
import { ASSET_HEADER_BYTES } from '../../src/contract/assets.ts';
import { compileKernel, type KernelKind } from '../../src/text/kernel.ts';
import { TextKernel } from '../../src/text/text-kernel.ts';

export interface Features {
  /** Each once, in the order of first appearance. */
  readonly ids: Uint32Array;
  readonly dense: Float32Array;
  /** The short-text gate gives no verdict. */
  readonly gated: boolean;
}

export interface FeatureKernel {
  /** One text as a message's only scored surface. */
  extract(text: string): Features;
  /** What `extract` reads the features from: folded, digits as 0, spaces joined, one before and one behind. */
  fold(text: string): string;
  /** `fold` with `0` for every unit of an address: what the language head reads. */
  wording(text: string): string;
  /** @returns the kernel's answer, 0 for taken */
  load(packed: Uint8Array): number;
  /** Of the last `extract`, by the model loaded. */
  language(): { readonly index: number; readonly unsure: boolean };
  /** Concepts the last `extract` names in the words of that language, ascending; `score` goes by these and by that language. */
  concepts(language: number): readonly number[];
  /** Class shares of the last `extract`; empty where the kernel gave none. */
  score(): Float32Array;
}

/** Payload of build/tables.bin, plain as the kernel uses it. @throws {Error} the project is not built */
export function tablesPayload(): Uint8Array {
  return plainTables(readBuilt('tables.bin').subarray(ASSET_HEADER_BYTES));
}

export function readBuilt(name: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(new URL(`../../build/${name}`, import.meta.url)));
  } catch {
    throw new Error(`build/${name} is missing: run "npm run build" first.`);
  }
}

export function createFeatureKernel(kind: KernelKind = 'simd'): FeatureKernel {
  const text = new TextKernel(readBuilt('tables.bin'), compileKernel(readBuilt(`${kind}.bin`), kind));
  const read = (message: string): number => {
    text.read([{ text: message, scored: true }]);
    return text.exports.features();
  };
  return {
    extract(message) {
      const count = read(message);
      const kernel = text.exports;
      return {
        ids: new Uint32Array(kernel.memory.buffer, IDS, count).slice(),
        dense: new Float32Array(kernel.memory.buffer, DENSE, 8).slice(),
        gated: (kernel.featureFlags() & 1) !== 0,
      };
    },
    fold(message) {
      read(message);
      const kernel = text.exports;
      return String.fromCharCode(...new Uint16Array(kernel.memory.buffer, SCRATCH, kernel.featureUnits()));
    },
    wording(message) {
      const folded = this.fold(message);
      const from = new Uint32Array(text.exports.memory.buffer, FROM, folded.length);
      return Array.from({ length: folded.length }, (_, i) => ((from[i] ?? 0) >>> 31 === 1 ? '0' : folded.charAt(i))).join('');
    },
    load: (packed) => text.loadModel(packed),
    language() {
      const index = text.exports.language();
      return { index, unsure: (text.exports.featureFlags() & 16) !== 0 };
    },
    concepts(language) {
      const count = text.exports.concepts(language);
      const rows = new Uint32Array(text.exports.memory.buffer, CONCEPTS, count * 4);
      return Array.from({ length: count }, (_, i) => rows[i * 4] as number).sort((a, b) => a - b);
    },
    score() {
      const kernel = text.exports;
      const classes = kernel.score();
      return new Float32Array(kernel.memory.buffer, OUT, classes).slice();
    },
  };
}
