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

  it('leaves live messages their verdicts while thousands of words come into a long list', async () => {
    const page = await engine.open(`${server.origin}/`);
    await start(page);
    const seen = await page.run(async () => {
      const { safety } = window as unknown as HostWindow;
      const judge = async (text: string): Promise<string> => (await safety.screenMessage(
        { id: text, conversationId: 'c', kind: 'text', text, sentAt: 0, direction: 'incoming' }, { relationship: 'contact' })).delivery;
      const named = (count: number, name: string): string[] => Array.from({ length: count }, (_, n) => `${name}${n}x`);
      await safety.hiddenWords.add(named(20_000, 'heron'));
      let added = false;
      const adding = safety.hiddenWords.add([...named(20_000, 'plover'), 'HERON5x']).then((change) => {
        added = true;
        return change.rejected;
      });
      const during = [await judge('a heron7x'), await judge('a plover7x')];
      const early = !added;
      const rejected = await adding;
      // Now what is beside the list is taken into it when nothing else is to be done.
      await safety.hiddenWords.add(named(2_100, 'crane'));
      await safety.hiddenWords.remove(['heron7x', 'crane7x']);
      const after: string[][] = [];
      for (let turn = 0; turn < 20; turn++) after.push([await judge('a heron7x'), await judge('a plover7x'), await judge('a crane7x'), await judge('a crane2099x')]);
      return { during, early, rejected, after };
    });
    expect(seen.during).toEqual(['hidden', 'chats']);
    expect(seen.early).toBe(true);
    expect(seen.rejected).toEqual([{ index: 20_000, why: 'duplicate' }]);
    expect(seen.after).toEqual(seen.after.map(() => ['chats', 'hidden', 'chats', 'hidden']));
  });
});
