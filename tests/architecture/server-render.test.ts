import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, createServer } from 'vite';
import { installPackage, type Consumer } from './installed-package.ts';

/** A component that is rendered on a server and only used in a browser. */
const APP = `
import { createSafety, failsafeVerdict } from 'inward';
import * as browser from 'inward/browser';
import 'inward/ui/define';
export function renderToString() {
  return '<main data-names="' + [createSafety, failsafeVerdict].map((f) => typeof f).join(' ') + ' ' + Object.keys(browser).length + '"></main>';
}`;
const RENDERED = /^<main data-names="function function [1-9]\d*"><\/main>$/;

describe('a server-rendered app', () => {
  let consumer: Consumer;
  beforeAll(() => {
    consumer = installPackage();
    consumer.write('app.js', APP);
    consumer.write('render.mjs', "import { renderToString } from './app.js'; process.stdout.write(renderToString());");
  });
  afterAll(() => { consumer.remove(); });

  it('renders in plain Node', () => {
    expect(execFileSync(process.execPath, ['render.mjs'], { cwd: consumer.folder, encoding: 'utf8' })).toMatch(RENDERED);
  });

  it.each([['external', false], ['bundled', true]] as const)('renders in Vite\'s server, package %s', async (_, noExternal) => {
    const server = await createServer({
      configFile: false, root: consumer.folder, logLevel: 'silent', appType: 'custom', server: { middlewareMode: true, ws: false, watch: null },
      ssr: { noExternal: noExternal ? ['inward'] : [] },
    });
    try {
      const app = await server.ssrLoadModule('/app.js') as { renderToString: () => string };
      expect(app.renderToString()).toMatch(RENDERED);
    } finally {
      await server.close();
    }
  });

  it('renders from Vite\'s server build', async () => {
    const outDir = join(consumer.folder, 'built');
    await build({
      configFile: false, root: consumer.folder, logLevel: 'silent',
      build: { ssr: 'app.js', outDir, emptyOutDir: true }, ssr: { noExternal: true },
    });
    consumer.write('from-build.mjs', "import { renderToString } from './built/app.js'; process.stdout.write(renderToString());");
    expect(execFileSync(process.execPath, ['from-build.mjs'], { cwd: consumer.folder, encoding: 'utf8' })).toMatch(RENDERED);
  });
});
