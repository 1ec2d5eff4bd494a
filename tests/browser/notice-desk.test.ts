import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type * as Browser from '../../src/browser.ts';
import type { NoticeAnswerCode } from '../../src/contract/engine.ts';
import type * as Inward from '../../src/index.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

/** The notice desk through the public API: the shipped package, its sealed workers, a store that outlives the page. */
const T0 = Date.UTC(2026, 10, 23);
const DAY = 24 * 60 * 60 * 1000;
const PRIZE = 'Congratulations, you have won a $1000 gift card! Claim your prize now: http://prize.example/claim';
const CODE = 'Your account is suspended. Send me the 6-digit verification code we just texted you, or verify here: http://account.example/verify';
let server: StaticServer;
beforeAll(async () => { server = await servePackage(); });
afterAll(() => server.close());

type Host = typeof globalThis & { safety: Inward.Safety; now: number };
type Shown = readonly [level: string, form: string | undefined, layout: number | undefined, reason: string | undefined, id: string];

const looks = (shown: readonly Shown[]): readonly unknown[] => shown.map(([level, form, layout]) => [level, form, layout]);
let count = 0;

describeEngines('the notice desk', (engine) => {
  let page: Page;
  let store: string;

  /** As after a reload: another page of the same origin over the same store. */
  async function reload(): Promise<void> {
    await engine.closePages();
    page = await engine.open(`${server.origin}/`);
    await page.run(async (name) => {
      const [inward, browser] = ['/dist/index.js', '/dist/browser.js'];
      const { createSafety } = await import(inward) as typeof Inward;
      const { createIndexedDbStore } = await import(browser) as typeof Browser;
      const host = globalThis as Host;
      host.safety = await createSafety({ assets: '/exact/', store: createIndexedDbStore({ name }), now: () => host.now });
    }, store);
  }
  beforeEach(async () => {
    store = `desk-${count++}`;
    await reload();
  });

  const see = (conversationId: string, id: string, day: number, text = PRIZE): Promise<readonly Shown[]> => page.run(async (conversation, message, now, said) => {
    const host = globalThis as Host;
    host.now = now;
    const verdict = await host.safety.screenMessage(
      { id: message, conversationId: conversation, kind: 'text', text: said, sentAt: now, direction: 'incoming' }, { relationship: 'stranger', me: { ageBand: 'adult' } });
    if (verdict.degraded.length > 0) throw new Error(JSON.stringify(verdict.degraded));
    return verdict.notices.map(({ level, form, layout, reasons, id: notice }): Shown => [level, form, layout, reasons[0], notice]);
  }, conversationId, id, T0 + day * DAY, text);
  const answer = (conversationId: string, shown: readonly Shown[], day: number, said: NoticeAnswerCode): Promise<void> => page.run(async (conversation, noticeId, now, code) => {
    const host = globalThis as Host;
    host.now = now;
    await host.safety.answerNotice({ conversationId: conversation, noticeId, answer: code });
  }, conversationId, shown[0]?.[4] ?? '', T0 + day * DAY, said);

  it('shows the first strong notice of a week in front of the chat, the second as a banner, and no third; the same message shows its own again', async () => {
    const first = await see('a', 'm1', 0);
    expect(looks(first)).toEqual([['strong', 'interstitial', 0]]);
    expect(looks(await see('b', 'm1', 1))).toEqual([['strong', 'banner', 1]]);
    expect(await see('c', 'm1', 2)).toEqual([]);
    await reload();
    expect([await see('a', 'm1', 2), await see('d', 'm1', 3)]).toEqual([first, []]);
    // A clock that goes back unlocks nothing; a week after the first there is room again.
    expect([await see('e', 'm1', -30), looks(await see('f', 'm1', 7))]).toEqual([[], [['strong', 'interstitial', 2]]]);
  });

  it('"keep chatting" is thirty days of silence in that chat, also after a reload', async () => {
    const shown = await see('a', 'm1', 0);
    expect(shown).toHaveLength(1);
    await answer('a', shown, 0, 'keep-chatting');
    await reload();
    expect([await see('a', 'm1', 0), await see('a', 'm2', 29, CODE)]).toEqual([[], []]);
    expect(await see('b', 'm1', 29)).toHaveLength(1);
    expect(await see('a', 'm3', 30, CODE)).toHaveLength(1);
    expect(await see('a', 'm1', 40)).toEqual([]);
  });

  it('"not helpful" is ninety days without that reason in every chat, also after a reload; other reasons are told of', async () => {
    const shown = await see('a', 'm1', 0);
    const [, , , reason] = shown[0] ?? [];
    await answer('a', shown, 0, 'not-helpful');
    await reload();
    expect(await see('b', 'm1', 30)).toEqual([]);
    const other = await see('c', 'm1', 30, CODE);
    expect(other).toHaveLength(1);
    expect(other[0]?.[3]).not.toBe(reason);
    expect(await see('d', 'm1', 90)).toHaveLength(1);
  });

  it('"blocked" and "trusted" end it there and nowhere else', async () => {
    for (const [n, said] of (['blocked', 'trusted'] as const).entries()) {
      await answer(said, await see(said, 'm1', n), n, said);
      expect([await see(said, 'm1', n), await see(said, 'm2', 300, CODE)]).toEqual([[], []]);
    }
    expect(await see('other', 'm1', 300)).toHaveLength(1);
  });
});
