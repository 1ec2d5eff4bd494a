import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as Inward from '../../src/index.ts';
import type * as Onnx from '../../src/onnx.ts';
import type * as Testing from '../../src/testing/index.ts';
import { constantModel, sha256 } from '../fixtures/onnx/odd-models.ts';
import { bundlePage, describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { asset, servePackage, WORKER_HEADERS } from './package-server.ts';

const WASM = 'ort-wasm-simd-threaded.wasm';
const runtime = { body: readFileSync(fileURLToPath(new URL(`../../node_modules/onnxruntime-web/dist/${WASM}`, import.meta.url))) };
const model = constantModel([0.1, 0.1, 0.8]);
const RIGHT = { 'content-security-policy': WORKER_HEADERS['exact'] as string };
const damaged = asset('worker-onnx.js');
damaged[damaged.length - 100] = (damaged[damaged.length - 100] ?? 0) ^ 1;

let server: StaticServer;
beforeAll(async () => {
  const faulty = await bundlePage(fileURLToPath(new URL('./faults/faulty-onnx-worker.ts', import.meta.url)));
  // All is there and right but the one worker.
  const folder = (name: string, worker: object = {}): object => ({
    ...Object.fromEntries(['tables.bin', 'simd.bin', 'scam.bin', 'suffixes.bin'].map((file) => [`/none/${name}/${file}`, { body: asset(file) }])),
    [`/none/${name}/worker.js`]: { body: asset('worker.js'), headers: RIGHT }, [`/none/${name}/worker-notices.js`]: { body: asset('worker-notices.js'), headers: RIGHT }, [`/none/${name}/${WASM}`]: runtime, ...worker,
  });
  server = await servePackage({ replace: {
    '/model.onnx': { body: Buffer.from(model) }, '/faulty/worker-onnx.js': { body: faulty }, [`/faulty/${WASM}`]: runtime,
    ...folder('bare', { '/none/bare/worker-onnx.js': { body: asset('worker-onnx.js') } }), ...folder('gone'),
    ...folder('damaged', { '/none/damaged/worker-onnx.js': { body: damaged, headers: RIGHT } }),
    ...folder('whole', { '/none/whole/worker-onnx.js': { body: asset('worker-onnx.js'), headers: RIGHT } }),
  } });
});
afterAll(() => server.close());

describeEngines('the worker of a host\'s own model, when it fails', (engine) => {
  let page: Page;
  beforeAll(async () => { page = await engine.open(`${server.origin}/`); });
  beforeEach(() => { server.clear(); });

  const open = (assets: string, seal: 'header' | 'off', deadlineMs: number): Promise<string> => page.run(async (folder, form, ms, digest) => {
    const [main, onnx] = ['/dist/index.js', '/dist/onnx.js'];
    const { createSafety, defaultSettings } = await import(main) as typeof Inward;
    const { onnxTextModel } = await import(onnx) as typeof Onnx;
    const held = globalThis as unknown as { safety?: Inward.Safety };
    await held.safety?.dispose();
    const text = onnxTextModel({ model: '/model.onnx', sha256: digest, points: { en: { tip: 0.5, strong: 0.9 } }, deadlineMs: ms });
    held.safety = await createSafety({ assets: folder, seal: form, models: { text }, settings: { ...defaultSettings(), chain: { enabled: false } } });
    return held.safety.seal;
  }, assets, seal, deadlineMs, sha256(model));
  const screen = (text: string, id: string): Promise<Inward.Verdict> => page.run((words, name) => (globalThis as unknown as { safety: Inward.Safety }).safety.screenMessage(
    { id: name, conversationId: `c-${name}`, kind: 'text', text: words, sentAt: 1, direction: 'incoming' }, { relationship: 'stranger', me: { ageBand: 'adult' } }), text, id);

  /** Waits for a start, however slow the machine. */
  const score = (text: string): Promise<number> => page.run(async (words) => {
    const testing = '/dist/testing.js';
    const { explainMessage } = await import(testing) as typeof Testing;
    const { safety } = globalThis as unknown as { safety: Inward.Safety };
    return (await explainMessage(safety, { id: 'm', conversationId: 'c', kind: 'text', text: words, sentAt: 1, direction: 'incoming' }, { relationship: 'stranger' })).scam.score;
  }, text);

  it.each([
    ['without the header', '/none/bare/', 'seal-failed'], ['that is not there', '/none/gone/', 'asset-unavailable'], ['whose file was changed', '/none/damaged/', 'asset-integrity'],
  ])('one %s (%s) runs in no other form: its check is degraded, and the message is there', async (_what, assets, code) => {
    expect(await open(assets, 'header', 30_000)).toBe('header');
    for (const id of ['a', 'b']) {
      const verdict = await screen('the heron asks you to pay the fee for the boat at https://boat.example/x tonight', id);
      expect(verdict).toMatchObject({ delivery: 'requests', notices: [], degraded: [{ check: 'scam', code }] });
      expect(verdict.links).toHaveLength(1);
    }
  });

  it('the control: the same folder with the right one', async () => {
    expect(await open('/none/whole/', 'header', 30_000)).toBe('header');
    expect(await screen('the heron asks you to pay the fee for the boat tonight', 'a')).toMatchObject({ notices: [{ level: 'tip' }], degraded: [] });
  });

  describe.each([['stall', 'deadline'], ['crash', 'worker-failed'], ['leave', 'deadline'], ['lie', 'model-invalid']])('a message by which it is made to %s', (word, code) => {
    it('loses that check alone; those behind it are judged again', async () => {
      await open('/faulty/', 'off', 1_000);
      const rest = 'the heron asks you to pay the fee for the boat tonight';
      expect(await score(`now ${rest}`)).toBeCloseTo(0.8, 5);
      expect(await screen(`${word} ${rest}`, 'fault')).toMatchObject({ delivery: 'requests', notices: [], degraded: [{ check: 'scam', code }] });
      expect(await score(`now ${rest}`)).toBeCloseTo(0.8, 5);
      expect(await screen(`now ${rest}`, 'after')).toMatchObject({ notices: [{ level: 'tip' }], degraded: [] });
    });
  });
});
