import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type * as Inward from '../../src/index.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { asset, servePackage, WORKER_HEADERS } from './package-server.ts';

const RIGHT = { 'content-security-policy': WORKER_HEADERS['exact'] as string };
const SCAM = 'Congratulations, you have won a $1000 gift card! Claim your prize now: http://prize.example/claim';
const FILES = ['tables.bin', 'simd.bin', 'scam.bin', 'suffixes.bin'];
/** A folder in which all is right but the worker for notices. */
const folder = (name: string, worker: object): object => ({
  ...Object.fromEntries(FILES.map((file) => [`/none/${name}/${file}`, { body: asset(file) }])),
  [`/none/${name}/worker.js`]: { body: asset('worker.js'), headers: RIGHT }, [`/none/${name}/worker-notices.js`]: worker,
});
let server: StaticServer;

beforeAll(async () => {
  const damaged = asset('worker-notices.js');
  damaged[1_000] = (damaged[1_000] ?? 0) ^ 1;
  server = await servePackage({ replace: {
    ...folder('bare', { body: asset('worker-notices.js') }), ...folder('gone', { status: 404 }), ...folder('damaged', { body: damaged, headers: RIGHT }),
    ...folder('whole', { body: asset('worker-notices.js'), headers: RIGHT }),
  } });
});
afterAll(() => server.close());

interface Seen { readonly delivery: string; readonly notices: number; readonly degraded: readonly string[] }
type Host = typeof globalThis & { safety: Inward.Safety };

const open = (page: Page, assets: string, notices: 'on' | 'off' = 'on'): Promise<string> => page.run(async (base, how) => {
  const url = '/dist/index.js';
  const { createSafety, defaultSettings } = await import(url) as typeof Inward;
  (globalThis as Host).safety = await createSafety({ assets: base, settings: { ...defaultSettings(), notices: how, chain: { enabled: false } } });
  return (globalThis as Host).safety.seal;
}, assets, notices);
const screen = (page: Page, text: string, id: string): Promise<Seen> => page.run(async (what, name) => {
  const verdict = await (globalThis as Host).safety.screenMessage(
    { id: name, conversationId: name, kind: 'text', text: what, sentAt: 1, direction: 'incoming' }, { relationship: 'stranger', me: { ageBand: 'adult' } });
  return { delivery: verdict.delivery, notices: verdict.notices.length, degraded: verdict.degraded.map(({ check, code }) => `${check}: ${code}`) };
}, text, id);
const about = (page: Page): Promise<readonly string[]> => page.run(() => (globalThis as Host).safety.about().assets.map(({ name }) => name));

describeEngines('the life of the worker for notices', (engine) => {
  let page: Page;
  beforeAll(async () => { page = await engine.open(`${server.origin}/`); });
  beforeEach(() => { server.clear(); });
  const asked = (): readonly string[] => server.log.map(({ path }) => path).filter((path) => path.includes('notices'));

  it.each([['header', '/exact/', 'worker-notices.js', 2], ['frame', '/none/', 'worker-notices.classic.js', 1]] as const)('in the %s form, it is asked for with the first message that says something, and named then', async (seal, assets, file, times) => {
    expect(await open(page, assets)).toBe(seal);
    expect(await screen(page, 'See you at the station', 'plain')).toMatchObject({ notices: 0, degraded: [] });
    expect(asked().filter((path) => path.startsWith(assets))).toEqual([]);
    expect(await about(page)).not.toContain(file);
    expect(await screen(page, SCAM, 'scam')).toMatchObject({ notices: 1, degraded: [] });
    await screen(page, SCAM, 'another');
    expect(asked().filter((path) => path.startsWith(assets))).toEqual(Array<string>(times).fill(`${assets}${file}`));
    expect(await about(page)).toContain(file);
  });

  it('off means not asked for: neither the worker nor the page\'s part for it', async () => {
    const fresh = await engine.open(`${server.origin}/`);
    await open(fresh, '/exact/', 'off');
    expect(await screen(fresh, SCAM, 'scam')).toMatchObject({ notices: 0, degraded: [] });
    await fresh.run(() => (globalThis as Host).safety.answerNotice({ conversationId: 'scam', noticeId: 'n', answer: 'dismissed' }));
    expect(asked()).toEqual([]);
    await fresh.run(async () => { const { safety } = globalThis as Host; await safety.applySettings({ ...safety.settings, notices: 'on' }); });
    expect(asked()).toEqual(['/dist/page-notices.js']);
    expect(await screen(fresh, SCAM, 'scam')).toMatchObject({ notices: 1, degraded: [] });
    await fresh.close();
  });

  it.each([['bare', 'seal-failed'], ['gone', 'asset-unavailable'], ['damaged', 'asset-integrity']])('where it cannot be had (%s), verdicts stand and say so; ordinary messages are whole', async (name, code) => {
    expect(await open(page, `/none/${name}/`)).toBe('header');
    for (const id of ['a', 'b', 'c', 'd', 'e']) expect(await screen(page, SCAM, id)).toEqual({ delivery: 'requests', notices: 0, degraded: [`scam: ${code}`] });
    expect(await screen(page, 'See you at the station', 'f')).toEqual({ delivery: 'requests', notices: 0, degraded: [] });
    // Three tries a minute, not one a message.
    expect(asked().filter((path) => path.startsWith('/none/')).length).toBeLessThanOrEqual(6);
  });

  it('the control: the same folder with the right one', async () => {
    await open(page, '/none/whole/');
    expect(await screen(page, SCAM, 'a')).toMatchObject({ notices: 1, degraded: [] });
  });
});
