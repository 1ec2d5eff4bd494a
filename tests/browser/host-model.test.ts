import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { endlessModel, sha256 } from '../fixtures/onnx/odd-models.ts';
import { OWN_OPTIONS, ownModel, ownTexts } from '../fixtures/onnx/own-model.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

type Inward = typeof import('../../src/index.ts') & typeof import('../../src/onnx.ts') & typeof import('../../src/testing/index.ts');
type Safety = import('../../src/index.ts').Safety;

const WASM = 'ort-wasm-simd-threaded.wasm';
const runtime = readFileSync(fileURLToPath(new URL(`../../node_modules/onnxruntime-web/dist/${WASM}`, import.meta.url)));
const flipped = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  copy[9_000] = (copy[9_000] ?? 0) ^ 1;
  return copy;
};
const pairs = readFileSync(new URL('../fixtures/onnx/pairs.onnx', import.meta.url));
const MODELS = { ours: Buffer.from(ownModel), pairs, changed: flipped(pairs), endless: Buffer.from(endlessModel()) };
const PAIRS = { sha256: sha256(pairs), points: { en: { tip: 0.5, strong: 0.9 } }, labels: ['ham', 'scam'] };
const texts = ownTexts.map(({ text }) => text).filter((_, n) => n % 5 === 0);

let server: StaticServer;
beforeAll(async () => {
  server = await servePackage({ replace: {
    ...Object.fromEntries(['exact', 'none'].map((folder) => [`/${folder}/${WASM}`, { body: runtime }])),
    [`/faulty/${WASM}`]: { body: flipped(runtime) },
    ...Object.fromEntries(Object.entries(MODELS).map(([name, body]) => [`/${name}.onnx`, { body }])),
  } });
});
afterAll(() => server.close());

/** Without the entry, which the host's own code asks for. */
const asked = (): readonly string[] => server.log.map(({ path }) => path).filter((path) => /onnx|ort-/u.test(path) && path !== '/dist/onnx.js').sort();
const message = (text: string, id: string): object => ({ id, conversationId: `c-${id}`, kind: 'text', text, sentAt: 1, direction: 'incoming' });
const LONG = 'the heron asks you to send the money for the boat before the evening, so that the river lets you pass, and to tell nobody by the shore of it, friend';

