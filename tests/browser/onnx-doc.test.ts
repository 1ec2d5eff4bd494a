import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngines, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

const file = (path: string): Buffer => readFileSync(new URL(`../../${path}`, import.meta.url));
const [, code = ''] = /```js\n([\s\S]*?)```/u.exec(file('docs/onnx.md').toString('utf8')) ?? [];
const MAP = '<script type="importmap">{"imports":{"inward":"/dist/index.js","inward/onnx":"/dist/onnx.js","inward/testing":"/dist/testing.js"}}</script>';

let server: StaticServer;
beforeAll(async () => {
  server = await servePackage({ replace: {
    '/example': `<!doctype html><title>example</title>${MAP}<script type="module" src="/example.js"></script>`,
    '/example.js': { body: `${code.replace('/inward/1.0.0/', '/exact/')}\nwindow.safety = safety;` },
    '/models/our-scams.onnx': { body: file('tests/fixtures/onnx/pairs.onnx') },
    '/exact/ort-wasm-simd-threaded.wasm': { body: file('node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm') },
  } });
});
afterAll(() => server.close());

describeEngines('the example of docs/onnx.md', (engine) => {
  it('scores with the model it names', async () => {
    const page = await engine.open(`${server.origin}/example`);
    const seen = await page.run(async () => {
      while (!('safety' in globalThis)) await new Promise((resolve) => { setTimeout(resolve, 20); });
      const { safety } = globalThis as unknown as { safety: import('../../src/index.ts').Safety };
      const url = '/dist/testing.js';
      const { explainMessage } = await import(url) as typeof import('../../src/testing/index.ts');
      const text = 'we tried to deliver your package today, please pay the small redelivery fee now to get it';
      const { scam } = await explainMessage(safety, { id: 'm', conversationId: 'c', kind: 'text', text, sentAt: 1, direction: 'incoming' }, { relationship: 'stranger' });
      const model = safety.about().assets.find(({ name }) => name === 'models.text');
      await safety.dispose();
      return { score: scam.score, level: scam.level, sha256: model?.sha256 };
    });
    expect(seen.level).not.toBe('none');
    expect(seen.score).toBeGreaterThanOrEqual(0.7);
    expect(code).toContain(seen.sha256);
    await page.close();
  });
});
