import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packedModel } from '../../../models/scam/asset-json.ts';
import type { TextKernel } from '../../../src/text/text-kernel.ts';
import { loadShipped } from './shipped.ts';

/** A text kernel over the built tables. @throws {Error} the package is not built */
export async function loadKernel(root: string): Promise<TextKernel> {
  const shipped = await loadShipped(root);
  const kernel = new shipped.TextKernel(readAsset(root, 'tables.bin'), shipped.compileKernel(readAsset(root, 'simd.bin')));
  // All lanes on.
  kernel.loadWordTable('lookalikes.bin', readAsset(root, 'lookalikes.bin'));
  kernel.loadWordTable('common-words.bin', readAsset(root, 'common-words.bin'));
  return kernel;
}

/** The same with the built scam model in it. */
export async function loadScamKernel(root: string): Promise<TextKernel> {
  const kernel = await loadKernel(root);
  const answer = kernel.loadModel(packedModel(readAsset(root, 'scam.bin')));
  if (answer !== 0) throw new Error(`The kernel refused the built scam model (${answer}).`);
  return kernel;
}

export function readAsset(root: string, name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(root, 'dist/assets', name)));
}
