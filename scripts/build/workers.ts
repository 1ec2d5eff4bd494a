import { bundle } from './bundle.ts';
import { ASSETS, inRoot } from './paths.ts';
import { packageVersion } from './version.ts';

/** One source, two shapes: an ES module for the header form, a classic script for the frame form's blob worker. */
export async function buildWorkers(): Promise<void> {
  const input = inRoot('src/worker/entry.ts');
  // The page tells a worker of another version from a damaged one by this first line.
  const banner = `/*! inward ${packageVersion()} */`;
  await bundle({ input, output: `${ASSETS}/worker.js`, format: 'esm', platform: 'browser', minify: true, banner });
  await bundle({ input, output: `${ASSETS}/worker.classic.js`, format: 'iife', platform: 'browser', minify: true, banner });
}
