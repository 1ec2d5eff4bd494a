import { chmodSync } from 'node:fs';
import { bundle, bundleInParts } from './bundle.ts';
import { DIST, inRoot } from './paths.ts';

/** The files behind `exports` (the worker is an asset) and the command line. */
export async function buildEntries(): Promise<void> {
  await bundleInParts({ input: inRoot('src/index.ts'), folder: DIST, format: 'esm', platform: 'browser', minify: true });
  await bundle({ input: inRoot('src/browser.ts'), output: `${DIST}/browser.js`, format: 'esm', platform: 'browser', minify: true });
  await bundle({ input: inRoot('src/lists.ts'), output: `${DIST}/lists.js`, format: 'esm', platform: 'browser', minify: true });
  for (const [source, name] of [['node/index', 'node'], ['testing/index', 'testing'], ['vite/index', 'vite']] as const) {
    await bundle({ input: inRoot(`src/${source}.ts`), output: `${DIST}/${name}.js`, format: 'esm', platform: 'node', minify: false });
  }
  const cli = `${DIST}/cli.js`;
  await bundle({ input: inRoot('src/node/cli.ts'), output: cli, format: 'esm', platform: 'node', minify: false });
  chmodSync(cli, 0o755);
}
