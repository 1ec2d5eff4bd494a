import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngines, type StaticServer } from './harness/index.ts';
import { serveDist } from './package-server.ts';

let server: StaticServer;
beforeAll(async () => { server = await serveDist('worker-plain.js'); });
afterAll(() => server.close());

describeEngines('without WebAssembly', (engine) => {
  // A page without it, as in iOS Lockdown Mode: what its worker has is not used.
  it.each(['header', 'frame'] as const)('in the %s form the chat goes on with delivery, inert links, covers and plain words, and every verdict says so', async (form) => {
    const page = await engine.open(`${server.origin}/page`);
    const seen = await page.run(async (seal) => {
      delete (globalThis as { WebAssembly?: unknown }).WebAssembly;
      const { createSafety, parseSettings } = (await import('/index.js' as string)) as typeof import('../../src/index.ts');
      const safety = await createSafety({ assets: '/assets/', seal, settings: parseSettings({ hiddenWords: { words: ['plum'] } }) });
      const verdict = await safety.screenMessage({
        id: 'm1', conversationId: 'c1', kind: 'image', text: 'a PLÜM, https://a.example/x', sentAt: 0, direction: 'incoming', attachments: [{ id: 'a', kind: 'image' }],
      }, { relationship: 'stranger', me: { ageBand: 'adult' } });
      const { kernel, assets } = safety.about();
      await safety.dispose();
      return { kernel, worker: assets.map(({ name }) => name).filter((name) => name.startsWith('worker')), verdict };
    }, form);
    expect(seen).toEqual({
      kernel: 'none', worker: [form === 'header' ? 'worker-plain.js' : 'worker-plain.classic.js'],
      verdict: {
        delivery: 'hidden', notify: 'none', notices: [], groups: [],
        hits: [{ surface: 'text', start: 2, end: 6, entry: 0, list: 'mine', action: 'hide' }],
        links: [{ surface: 'text', start: 8, end: 27, inert: true, why: ['request'] }],
        media: [{ id: 'a', state: 'covered', why: ['request', 'hidden-word'] }],
        degraded: [{ check: 'hidden-words', code: 'no-wasm' }, { check: 'scam', code: 'no-wasm' }],
      },
    });
    await page.close();
  });
});
