import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASSET_HEADER_BYTES } from '../../../src/contract/assets.ts';
import { TextKernel } from '../../../src/text/text-kernel.ts';

/** A text kernel over the built tables. @throws {Error} the package is not built */
export function loadKernel(root: string): TextKernel {
  return new TextKernel(new Uint8Array(readFileSync(join(root, 'dist/assets/tables.bin'))));
}

/** The same with the built scam model in it. */
export function loadScamKernel(root: string): TextKernel {
  const kernel = loadKernel(root);
  const answer = kernel.loadModel(new Uint8Array(readFileSync(join(root, 'dist/assets/scam.bin'))).subarray(ASSET_HEADER_BYTES));
  if (answer !== 0) throw new Error(`The kernel refused the built scam model (${answer}).`);
  return kernel;
}
