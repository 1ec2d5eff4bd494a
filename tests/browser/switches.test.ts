import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngines, type StaticServer } from './harness/index.ts';
import { serveDist } from './package-server.ts';

let server: StaticServer;
beforeAll(async () => { server = await serveDist('worker.js'); });
afterAll(() => server.close());

describeEngines('what is switched off', (engine) => {
  it.each([
    ['everything', { notices: 'off', requests: { inertLinks: false } }, [], { tablesLoaded: 0, modelsLoaded: 0, textCopies: 0, kernelCalls: {} }],
    ['notices', { notices: 'off' }, ['suffixes.bin'], { tablesLoaded: 0, modelsLoaded: 0, textCopies: 0, kernelCalls: {} }],
    ['scam notices', { scam: { enabled: false }, hiddenWords: { words: ['plum'] } }, ['common-words.bin', 'lookalikes.bin', 'simd-words.bin', 'suffixes.bin', 'tables.bin'],
      { tablesLoaded: 1, modelsLoaded: 0, textCopies: 1, kernelCalls: { normalise: 1, match: 1 } }],
    ['hidden words', { hiddenWords: { enabled: false, words: ['plum'] } }, ['scam.bin', 'simd.bin', 'suffixes.bin', 'tables.bin'],
      { tablesLoaded: 1, modelsLoaded: 1, textCopies: 1, kernelCalls: { normalise: 1, features: 1, score: 1 } }],
  ] as const)('%s: is neither asked for, loaded nor called', async (_name, settings, assets, counters) => {
    server.clear();
    const page = await engine.open(`${server.origin}/page`);
    const counted = await page.run(async (given) => {
      const { createSafety, parseSettings } = (await import('/index.js' as string)) as typeof import('../../src/index.ts');
      const { readCounters } = (await import('/testing.js' as string)) as typeof import('../../src/testing/index.ts');
      const safety = await createSafety({ assets: '/assets/', settings: parseSettings(given) });
      const came = new Promise<void>((resolve) => { safety.subscribe(({ kind }) => { if (kind === 'links') resolve(); }); });
      await safety.screenMessage({
        id: 'm1', conversationId: 'c1', kind: 'text', text: 'a plum by the river, see https://a.example/x', sentAt: 0, direction: 'incoming',
      }, { relationship: 'stranger', me: { ageBand: 'adult' } });
      if (safety.settings.requests.inertLinks) await came;
      const { tablesLoaded, modelsLoaded, textCopies, kernelCalls } = await readCounters(safety);
      await safety.dispose();
      return { tablesLoaded, modelsLoaded, textCopies, kernelCalls };
    }, settings);
    const asked = server.log.map(({ path }) => path).filter((path) => path.endsWith('.bin')).map((path) => path.slice('/assets/'.length));
    expect([...new Set(asked)].sort()).toEqual(assets);
    expect(counted).toEqual(counters);
    await page.close();
  });
});
