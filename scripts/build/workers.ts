import { bundleSource } from './bundle.ts';
import { ASSETS, inRoot, writeFile } from './paths.ts';
import { packageVersion } from './version.ts';

/** One source, two shapes: an ES module for the header form, a classic script for the frame form's blob worker. */
export async function buildWorkers(): Promise<void> {
  const input = inRoot('src/worker/entry.ts');
  // The page tells a worker of another version from a damaged one by this first line, which a minifier would drop.
  const banner = `/*! inward ${packageVersion()} */\n`;
  for (const [name, format] of [['worker.js', 'esm'], ['worker.classic.js', 'iife']] as const) {
    writeFile(`${ASSETS}/${name}`, banner + await bundleSource({ input, format, platform: 'browser', minify: true }));
  }
}
