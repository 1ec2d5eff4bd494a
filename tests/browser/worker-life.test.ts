import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as Inward from '../../src/index.ts';
import { bundlePage, describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { asset, servePackage, WORKER_HEADERS } from './package-server.ts';

let server: StaticServer;
/** Policy of `/exact/changing/worker.js` for the next request. */
let policy = '';
beforeAll(async () => {
  const faulty = await bundlePage(fileURLToPath(new URL('./faults/faulty-worker.ts', import.meta.url)));
  server = await servePackage({ replace: {
    '/faulty/worker.js': { body: faulty },
    '/exact/changing/worker.js': () => ({ body: asset('worker.js'), headers: { 'content-security-policy': policy } }),
  } });
});
afterAll(() => server.close());

/** In the page before anything else: keeps hold of the workers, and of what reaches the console's door. */
function prepare(): void {
  const kept: Worker[] = [];
  const Plain = Worker;
  const held = globalThis as unknown as { workers: Worker[]; inward: Promise<typeof Inward>; shown: string[]; Worker: typeof Worker };
  held.workers = kept;
  held.shown = [];
  held.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      kept.push(this);
    }
  };
  addEventListener('error', (event) => { held.shown.push(event.message); });
  const url = '/dist/index.js';
  held.inward = import(url) as Promise<typeof Inward>;
}

type Held = { workers: Worker[]; inward: Promise<typeof Inward>; shown: string[] };

