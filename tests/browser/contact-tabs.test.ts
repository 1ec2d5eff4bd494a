import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type * as Browser from '../../src/browser.ts';
import type { NoticeAnswerCode } from '../../src/contract/engine.ts';
import type * as Inward from '../../src/index.ts';
import { decodeConversation } from '../../src/worker/conversation-bytes.ts';
import { markOf } from '../../src/worker/talk.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

/** Who writes, with two pages of one origin over one encrypted store: the shipped package, each page with its own sealed workers. */
const NOW = Date.UTC(2026, 10, 23);
const DAY = 24 * 60 * 60 * 1000;
/** Worth a notice once four messages wait for an answer, and not before. */
const SLOW = { accountAgeDays: 20, linkedIdentity: false, mutualContacts: 0, commonGroups: 1 } as const;
let server: StaticServer;
beforeAll(async () => { server = await servePackage(); });
afterAll(() => server.close());

type Host = typeof globalThis & { safety: Inward.Safety; store: Inward.Store; now: number };
interface Shown { readonly message: string; readonly notice: string; readonly told: string }

let count = 0;

describeEngines('two tabs over one thread', (engine) => {
  let a: Page;
  let b: Page;
  let store: string;

  async function tab(): Promise<Page> {
    const page = await engine.open(`${server.origin}/`);
    await page.run(async (name, now) => {
      const [inward, browser] = ['/dist/index.js', '/dist/browser.js'];
      const { createSafety, defaultSettings } = await import(inward) as typeof Inward;
      const { createIndexedDbStore } = await import(browser) as typeof Browser;
      const host = globalThis as Host;
      host.now = now;
      host.store = createIndexedDbStore({ name });
      host.safety = await createSafety({ assets: '/exact/', settings: { ...defaultSettings(), scam: { enabled: false } }, store: host.store, now: () => host.now });
    }, store, NOW);
    return page;
  }
  beforeEach(async () => {
    store = `contact-tabs-${count++}`;
    [a, b] = [await tab(), await tab()];
  });
  afterEach(() => engine.closePages());

  /** Screens these at once, `>` before what the person wrote; what was shown with which. */
  const see = (page: Page, ids: readonly string[], conversationId = 'c', day = 0): Promise<readonly Shown[]> => page.run(async (list, conversation, now, peer) => {
    const host = globalThis as Host;
    host.now = now;
    const each = await Promise.all(list.map(async (id): Promise<readonly Shown[]> => {
      const { notices, degraded } = await host.safety.screenMessage(
        { id, conversationId: conversation, kind: 'text', text: 'hello', sentAt: now, direction: id.startsWith('>') ? 'outgoing' : 'incoming' },
        { relationship: id.startsWith('>') ? 'accepted' : 'stranger', me: { ageBand: 'adult' }, peer });
      if (degraded.length > 0) throw new Error(JSON.stringify(degraded));
      return notices.map(({ id: notice, kind, level }) => ({ message: id, notice, told: `${kind} ${level}` }));
    }));
    return each.flat();
  }, ids, conversationId, NOW + day * DAY, SLOW);
  const answer = (page: Page, shown: readonly Shown[], said: NoticeAnswerCode): Promise<void> => page.run(async (noticeId, code) => {
    await (globalThis as Host).safety.answerNotice({ conversationId: 'c', noticeId, answer: code });
  }, shown[0]?.notice ?? '', said);
  /** The marks of the messages that the stored record counts, `>` before what the person wrote. */
  const counted = async (page: Page): Promise<readonly string[]> => {
    const bytes = await page.run(async () => {
      const held = await (globalThis as Host).store.get('conversation/c') as Uint8Array | undefined;
      return held && [...held];
    });
    return (decodeConversation(Uint8Array.from(bytes ?? []).slice(9))?.talk ?? []).map((one) => (one < 0 ? 'unknown' : `${one & 16 ? '>' : ''}${one >> 5}`));
  };
  const marks = (ids: readonly string[]): readonly string[] => ids.map((id) => `${id.startsWith('>') ? '>' : ''}${markOf(id)}`);
  const IDS = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'];

  it.runIf(engine.name === 'chromium')('counts each message once where both screen all of them, and shows one notice between them', async () => {
    const [fromA, fromB] = await Promise.all([see(a, IDS), see(b, IDS)]);
    expect(await counted(a)).toEqual(marks(IDS));
    expect(new Set([...fromA, ...fromB].map(({ notice }) => notice)).size).toBe(1);
    expect([...fromA, ...fromB].every(({ message, told }) => message === 'm4' && told === 'contact tip')).toBe(true);
    // Its message shows it again, in either; no other does.
    const again = [await see(a, IDS), await see(b, IDS)];
    expect(again.map((shown) => shown.map(({ message }) => message))).toEqual([['m4'], ['m4']]);
    expect(await counted(b)).toEqual(marks(IDS));
  });

  it.runIf(engine.name === 'chromium')('counts what each of them saw, where messages come to one or the other', async () => {
    for (const [n, id] of IDS.entries()) expect((await see([a, b][n % 2] as Page, [id])).map(({ message }) => message)).toEqual(id === 'm4' ? ['m4'] : []);
    expect(await counted(a)).toEqual(marks(IDS));
  });

  it.runIf(engine.name === 'chromium')('counts an answer that the person writes in the other one: nothing waits then', async () => {
    expect([await see(a, ['m1', 'm2', 'm3']), await see(b, ['>r1']), await see(a, ['m4', 'm5']), await see(b, ['m6'])]).toEqual([[], [], [], []]);
    expect(await counted(b)).toEqual(marks(['m1', 'm2', 'm3', '>r1', 'm4', 'm5', 'm6']));
  });

  it.runIf(engine.name === 'chromium').each(['keep-chatting', 'not-helpful'] as const)('is silent in the other one after "%s"', async (said) => {
    const shown = await see(a, IDS);
    expect(await see(b, IDS)).toEqual(shown);
    await answer(a, shown, said);
    expect([await see(b, IDS), await see(b, ['m7', 'm8']), await see(a, IDS)]).toEqual([[], [], []]);
    // Of that thread alone, or of that reason everywhere.
    expect((await see(b, IDS, 'd', 8)).map(({ message }) => message)).toEqual(said === 'keep-chatting' ? ['m4'] : []);
  });

  it.runIf(engine.name === 'chromium')('spends one week’s tip between them', async () => {
    const shown = await Promise.all([see(a, IDS, 'c'), see(b, IDS, 'd')]);
    expect(shown.flat()).toHaveLength(1);
  });
});
