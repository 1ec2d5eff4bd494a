import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openReport, type PrivateRecipientKey, type RecipientKey, type Report } from '../../src/report/index.ts';
import { CHAIN_LETTER } from '../fixtures/chain.ts';
import { describeEngines, type StaticServer } from './harness/index.ts';
import { NOW, serveReportChat } from './report-chat-stage.ts';

/** What never answers keeps nobody from reporting: a report is opened, shown and sent by a press, as it was shown. */
let server: StaticServer;
let moderator: PrivateRecipientKey;
beforeAll(async () => { ({ server, moderator } = await serveReportChat()); });
afterAll(() => server.close());

type Hanging = 'chain worker' | 'store';
interface Made { readonly preview: Report; readonly isStillRead: boolean; readonly asked: readonly string[]; state: string; done: boolean }

describeEngines('a report where something hangs', (engine) => {
  afterEach(() => engine.closePages());

  it.each<Hanging>(['chain worker', 'store'])('is sent by a press: the %s', async (what) => {
    server.clear();
    const page = await engine.open(`${server.origin}/chat`);
    const { preview, isStillRead, asked } = await page.run(async (hanging: Hanging, key: RecipientKey, now: number, text: string) => {
      const { createSafety } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
      const { createIndexedDbStore } = (await import('/dist/browser.js' as string)) as typeof import('../../src/browser.ts');
      const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
      const reached: string[] = [];
      const { fetch } = globalThis;
      if (hanging === 'chain worker') globalThis.fetch = (what, ...more) => {
        const name = what instanceof Request ? what.url : String(what);
        if (!/sketch|worker-chain/u.test(name)) return fetch(what, ...more);
        reached.push(name);
        return never();
      };
      const inner = createIndexedDbStore({ name: 'hanging' });
      let isHanging = false;
      const store: typeof inner = { ...inner, put: (name, bytes) => {
        if (!isHanging) return inner.put(name, bytes);
        reached.push(name);
        return never();
      } };
      const message = { id: 'm1', conversationId: 'c', senderId: 'ben', kind: 'text', text: hanging === 'store' ? 'They come tonight.' : text, sentAt: now, direction: 'incoming' } as const;
      const safety = await createSafety({ assets: '/exact/', store, now: () => now, reports: {
        load: () => import('/dist/report.js' as string), moderator: [key], thread: () => ({ kind: 'direct', accounts: ['ben'], messages: [{ message }] }),
        send: async (envelope) => { await fetch('/reports', { method: 'POST', body: btoa(String.fromCharCode(...envelope)) }); },
      } });
      isHanging = hanging === 'store';
      const hand = await safety.report({ conversationId: 'c', messageId: 'm1' });
      let isOver = false;
      void hand.ready?.then(() => { isOver = true; });
      const shown = hand.preview({ category: 'may-cause-violence', urgency: 'emergency' });
      const made: Made = { preview: shown, isStillRead: hand.ready !== undefined && !isOver, asked: reached, state: '', done: false };
      Object.assign(globalThis, { made });
      document.querySelector('button')?.addEventListener('click', () => {
        hand.send(shown).then(({ state }) => { made.state = state; }, (error: unknown) => { made.state = String(error); }).finally(() => { made.done = true; });
      });
      return made;
    }, what, moderator.key, NOW, CHAIN_LETTER);
    expect(isStillRead).toBe(what === 'chain worker');
    expect(preview.duplicates).toEqual(what === 'chain worker' ? { sketches: [], distinctSenders: 0, degraded: 'deadline' } : undefined);
    // Nothing was stored before the press.
    if (what === 'store') expect(asked).toEqual([]);

    await page.press(50, 50);
    const after = await page.run(async () => {
      const { made } = globalThis as unknown as { made: Made };
      while (!made.done) await new Promise((resolve) => { setTimeout(resolve, 20); });
      return made;
    });
    expect(after.state).toBe('sent');
    // It did hang.
    expect(after.asked.join()).toMatch(what === 'store' ? /report-out/u : /sketch/u);
    const posts = server.log.filter(({ method }) => method === 'POST');
    expect(posts).toHaveLength(1);
    expect((await openReport(Buffer.from(posts[0]?.body ?? '', 'base64'), [moderator], new Set())).report).toEqual(preview);
  });
});