describeEngines('a worker’s life', (engine) => {
  let page: Page;
  beforeAll(async () => {
    page = await engine.open(`${server.origin}/`);
    await page.run(prepare);
  });

  it.each(['loop', 'crash', 'close'] as const)('a message that makes it %s costs that call only: it resolves fail-safe and the next one is screened', async (fault) => {
    const seen = await page.run(async (id) => {
      const held = globalThis as unknown as Held;
      const { createSafety, defaultSettings } = await held.inward;
      const settings = { ...defaultSettings(), hiddenWords: { enabled: true, words: [{ text: 'plover' }], lists: [], allow: [] } };
      const safety = await createSafety({ assets: '/faulty/', seal: 'off', settings, deadlineMs: 500 });
      const events: string[] = [];
      safety.subscribe((event) => { events.push(event.kind === 'engine' ? event.state : event.kind); });
      const message = (name: string) => ({ id: name, conversationId: 'c', kind: 'text', text: 'a plover', sentAt: 1, direction: 'incoming' }) as const;
      const context = { relationship: 'stranger', me: { ageBand: 'adult' } } as const;
      const lost = await safety.screenMessage(message(id), context);
      const next = await safety.screenMessage(message('fine'), context);
      await safety.dispose();
      return { lost: { delivery: lost.delivery, degraded: lost.degraded }, next: { delivery: next.delivery, degraded: next.degraded }, events, shown: held.shown.join() };
    }, fault);
    const reason = fault === 'crash' ? 'worker-failed' : 'deadline';
    expect(seen.lost.delivery).toBe('requests');
    expect(seen.lost.degraded).toContainEqual({ check: 'hidden-words', code: reason });
    expect(seen.next).toEqual({ delivery: 'hidden', degraded: [] });
    expect(seen.events).toContain('restarted');
    expect(seen.shown).not.toContain('plaintext');
  });

  it.each(['/exact/', '/none/'])('killed from outside in the middle of 1,000 messages (%s), it loses at most the call in flight', async (assets) => {
    const seen = await page.run(async (folder) => {
      const held = globalThis as unknown as Held;
      const { createSafety, defaultSettings } = await held.inward;
      const settings = { ...defaultSettings(), hiddenWords: { enabled: true, words: [{ text: 'plover' }], lists: [], allow: [] } };
      const safety = await createSafety({ assets: folder, settings, deadlineMs: 500 });
      const items = Array.from({ length: 1_000 }, (_, index) => ({
        message: { id: `m${index}`, conversationId: `c${index % 7}`, kind: 'text', text: 'the plover', sentAt: index, direction: 'incoming' } as const,
        context: { relationship: 'contact' } as const,
      }));
      let killed = false;
      let largestStep = 0;
      let last = 0;
      const verdicts = await safety.screenMessages(items, {
        onProgress: (done) => {
          largestStep = Math.max(largestStep, done - last);
          last = done;
          if (killed || done < 300) return;
          killed = true;
          document.querySelector('iframe')?.remove();
          held.workers.at(-1)?.terminate();
          // A removed frame's worker ends on its own thread, a little later: on a busy machine it could still answer them all.
          const killedAt = performance.now();
          while (performance.now() - killedAt < 200) { /* wait */ }
        },
      });
      const form = safety.seal;
      await safety.dispose();
      return {
        form, largestStep, hidden: verdicts.filter((verdict) => verdict.delivery === 'hidden').length,
        lost: verdicts.filter((verdict) => verdict.degraded.length > 0).length, frames: document.querySelectorAll('iframe').length,
      };
    }, assets);
    expect(seen.form).toBe(assets === '/exact/' ? 'header' : 'frame');
    expect(seen.lost).toBeGreaterThan(0);
    expect(seen.lost).toBeLessThanOrEqual(seen.largestStep);
    expect(seen.hidden + seen.lost).toBe(1_000);
    expect(seen.frames).toBe(0);
  });

  it('comes back after four deaths only until its budget is spent; screening still resolves, management rejects', async () => {
    const seen = await page.run(async () => {
      const held = globalThis as unknown as Held;
      const { createSafety } = await held.inward;
      const safety = await createSafety({ assets: '/exact/', deadlineMs: 400 });
      const events: string[] = [];
      safety.subscribe((event) => { if (event.kind === 'engine') events.push(event.state); });
      const screen = () => safety.screenMessage({ id: 'm', conversationId: 'c', kind: 'text', text: 'x', sentAt: 1, direction: 'incoming' }, { relationship: 'stranger', me: { ageBand: 'adult' } });
      const codes: string[] = [];
      for (let death = 0; death < 4; death += 1) {
        held.workers.at(-1)?.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
        codes.push((await screen()).degraded[0]?.code ?? 'fine');
      }
      const management = await safety.applySettings(safety.settings).then(() => 'resolved', (error: unknown) => (error as { code: string }).code);
      await safety.dispose();
      const after = await safety.applySettings(safety.settings).then(() => 'resolved', (error: unknown) => (error as { code: string }).code);
      return { events, codes, management, after };
    });
    expect(seen.events).toEqual(['restarted', 'restarted', 'restarted', 'failed']);
    expect(seen.codes).toEqual(['fine', 'fine', 'fine', 'worker-failed']);
    expect([seen.management, seen.after]).toEqual(['worker-failed', 'disposed']);
  });

  it('looks at the header anew at a restart, and takes no worker under another one', async () => {
    policy = WORKER_HEADERS['exact'] as string;
    const state = async (): Promise<{ readonly codes: readonly string[]; readonly states: readonly string[] }> => page.run(async () => {
      const held = globalThis as unknown as Held & { changing?: Awaited<ReturnType<typeof Inward.createSafety>>; states: string[] };
      const { createSafety, defaultSettings } = await held.inward;
      if (held.changing === undefined) {
        held.states = [];
        held.changing = await createSafety({ assets: '/exact/changing/', seal: 'header', settings: { ...defaultSettings(), notices: 'off' } });
        held.changing.subscribe((event) => { if (event.kind === 'engine') held.states.push(event.state); });
      } else {
        held.workers.at(-1)?.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
      }
      const verdict = await held.changing.screenMessage({ id: 'm', conversationId: 'c', kind: 'text', text: 'x', sentAt: 1, direction: 'incoming' }, { relationship: 'stranger', me: { ageBand: 'adult' } });
      return { codes: verdict.degraded.map((entry) => entry.code), states: held.states };
    });
    expect(await state()).toEqual({ codes: [], states: [] });
    expect(await state()).toEqual({ codes: [], states: ['restarted'] });
    // Closed as well, as the self-test sees it, but it would tell a server what the worker tried.
    policy = WORKER_HEADERS['report'] as string;
    expect(await state()).toMatchObject({ codes: [expect.stringMatching(/worker-failed/)], states: ['restarted', 'failed'] });
    await page.run(() => (globalThis as unknown as { changing: { dispose(): Promise<void> } }).changing.dispose());
  });

  it('settles every open call when disposed', async () => {
    const seen = await page.run(async () => {
      const held = globalThis as unknown as Held;
      const { createSafety } = await held.inward;
      const safety = await createSafety({ assets: '/faulty/', seal: 'off', deadlineMs: 60_000 });
      const message = (id: string) => ({ id, conversationId: 'c', kind: 'text', text: 'x', sentAt: 1, direction: 'incoming' }) as const;
      const stuck = safety.screenMessage(message('loop'), { relationship: 'stranger', me: { ageBand: 'adult' } });
      const behind = safety.screenMessage(message('fine'), { relationship: 'stranger', me: { ageBand: 'adult' } });
      const words = safety.hiddenWords.test('x').then(() => 'resolved', (error: unknown) => (error as { code: string }).code);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await safety.dispose();
      return { stuck: (await stuck).degraded.map((entry) => entry.code), behind: (await behind).degraded.length > 0, words: await words };
    });
    expect(new Set(seen.stuck)).toEqual(new Set(['disposed']));
    expect(seen.behind).toBe(true);
    expect(seen.words).toBe('disposed');
  });

  it('looks after its worker when the page comes back from the back/forward cache', async () => {
    const seen = await page.run(async () => {
      const held = globalThis as unknown as Held;
      const { createSafety } = await held.inward;
      const safety = await createSafety({ assets: '/exact/', deadlineMs: 600_000 });
      const restarted = new Promise<string>((resolve) => { safety.subscribe((event) => { if (event.kind === 'engine') resolve(event.state); }); });
      held.workers.at(-1)?.terminate();
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      const late = new Promise<string>((resolve) => { setTimeout(() => { resolve('nothing'); }, 8_000); });
      const state = await Promise.race([restarted, late]);
      const verdict = await safety.screenMessage({ id: 'm', conversationId: 'c', kind: 'text', text: 'x', sentAt: 1, direction: 'incoming' }, { relationship: 'stranger', me: { ageBand: 'adult' } });
      await safety.dispose();
      return { state, degraded: verdict.degraded.length };
    });
    expect(seen).toEqual({ state: 'restarted', degraded: 0 });
  });
});
