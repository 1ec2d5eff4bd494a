import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import type { Context } from '../../../src/contract/message.ts';
import type { Safety } from '../../../src/contract/safety.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import type { Verdict } from '../../../src/contract/verdict.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { FLOOD_MS, FLOOD_STRANGERS } from '../../../src/worker/flood.ts';
import { dump, message, openSafety, settle, STRANGER } from './open-safety.ts';

const reached = (from: Settings['requests']['from'], more: Partial<Settings['requests']> = {}): Settings => (
  { ...defaultSettings(), requests: { ...defaultSettings().requests, ...more, ...(from === undefined ? {} : { from }) } });
const LOUD = reached({ strangers: 'chats' });

/** First messages of so many strangers, one after the other. */
async function flood(safety: Safety, count: number, mode: 'live' | 'history' = 'live', from = 0): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (let n = from; n < from + count; n++) verdicts.push(await safety.screenMessage(message('x', { id: 'm', conversationId: `s${n}` }), STRANGER, { mode }));
  return verdicts;
}

const heard = (verdicts: readonly Verdict[]): number => verdicts.filter(({ groups }) => groups.length === 0).length;

describe('who reaches a person', () => {
  const teen: Context = { relationship: 'stranger', me: { ageBand: 'teen' }, peer: { ageBand: 'teen' } };

  it('is as usual for the age, then what was chosen, with an engine and without', async () => {
    const { safety, port } = await openSafety();
    const to = async (context: Context): Promise<readonly string[]> => {
      const { delivery, notify } = await safety.screenMessage(message('x'), context);
      return [delivery, notify];
    };
    const all = async (): Promise<unknown> => [await to(teen), await to(STRANGER), await to({ ...teen, peer: { ageBand: 'adult' } }), await to({ relationship: 'stranger' })];
    const DENIED = ['denied', 'none'], ASKS = ['requests', 'silent'], CHATS = ['chats', 'normal'];
    expect(await all()).toEqual([DENIED, ASKS, DENIED, DENIED]);
    await safety.applySettings(reached({ strangers: 'chats' }));
    expect(await all()).toEqual([CHATS, CHATS, DENIED, CHATS]);
    port.fail();
    expect(await all()).toEqual([CHATS, CHATS, DENIED, CHATS]);
  });

  it('who chose that strangers come among the chats still has their links dead and pictures covered', async () => {
    const { safety } = await openSafety({ settings: LOUD });
    const verdict = await safety.screenMessage(message('see https://a.example/x', { attachments: [{ id: 'a', kind: 'image' }] }), STRANGER);
    expect(verdict).toMatchObject({ delivery: 'chats', links: [{ inert: true }], media: [{ state: 'covered' }] });
  });
});

