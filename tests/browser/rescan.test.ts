import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Safety } from '../../src/contract/safety.ts';
import type { StaticServer } from './harness/index.ts';
import { describeEngines, type Page } from './harness/index.ts';
import { servePackage } from './package-server.ts';

/** The re-scan of stored messages after the list was edited: one batch in `history` mode over the sealed worker. */
let server: StaticServer;
beforeAll(async () => { server = await servePackage(); });
afterAll(() => server.close());

interface HostWindow { safety: Safety }

const TOTAL = 10_000;

async function start(page: Page): Promise<void> {
  await page.run(async () => {
    const { createSafety } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
    (window as unknown as HostWindow).safety = await createSafety({ assets: '/exact/', now: () => Date.UTC(2026, 10, 21) });
    await (window as unknown as HostWindow).safety.hiddenWords.add(['plover']);
  });
}

describeEngines('re-scan', (engine) => {
  afterEach(() => engine.closePages());

  it('goes over 10,000 messages with progress, and live messages overtake it', async () => {
    const page = await engine.open(`${server.origin}/`);
    await start(page);
    const seen = await page.run(async (total) => {
      const { safety } = window as unknown as HostWindow;
      const message = (id: string, text: string): Parameters<Safety['screenMessage']>[0] => ({ id, conversationId: 'c', kind: 'text', text, sentAt: 0, direction: 'incoming' });
      const items = Array.from({ length: total }, (_, n) => ({ message: message(`m${n}`, n % 100 === 7 ? 'a plover' : n % 100 === 8 ? 'a heron' : 'hello there'), context: { relationship: 'contact' as const } }));
      await safety.hiddenWords.add(['heron']);
      const progress: number[] = [];
      let liveAt = -1;
      let live: Promise<unknown> | undefined;
      const verdicts = await safety.screenMessages(items, {
        mode: 'history',
        onProgress: (done, of) => {
          progress.push(done);
          if (of !== total) throw new Error('another total');
          live ??= safety.screenMessage(message('live', 'one heron'), { relationship: 'contact' }).then((verdict) => {
            liveAt = progress.length;
            return verdict.delivery;
          });
        },
      });
      return { progress, liveAt, live: await live, hidden: verdicts.filter(({ delivery }) => delivery === 'hidden').length, counts: safety.hiddenWords.counts() };
    }, TOTAL);
    expect(seen.progress.at(-1)).toBe(TOTAL);
    expect(seen.progress.every((done, n) => n === 0 || done > (seen.progress[n - 1] ?? 0))).toBe(true);
    expect(seen.progress.length).toBeGreaterThan(100);
    expect(seen).toMatchObject({ live: 'hidden', hidden: 200, counts: [{ entry: 1, messages: 1 }] });
    // Answered with the slice that was under way, or the next.
    expect(seen.liveAt).toBeLessThanOrEqual(3);
  });

  it('can be ended on the way, and the list edited meanwhile', async () => {
    const page = await engine.open(`${server.origin}/`);
    await start(page);
    const seen = await page.run(async (total) => {
      const { safety } = window as unknown as HostWindow;
      const message = { id: 'm', conversationId: 'c', kind: 'text' as const, text: 'a plover', sentAt: 0, direction: 'incoming' as const };
      const items = Array.from({ length: total }, () => ({ message, context: { relationship: 'contact' as const } }));
      const stop = new AbortController();
      let last = 0;
      const ended = await safety.screenMessages(items, {
        mode: 'history', signal: stop.signal, onProgress: (done) => {
          last = done;
          if (done >= 640) stop.abort(new Error('enough'));
        },
      }).then(() => 'done', (error: unknown) => (error as Error).message);
      await safety.hiddenWords.remove(['plover']);
      const after = await safety.screenMessage(message, { relationship: 'contact' });
      const again = await safety.screenMessages(items.slice(0, 200), { mode: 'history' });
      return { ended, last, after: after.delivery, again: again.filter(({ delivery }) => delivery === 'chats').length };
    }, TOTAL);
    expect(seen).toEqual({ ended: 'enough', last: 640, after: 'chats', again: 200 });
  });
});
