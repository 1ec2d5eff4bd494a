import { bundleSource } from './bundle.ts';
import { INNER_NAMES } from './inner-names.ts';
import { ASSETS, inRoot, writeFile } from './paths.ts';
import { packageVersion } from './version.ts';

/** In two shapes each: an ES module for the header form, a classic script for the frame form's blob worker. */
export async function buildWorkers(): Promise<void> {
  // The page tells a worker of another version from a damaged one by this first line, which a minifier would drop.
  const banner = `/*! inward ${packageVersion()} */\n`;
  for (const [name, entry] of [['worker', 'entry'], ['worker-plain', 'plain-entry'], ['worker-notices', 'notices-entry'], ['worker-media', 'media-entry'], ['worker-chain', 'chain-entry'], ['worker-onnx', 'onnx-entry']] as const) {
    for (const [suffix, format] of [['.js', 'esm'], ['.classic.js', 'iife']] as const) {
      // ONNX Runtime's code and models have names of their own, some of them the same.
      const input = inRoot(`src/worker/${entry}.ts`);
      writeFile(`${ASSETS}/${name}${suffix}`, banner + await bundleSource({ input, format, platform: 'browser', minify: true, innerNames: name === 'worker-onnx' ? [] : INNER_NAMES }));
    }
  }
}