describeEngines('a host\'s own ONNX model in a page', (engine) => {
  let page: Page;
  let builtIn: readonly number[] = [];
  beforeAll(async () => { page = await engine.open(`${server.origin}/`); });
  beforeEach(() => { server.clear(); });

  /** Makes `safety` in the page. `bytes`: the model is fetched by the page's own code and handed in. */
  const open = (assets: string, model: object | undefined, more: object = {}, bytes = false): Promise<string> => page.run(async (folder, given, options, asBytes) => {
    const [main, onnx] = ['/dist/index.js', '/dist/onnx.js'];
    const { createSafety, onnxTextModel } = { ...await import(main) as Inward, ...await import(onnx) as Inward };
    const held = globalThis as unknown as { safety?: Safety };
    await held.safety?.dispose();
    const read = given as { model: string | ArrayBuffer } | undefined;
    if (asBytes && read !== undefined) read.model = await (await fetch(read.model as string)).arrayBuffer();
    held.safety = await createSafety({ assets: folder, ...options, ...(read === undefined ? {} : { models: { text: onnxTextModel(read as unknown as Parameters<Inward['onnxTextModel']>[0]) } }) });
    return held.safety.seal;
  }, assets, model, more, bytes);
  const screen = (text: string, id = 'm') => page.run((one) => (globalThis as unknown as { safety: Safety }).safety.screenMessage(
    one as Parameters<Safety['screenMessage']>[0], { relationship: 'stranger', me: { ageBand: 'adult' } }), message(text, id));
  const explain = (list: readonly string[]): Promise<readonly number[]> => page.run(async (all) => {
    const { safety } = globalThis as unknown as { safety: Safety };
    const testing = '/dist/testing.js';
    const { explainMessage } = await import(testing) as Inward;
    const scores = [];
    for (const one of all) scores.push((await explainMessage(safety, one as Parameters<Inward['explainMessage']>[1], { relationship: 'stranger' })).scam.score);
    return scores;
  }, list.map((text) => message(text, 'm')));
  const aboutNames = (): Promise<readonly string[]> => page.run(() => (globalThis as unknown as { safety: Safety }).safety.about().assets.map(({ name }) => name));

  it.each([['/exact/', 'header', ''], ['/none/', 'frame', '.classic']])('runs in its sealed worker (%s, %s form) and scores as the built-in kernel does', async (assets, form, suffix) => {
    // The same in both forms: tests/browser/parity.test.ts.
    if (builtIn.length === 0) {
      await open(assets, undefined);
      builtIn = await explain(texts);
    }
    expect(builtIn.filter((score) => score > 0).length).toBeGreaterThan(20);
    expect(asked()).toEqual([]);
    expect(await open(assets, { model: '/ours.onnx', sha256: sha256(ownModel), ...OWN_OPTIONS })).toBe(form);
    const hosted = await explain(texts);
    expect(Math.max(...hosted.map((score, n) => Math.abs(score - (builtIn[n] ?? NaN))))).toBeLessThan(1e-5);
    expect(await aboutNames()).toEqual(expect.arrayContaining([`worker-onnx${suffix}.js`, WASM, 'models.text']));
    // In the header form the worker's file once for its header and once by the browser.
    const worker = `${assets}worker-onnx${suffix}.js`;
    expect(asked()).toEqual(['/ours.onnx', `${assets}${WASM}`, worker, ...(form === 'header' ? [worker] : [])].sort());
    // The notice worker's file comes with the first message that says something.
    await screen(LONG, 'first');
    server.clear();
    expect((await screen(LONG)).degraded).toEqual([]);
    await explain(['fetch("/leak") by the river, heron, at http://127.0.0.1/leak', '<img src=/leak> for the plum in the boat of the friend', 'import("/leak") said the heron to the plum']);
    expect(server.log.map(({ path }) => path)).toEqual([]);
  });

  it('takes a model of `units` as bytes; switched off nothing is asked for, on again it is', async () => {
    await open('/exact/', { ...PAIRS, model: '/pairs.onnx' }, { settings: await page.run(async () => {
      const url = '/dist/index.js';
      const defaults = (await import(url) as Inward).defaultSettings();
      return { ...defaults, scam: { ...defaults.scam, enabled: false } };
    }) }, true);
    expect((await screen(LONG)).degraded).toEqual([]);
    expect(asked()).toEqual(['/pairs.onnx']);
    await page.run(async () => {
      const { safety } = globalThis as unknown as { safety: Safety };
      await safety.applySettings({ ...safety.settings, scam: { ...safety.settings.scam, enabled: true } });
    });
    const [score = 0] = await explain([LONG]);
    expect(score).toBeGreaterThan(0.1);
    expect(asked()).toEqual(['/pairs.onnx', `/exact/${WASM}`, '/exact/worker-onnx.js', '/exact/worker-onnx.js'].sort());
  });

  it.each([
    ['whose byte was changed', '/exact/', { ...PAIRS, model: '/changed.onnx' }, 'asset-integrity'],
    ['whose runtime was changed', '/faulty/', { ...PAIRS, model: '/pairs.onnx' }, 'asset-integrity'],
    ['that is not there', '/exact/', { ...PAIRS, model: '/nowhere.onnx' }, 'asset-unavailable'],
  ])('one %s is refused, and the rest goes on', async (_name, assets, model, code) => {
    await open(assets, { deadlineMs: 30_000, ...model });
    const verdict = await screen(`${LONG} https://boat.example/x`);
    expect(verdict).toMatchObject({ delivery: 'requests', notices: [], degraded: [{ check: 'scam', code }] });
    expect(verdict.links).toHaveLength(1);
    await expect(explain([LONG])).rejects.toMatchObject({ code });
  });

  it('anything that was not made by onnxTextModel is a TypeError, and nothing is started', async () => {
    await expect(page.run(async () => {
      const url = '/dist/index.js';
      await (await import(url) as Inward).createSafety({ assets: '/exact/', models: { text: { sha256: 'x' } } });
    })).rejects.toMatchObject({ name: 'TypeError' });
    expect(server.log.filter(({ path }) => path.includes('worker'))).toEqual([]);
  });

  it('one that never ends is cut off, and the next message has it again', async () => {
    await open('/exact/', { ...PAIRS, labels: ['ham', 'spam', 'scam'], model: '/endless.onnx', sha256: sha256(MODELS.endless), deadlineMs: 600 });
    expect(await explain(['the plum fell into the quiet river'])).toEqual([expect.closeTo(0.8, 5)]);
    expect((await screen(LONG, 'endless')).degraded).toEqual([{ check: 'scam', code: 'deadline' }]);
    expect(await explain(['the plum fell into the quiet river'])).toEqual([expect.closeTo(0.8, 5)]);
    expect((await screen('the plum fell into the quiet river', 'next'))).toMatchObject({ degraded: [], notices: [{ level: 'tip' }] });
  });
});
