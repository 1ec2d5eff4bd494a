import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Message } from '../../src/contract/message.ts';
import type { Safety } from '../../src/contract/safety.ts';
import type { StaticServer } from './harness/index.ts';
import { describeEngines, type Page } from './harness/index.ts';
import { servePackage } from './package-server.ts';

/** The built package, sealed worker and all: what is remembered, over crashes and between tabs. */
let server: StaticServer;
beforeAll(async () => { server = await servePackage(); });
afterAll(() => server.close());

interface HostWindow {
  safety: Safety;
  workers: Worker[];
}

const SCAM = 'Congratulations, you have won a $1000 gift card! Claim your prize now: http://prize.example/claim';

function scams(n: number, conversations: number): readonly Message[] {
  return Array.from({ length: n }, (_, i) => ({
    id: `m${i}`, conversationId: `c${i % conversations}`, kind: 'text', text: SCAM, sentAt: 0, direction: 'incoming',
  }));
}

function start(page: Page, store: string | null): Promise<string> {
  return page.run(async (name) => {
    const host = window as unknown as HostWindow;
    host.workers = [];
    const Plain = window.Worker;
    // The page keeps its worker to itself; the test needs it to kill it.
    window.Worker = new Proxy(Plain, {
      construct(target, args: [string, WorkerOptions]) {
        const made = new target(...args);
        host.workers.push(made);
        return made;
      },
    });
    const { createSafety, defaultSettings } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
    const { createIndexedDbStore } = (await import('/dist/browser.js' as string)) as typeof import('../../src/browser.ts');
    host.safety = await createSafety({
      assets: '/exact/', deadlineMs: 3_000, now: () => Date.UTC(2026, 10, 21), settings: { ...defaultSettings(), chain: { enabled: false } },
      ...(name === null ? {} : { store: createIndexedDbStore({ name }) }),
    });
    return host.safety.seal;
  }, store);
}

describeEngines('Safety over the sealed worker', (engine) => {
  afterEach(() => engine.closePages());

  it.each([['text', 0, ['restarted']], ['notice', 1, []]] as const)('loses at most the call in flight when the %s worker is killed in the middle of 1,000 messages', async (_, place, events) => {
    const page = await engine.open(`${server.origin}/`);
    expect(await start(page, null)).toBe('header');
    const seen = await page.run(async (messages, at) => {
      const { safety, workers } = window as unknown as HostWindow;
      const events: string[] = [];
      safety.subscribe((event) => { if (event.kind === 'engine') events.push(event.state); });
      let killed = false;
      const verdicts = await safety.screenMessages(messages.map((message) => ({ message, context: { relationship: 'stranger', me: { ageBand: 'adult' } } })), {
        onProgress: (done) => {
          if (killed || done < 512) return;
          killed = true;
          workers[at]?.terminate();
        },
      });
      const told: Record<string, number> = {};
      verdicts.forEach((verdict, n) => {
        const key = messages[n]?.conversationId ?? '';
        told[key] = (told[key] ?? 0) + verdict.notices.length;
      });
      return {
        workers: workers.length, events, total: verdicts.length, lost: verdicts.filter((verdict) => verdict.degraded.length > 0).length,
        codes: [...new Set(verdicts.flatMap((verdict) => verdict.degraded.map((entry) => entry.code)))], told,
      };
    }, scams(1_000, 100), place);
    // Both, and the killed one's successor.
    expect(seen).toMatchObject({ workers: 3, events, total: 1_000, codes: ['deadline'] });
    expect(seen.lost).toBeGreaterThan(0);
    expect(seen.lost).toBeLessThanOrEqual(64);
    // What was granted before the kill was stored and replayed: none is told twice, and the week's two are two.
    expect(Object.values(seen.told).filter((times) => times > 0)).toEqual([1, 1]);
  });

  it('shows one notice in two tabs that screen the same conversation, and shares settings', async () => {
    const tabs = [await engine.open(`${server.origin}/`), await engine.open(`${server.origin}/`)];
    await Promise.all(tabs.map((page) => start(page, 'sealed-tabs')));
    const screen = (page: Page | undefined, messages: readonly Message[]): Promise<readonly string[]> | undefined => page?.run(async (list) => {
      const { safety } = window as unknown as HostWindow;
      const verdicts = await Promise.all(list.map((message) => safety.screenMessage(message, { relationship: 'stranger', me: { ageBand: 'adult' } })));
      return verdicts.flatMap((verdict) => [...verdict.notices.map((notice) => notice.id), ...verdict.degraded.map((entry) => entry.code)]);
    }, messages);
    const messages = scams(8, 1);
    const ids = (await Promise.all([screen(tabs[0], messages), screen(tabs[1], [...messages].reverse())])).flat();
    expect(new Set(ids).size).toBe(1);
    await tabs[0]?.run(async () => { await (window as unknown as HostWindow).safety.hiddenWords.add(['canary']); });
    const hidden = (): Promise<string> => tabs[1]?.run(async () => (await (window as unknown as HostWindow).safety.screenMessage(
      { id: 'w', conversationId: 'w', kind: 'text', text: 'a Canary!', sentAt: 0, direction: 'incoming' }, { relationship: 'contact' },
    )).delivery) ?? Promise.reject(new Error('no tab'));
    await expect.poll(hidden, { timeout: 5_000 }).toBe('hidden');
  });

  it('lets a live message overtake a backlog', async () => {
    const page = await engine.open(`${server.origin}/`);
    await start(page, null);
    const at = await page.run(async (messages) => {
      const { safety } = window as unknown as HostWindow;
      let done = 0;
      let live = -1;
      await safety.screenMessages(messages.map((message) => ({ message, context: { relationship: 'contact' } })), {
        onProgress: (now) => {
          done = now;
          if (now !== 64) return;
          void safety.screenMessage({ ...messages[0] as Message, id: 'live' }, { relationship: 'contact' }).then(() => { live = done; });
        },
      });
      return live;
    }, scams(1_000, 10));
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThanOrEqual(192);
  });
});
