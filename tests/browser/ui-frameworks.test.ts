import { fileURLToPath } from 'node:url';
import { compile } from 'svelte/compiler';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundlePage, describeEngines, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';
import { press, until, words } from './ui-stage.ts';

/** React 19, Vue 3 and Svelte 5 with their own ways of setting properties and hearing events, under `default-src 'self'`. */
let server: StaticServer;
beforeAll(async () => {
  const body = await bundlePage(fileURLToPath(new URL('./pages/frameworks-page.ts', import.meta.url)), 'esm', [{
    name: 'svelte', transform: { filter: { id: /\.svelte$/ }, handler: (code, filename) => ({ code: compile(code, { filename, generate: 'client' }).js.code }) },
  }]);
  server = await servePackage({ pages: { strict: "default-src 'self'" }, replace: { '/frameworks.js': { body } } });
});
afterAll(() => server.close());

describeEngines('in a framework', (engine) => {
  it.each(['plain', 'react', 'vue', 'svelte'])('a cover and a notice work in %s', async (framework) => {
    const page = await engine.open(`${server.origin}/page/strict`);
    await page.run(async (name) => {
      await import('/dist/ui-define.js' as string);
      await import('/frameworks.js' as string);
      window.mountIn(name);
      for (let n = 0; n < 200 && document.querySelector('inward-cover') === null; n++) await new Promise((resolve) => setTimeout(resolve, 10));
    }, framework);
    expect(await words(page, 'inward-cover', 'label')).toBe('Hidden photo from Ann');
    expect(await page.run(() => document.querySelector('inward-cover')?.shadowRoot?.querySelector('canvas')?.width)).toBe(2);
    await press(page, 'inward-cover', 'show');
    expect(await until(page, 'inward-cover', 'clear')).toBe('clear');
    await press(page, 'inward-cover', 'again');
    await press(page, 'inward-notice', 'block');
    await press(page, 'inward-notice', 'first');
    expect(await words(page, 'inward-notice', 'title')).toBe('There is a notice about this request.');
    expect(await page.run(() => window.heard)).toEqual(['opening', 'clear', 'covered', 'block n', 'open-the-app-yourself n']);
  });
});