describe('a flood of strangers', () => {
  it('is silent and in one group from the eleventh on, and lifts itself', async () => {
    const { safety, clock } = await openSafety({ settings: LOUD });
    const verdicts = await flood(safety, 15);
    verdicts.forEach((verdict, n) => {
      expect(verdict).toMatchObject(n < FLOOD_STRANGERS ? { notify: 'normal', groups: [] } : { notify: 'silent', groups: ['flood'] });
      expect(verdict.delivery).toBe('chats');
    });
    expect(await flood(safety, 15)).toEqual(verdicts);
    clock.now += FLOOD_MS;
    expect(await safety.screenMessage(message('x', { conversationId: 'new' }), STRANGER)).toMatchObject({ notify: 'normal', groups: [] });
  });

  it('is one however often a message comes again or is edited, and in one batch', async () => {
    const { safety } = await openSafety();
    for (let n = 0; n < 30; n++) await safety.screenMessage(message('x', { id: 'm', conversationId: 's0', revision: n % 3 }), STRANGER);
    expect(heard(await flood(safety, 20))).toBe(FLOOD_STRANGERS);
    const other = await openSafety();
    const batch = await other.safety.screenMessages(Array.from({ length: 200 }, (_, n) => ({ message: message('x', { conversationId: `s${n % 50}` }), context: STRANGER })));
    expect(new Set(batch.flatMap(({ groups }, n) => (groups.length === 0 ? [n % 50] : []))).size).toBe(FLOOD_STRANGERS);
  });

  it('is not made by history, by people one knows, by whom one denies nor by what is hidden', async () => {
    const hidden = { ...defaultSettings(), hiddenWords: { ...defaultSettings().hiddenWords, words: [{ text: 'plum' }] } };
    const { safety, store } = await openSafety({ settings: hidden });
    const before = await dump(store);
    await flood(safety, 40, 'history');
    for (let n = 0; n < 20; n++) {
      await safety.screenMessage(message('x', { conversationId: `a${n}` }), { relationship: 'contact' });
      await safety.screenMessage(message('x', { conversationId: `b${n}` }), { relationship: 'accepted' });
      await safety.screenMessage(message('x', { conversationId: `d${n}` }), { relationship: 'blocked' });
      await safety.screenMessage(message('x', { conversationId: `e${n}` }), { relationship: 'stranger', me: { ageBand: 'teen' } });
      expect(await safety.screenMessage(message('plum', { conversationId: `f${n}` }), STRANGER)).toMatchObject({ delivery: 'hidden', notify: 'none', groups: [] });
    }
    expect(await dump(store)).toEqual(before);
    expect(heard(await flood(safety, 12))).toBe(FLOOD_STRANGERS);
  });

  it('is remembered by the next start and after a crash', async () => {
    const store = createMemoryStore();
    const first = await openSafety({ store });
    await flood(first.safety, 8);
    first.port.kill();
    expect(heard(await flood(first.safety, 4, 'live', 8))).toBe(2);
    await first.safety.dispose();
    const second = await openSafety({ store });
    expect(heard(await flood(second.safety, 12))).toBe(FLOOD_STRANGERS);
  });

  it('is shared by two tabs, also where both judge at once', async () => {
    const store = createMemoryStore();
    const [a, b] = [await openSafety({ store }), await openSafety({ store })];
    await flood(a.safety, 6);
    await settle();
    expect(heard(await flood(b.safety, 6, 'live', 6))).toBe(4);
    const other = createMemoryStore();
    const [c, d] = [await openSafety({ store: other }), await openSafety({ store: other })];
    const both = await Promise.all([flood(c.safety, 12), flood(d.safety, 12, 'live', 100)]);
    expect(heard(both.flat())).toBe(FLOOD_STRANGERS);
  });

  it('does not cost the notice of a message that is judged again for it', async () => {
    const store = createMemoryStore();
    const [a, b] = [await openSafety({ store }), await openSafety({ store })];
    const [told] = await Promise.all([
      a.safety.screenMessage(message('TIP', { conversationId: 'scam' }), STRANGER), flood(b.safety, 3),
    ]);
    expect(told.notices).toHaveLength(1);
    expect(Object.keys(await dump(store))).toEqual(['conversation/scam', 'flood/current', 'person/current']);
    await a.safety.dispose();
    const later = await openSafety({ store });
    expect((await later.safety.screenMessage(message('TIP', { conversationId: 'scam' }), STRANGER)).notices).toEqual([]);
  });

  it('switched off does nothing, and its record goes, also that of an earlier start', async () => {
    const { safety, store } = await openSafety();
    await flood(safety, 12);
    expect(Object.keys(await dump(store))).toEqual(['flood/current']);
    await safety.applySettings(reached(undefined, { quietFloods: false }));
    expect(Object.keys(await dump(store))).toEqual(['settings/current']);
    expect(heard(await flood(safety, 20, 'live', 50))).toBe(20);
    expect(Object.keys(await dump(store))).toEqual(['settings/current']);
    await safety.applySettings(defaultSettings());
    expect(heard(await flood(safety, 12, 'live', 80))).toBe(FLOOD_STRANGERS);
    await safety.dispose();
    const second = await openSafety({ store, settings: reached(undefined, { quietFloods: false }) });
    expect(Object.keys(await dump(store))).toEqual(['settings/current']);
    await second.safety.dispose();
  });

  it('runs with notices off, which keep nothing', async () => {
    const { safety, store } = await openSafety({ settings: { ...defaultSettings(), notices: 'off' } });
    expect(heard(await flood(safety, 12))).toBe(FLOOD_STRANGERS);
    expect(Object.keys(await dump(store))).toEqual(['flood/current', 'settings/current']);
  });

  it.each([{ message: { conversationId: 's1', id: 'm' } }, { conversation: 's1' }, { everything: true as const }])('leaves nothing after forget(%j), of another start either', async (what) => {
    const store = createMemoryStore();
    const first = await openSafety({ store });
    await flood(first.safety, 12);
    await first.safety.dispose();
    const second = await openSafety({ store });
    await second.safety.forget(what);
    expect(await dump(store)).toEqual({});
    expect(heard(await flood(second.safety, 12))).toBe(FLOOD_STRANGERS);
  });
});

describe('reviewOutgoing', () => {
  const adult: Context = { relationship: 'stranger', me: { ageBand: 'adult' }, peer: { ageBand: 'teen' } };
  const own = (more = {}): ReturnType<typeof message> => message('hello', { direction: 'outgoing', ...more });
  const NO = { allowed: false, why: ['minor-not-connected'], nudges: [], degraded: [] };
  const YES = { allowed: true, why: [], nudges: [], degraded: [] };

  it('answers with a worker, without one and after the end, as frozen data', async () => {
    const { safety, port } = await openSafety();
    const answers = async (): Promise<unknown> => [await safety.reviewOutgoing(own(), adult), await safety.reviewOutgoing(own(), { ...adult, relationship: 'contact' })];
    expect(await answers()).toEqual([NO, YES]);
    expect(Object.isFrozen((await safety.reviewOutgoing(own(), adult)).why)).toBe(true);
    port.fail();
    expect(await answers()).toEqual([NO, YES]);
    await safety.dispose();
    expect(await answers()).toEqual([NO, YES]);
    expect(port.sent).toEqual([]);
  });

  it('asks about whom it goes to, not about who wrote it', async () => {
    const asked: string[] = [];
    const { safety } = await openSafety({ describeSender: (peer) => { asked.push(peer); return peer === 'me' ? { relationship: 'self' } : adult; } });
    expect(await safety.reviewOutgoing(own({ conversationId: 'teen', senderId: 'me' }))).toEqual(NO);
    expect(asked).toEqual(['teen']);
  });

  it('refuses what is no message or context', async () => {
    const { safety } = await openSafety();
    await expect(safety.reviewOutgoing({} as never, adult)).rejects.toThrow(TypeError);
    await expect(safety.reviewOutgoing(own())).rejects.toThrow(TypeError);
    await expect(safety.reviewOutgoing(own(), { ...adult, peer: { ageBand: 'old' as never } })).rejects.toThrow(TypeError);
    await expect(safety.reviewOutgoing(own({ id: 'x'.repeat(300) }), adult)).rejects.toThrow(RangeError);
  });
});
