import { chmodSync } from 'node:fs';
import { bundle, bundleInParts } from './bundle.ts';
import { LANGUAGES } from './catalogues.ts';
import { PAGE_INNER_NAMES } from './inner-names.ts';
import { BUILD, DIST, inRoot } from './paths.ts';

/** One state behind all of them: what two need is in a file of its own, so `./ui/define` and `./ui` are the same elements. */
export const UI = {
  ui: inRoot('src/ui/index.ts'),
  'ui-define': inRoot('src/ui/define.ts'),
  'ui-help': inRoot('src/ui/help/index.ts'),
  'ui-report': inRoot('src/ui/report/index.ts'),
  'ui-forward': inRoot('src/ui/forward/index.ts'),
  ...catalogue('en'),
  'ui-tags': inRoot('src/ui/tags/runtime.ts'),
};

/** A language, and the same with the texts of notices, with those of reports, and with those of what is passed on, which import the first: compiled texts are the entries themselves. */
export function catalogue(lang: string): Readonly<Record<string, string>> {
  return { [`ui-${lang}`]: `${BUILD}/catalogue-${lang}.gen.ts`, [`ui-notices-${lang}`]: `${BUILD}/notices-${lang}.gen.ts`, [`ui-report-${lang}`]: `${BUILD}/report-${lang}.gen.ts`, [`ui-forward-${lang}`]: `${BUILD}/forward-${lang}.gen.ts` };
}

/** The files behind `exports` (the worker is an asset) and the command line. */
export async function buildEntries(): Promise<void> {
  await bundleInParts({ input: inRoot('src/index.ts'), folder: DIST, format: 'esm', platform: 'browser', minify: true, innerNames: PAGE_INNER_NAMES });
  await bundle({ input: inRoot('src/browser.ts'), output: `${DIST}/browser.js`, format: 'esm', platform: 'browser', minify: true });
  await bundle({ input: inRoot('src/lists.ts'), output: `${DIST}/lists.js`, format: 'esm', platform: 'browser', minify: true });
  await bundleInParts({ input: UI, folder: DIST, format: 'esm', platform: 'browser', minify: true });
  // Each by itself, so that one language never loads another; English is among the elements' files, for `./ui/define` brings it.
  for (const lang of LANGUAGES.filter((one) => one !== 'en')) {
    await bundleInParts({ input: catalogue(lang), folder: DIST, format: 'esm', platform: 'browser', minify: true });
  }
  // Speaks to the files of `inward`, so it calls their inner names as they do.
  await bundleInParts({ input: { onnx: inRoot('src/onnx.ts') }, folder: DIST, format: 'esm', platform: 'browser', minify: true, innerNames: PAGE_INNER_NAMES });
  for (const name of ['settings', 'requests', 'forward']) {
    await bundle({ input: inRoot(`src/${name}.ts`), output: `${DIST}/${name}.js`, format: 'esm', platform: 'browser', minify: true });
  }
  await bundle({ input: inRoot('src/report/index.ts'), output: `${DIST}/report.js`, format: 'esm', platform: 'browser', minify: true });
  await bundle({ input: inRoot('src/report/moderator.ts'), output: `${DIST}/report-moderator.js`, format: 'esm', platform: 'browser', minify: true });
  await bundle({ input: inRoot('src/report/press.ts'), output: `${DIST}/report-press.js`, format: 'esm', platform: 'browser', minify: true });
  for (const [source, name] of [['node/index', 'node'], ['testing/index', 'testing'], ['vite/index', 'vite']] as const) {
    await bundle({ input: inRoot(`src/${source}.ts`), output: `${DIST}/${name}.js`, format: 'esm', platform: 'node', minify: false });
  }
  const cli = `${DIST}/cli.js`;
  await bundle({ input: inRoot('src/node/cli.ts'), output: cli, format: 'esm', platform: 'node', minify: false });
  chmodSync(cli, 0o755);
}
