import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeJpeg } from '../fixtures/media/jpeg.ts';
import { slopes } from '../fixtures/media/pixels.ts';
import { describeEngines, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

const PAGE = readFileSync(new URL('../../docs/covers.md', import.meta.url), 'utf8');
const [, html = ''] = /```html\n([\s\S]*?)```/u.exec(PAGE) ?? [];
const [, code = ''] = /```js\n([\s\S]*?)```/u.exec(PAGE) ?? [];
const MAP = '<script type="importmap">{"imports":{"inward":"/dist/index.js","inward/ui/define":"/dist/ui-define.js"}}</script>';

let server: StaticServer;
beforeAll(async () => {
  server = await servePackage({ replace: {
    '/example': `<!doctype html><title>example</title>${MAP}${html}<script type="module" src="/example.js"></script>`,
    '/example.js': { body: `${code.replace('/inward/1.0.0/', '/exact/')}\nwindow.show = show;` },
  } });
});
afterAll(() => server.close());

describeEngines('the example of docs/covers.md', (engine) => {
  it('covers what the verdict covers, and leaves the tile where there is no picture', async () => {
    const page = await engine.open(`${server.origin}/example`);
    const file = Buffer.from(makeJpeg({ width: 96, height: 64 }, slopes(96, 64))).toString('base64');
    const seen = await page.run(async (photo) => {
      type Show = (element: HTMLElement, message: object, context: object, bring: () => Promise<Blob>) => Promise<string | undefined>;
      while (!('show' in globalThis)) await new Promise((resolve) => { setTimeout(resolve, 20); });
      const { show } = globalThis as unknown as { show: Show };
      const element = document.querySelector('#photo') as HTMLElement & { state: string };
      const message = (kind: string) => ({ id: 'm', conversationId: 'c', kind: 'image', sentAt: 1, direction: 'incoming', attachments: [{ id: 'a', kind }] });
      const bring = (): Promise<Blob> => Promise.resolve(new Blob([Uint8Array.from(atob(photo), (sign) => sign.charCodeAt(0))]));
      const size = (): readonly number[] => {
        const canvas = element.shadowRoot?.querySelector('canvas');
        return [canvas?.width ?? 0, canvas?.height ?? 0];
      };
      const stranger = { relationship: 'stranger', me: { ageBand: 'adult' } };
      const first = [await show(element, message('image'), stranger, bring), size(), element.state];
      const second = [await show(element, message('file'), stranger, bring), size(), element.state];
      return { first, second };
    }, file);
    expect(seen).toEqual({ first: [null, [320, 213], 'covered'], second: ['no-picture', [4, 3], 'covered'] });
    await page.close();
  });
});
