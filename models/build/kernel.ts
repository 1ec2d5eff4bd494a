// The kernel that reads messages in people's hands, used for training too: one implementation of the features.

import { readFileSync } from 'node:fs';
import { DENSE, IDS, OUT } from '../../build/regions.gen.ts';
import { plainTables } from '../../assembly/tables/build/plain.ts';
import { ASSET_HEADER_BYTES } from '../../src/contract/assets.ts';
import { compileKernel, type KernelKind } from '../../src/text/kernel.ts';
import { TextKernel } from '../../src/text/text-kernel.ts';

export interface Features {
  readonly ids: Uint32Array;
  readonly dense: Float32Array;
  /** The short-text gate gives no verdict. */
  readonly gated: boolean;
}

export interface FeatureKernel {
  /** One text as a message's only scored surface. */
  extract(text: string): Features;
  /** @returns the kernel's answer, 0 for taken */
  load(packed: Uint8Array): number;
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
  return {
    extract(message) {
      text.read([{ text: message, scored: true }]);
      const kernel = text.exports;
      const count = kernel.features();
      return {
        ids: new Uint32Array(kernel.memory.buffer, IDS, count).slice(),
        dense: new Float32Array(kernel.memory.buffer, DENSE, 8).slice(),
        gated: (kernel.featureFlags() & 1) !== 0,
      };
    },
    load: (packed) => text.loadModel(packed),
    score() {
      const kernel = text.exports;
      const classes = kernel.score();
      return new Float32Array(kernel.memory.buffer, OUT, classes).slice();
    },
  };
}
