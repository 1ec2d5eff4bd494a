import { describe, expect, it } from 'vitest';
import type { Context, Message } from '../../../src/contract/message.ts';
import type { Safety, SafetyEvent, Store } from '../../../src/contract/safety.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { createSafety, defaultSettings } from '../../../src/node/index.ts';
import { CHAIN_LETTER, DAY, NOW } from '../../fixtures/chain.ts';

const HOUR = DAY / 24;
const USUAL = defaultSettings();
/** Nothing else speaks of these messages. */
const ALONE: Settings = { ...USUAL, scam: { enabled: false }, contact: { enabled: false } };
const STRANGER: Context = { relationship: 'stranger', me: { ageBand: 'adult' } };
const CONTACT: Context = { relationship: 'contact', me: { ageBand: 'adult' } };

const letter = (conversationId: string, more: Partial<Message> = {}): Message => (
  { id: `m-${conversationId}`, conversationId, kind: 'text', text: CHAIN_LETTER, sentAt: NOW, direction: 'incoming', ...more });

async function open(settings = ALONE, store: Store = createMemoryStore(), now = NOW): Promise<Safety> {
  return createSafety({ settings, store, now: () => now });
}

/** What is said of it: its notice's reasons, and checks that did not run. */
async function see(safety: Safety, message: Message, context = STRANGER, mode: 'live' | 'history' = 'live'): Promise<readonly string[]> {
  const { notices, degraded } = await safety.screenMessage(message, context, { mode });
  return [...notices.map(({ kind, level, reasons }) => [kind, level, ...reasons].join(' ')), ...degraded.map(({ check, code }) => `${check}: ${code}`)];
}

const chainKeys = async (store: Store): Promise<number> => (await store.keys()).filter((key) => key.startsWith('chain/')).length;
const MASS = 'chain tip several-copies mass-message';

describe('a notice that a message is one of a chain', () => {
  it('comes with the third side within a day, and with the same message again', async () => {
    const safety = await open();
    expect([await see(safety, letter('a')), await see(safety, letter('b', { text: `😱 ${CHAIN_LETTER}` })), await see(safety, letter('c', { text: CHAIN_LETTER.toUpperCase() }))]).toEqual([[], [], [MASS]]);
    expect(await see(safety, letter('c', { text: CHAIN_LETTER.toUpperCase() }))).toEqual([MASS]);
    const [notice] = (await safety.screenMessage(letter('c'), STRANGER)).notices;
    expect(notice).toMatchObject({ where: [], actions: ['check-first', 'report', 'block', 'learn-more', 'keep-chatting', 'dismiss'], form: 'banner' });
    await safety.dispose();
  });

  it('says of people one knows that it was passed on, and offers no block', async () => {
    const safety = await open();
    for (const id of ['a', 'b']) await see(safety, letter(id, { forwardHops: 1 }), CONTACT);
    const { notices } = await safety.screenMessage(letter('c', { forwardHops: 5 }), CONTACT);
    expect(notices.map(({ reasons, actions }) => [reasons, actions])).toEqual([[['several-copies', 'passed-on-often'], ['check-first', 'report', 'learn-more', 'keep-chatting', 'dismiss']]]);
    await safety.dispose();
  });

  it('comes of five hops by themselves, however short the text, without the worker', async () => {
    const store = createMemoryStore();
    const safety = await open(ALONE, store);
    expect(await see(safety, letter('a', { text: 'Share!', forwardHops: 4 }), CONTACT)).toEqual([]);
    expect(await see(safety, letter('b', { text: 'Share!', forwardHops: 5 }), CONTACT)).toEqual(['chain tip passed-on-often']);
    expect(safety.about().assets.some(({ name }) => name.startsWith('sketch'))).toBe(false);
    expect(await chainKeys(store)).toBe(0);
    await safety.dispose();
  });

  it('asks for its kernel with the first message that may be one, and says so', async () => {
    const safety = await open();
    const used = (): readonly string[] => safety.about().assets.map(({ name }) => name).filter((name) => /^(sketch|tables)/u.test(name));
    expect(await see(safety, letter('a', { text: 'hello' }))).toEqual([]);
    expect(used()).toEqual([]);
    await see(safety, letter('b'));
    expect(used()).toEqual(['tables.bin', expect.stringMatching(/^sketch(-scalar)?\.bin$/u)]);
    await safety.dispose();
  });

  it('keeps to the budgets of all notices: one tip a week', async () => {
    const safety = await open();
    for (const id of ['a', 'b']) await see(safety, letter(id));
    expect([await see(safety, letter('c')), await see(safety, letter('d')), await see(safety, letter('e', { forwardHops: 9 }))]).toEqual([[MASS], [], []]);
    await safety.dispose();
  });

  it('is heard again of another letter in the same group a week later', async () => {
    const store = createMemoryStore();
    const first = await open(ALONE, store);
    expect(await see(first, letter('group', { forwardHops: 5 }), CONTACT)).toEqual(['chain tip passed-on-often']);
    await first.dispose();
    const later = await open(ALONE, store, NOW + 8 * DAY);
    expect(await see(later, letter('group', { id: 'm2', text: 'Another one, passed on as often.', sentAt: NOW + 8 * DAY, forwardHops: 5 }), CONTACT)).toEqual(['chain tip passed-on-often']);
    await later.dispose();
  });

  it('is counted and not shown where notices are observed, and spends no budget of what is shown', async () => {
    const store = createMemoryStore();
    const safety = await open({ ...ALONE, notices: 'observe' }, store);
    const counted: SafetyEvent[] = [];
    safety.subscribe((event) => { if (event.kind === 'observed') counted.push(event); });
    for (const id of ['a', 'b', 'c']) expect(await see(safety, letter(id))).toEqual([]);
    expect(counted).toEqual([{ kind: 'observed', notices: 1 }]);
    await safety.applySettings(ALONE);
    expect(await see(safety, letter('d'))).toEqual([MASS]);
    await safety.dispose();
  });
});

describe('what is not looked at', () => {
  it.each<readonly [string, Settings, Context, Partial<Message>, 'live' | 'history']>([
    ['with notices off', { ...ALONE, notices: 'off' }, STRANGER, {}, 'live'],
    ['with chain messages off', { ...ALONE, chain: { enabled: false } }, STRANGER, {}, 'live'],
    ['of history', ALONE, STRANGER, { forwardHops: 9 }, 'history'],
    ['of the person', ALONE, STRANGER, { direction: 'outgoing', forwardHops: 9 }, 'live'],
    ['of a contact who wrote it', ALONE, CONTACT, {}, 'live'],
    ['of somebody blocked', ALONE, { relationship: 'blocked' }, { forwardHops: 9 }, 'live'],
    ['of a stranger who is denied', ALONE, { relationship: 'stranger', me: { ageBand: 'child' } }, { forwardHops: 9 }, 'live'],
    ['shorter than 60', ALONE, STRANGER, { text: CHAIN_LETTER.slice(0, 59) }, 'live'],
  ])('%s', async (_, settings, context, more, mode) => {
    const store = createMemoryStore();
    const safety = await open(settings, store);
    for (const id of ['a', 'b', 'c']) expect(await see(safety, letter(id, more), context, mode)).toEqual([]);
    expect(await chainKeys(store)).toBe(0);
    await safety.dispose();
  });
});

describe('what is remembered of chain messages', () => {
  it('outlives a start, and a day from the first side it says nothing', async () => {
    const store = createMemoryStore();
    for (const [n, id] of ['a', 'b'].entries()) {
      const safety = await open(ALONE, store, NOW + n * HOUR);
      await see(safety, letter(id, { sentAt: NOW + n * HOUR }));
      await safety.dispose();
    }
    const late = await open(ALONE, store, NOW + DAY + HOUR / 2);
    expect(await see(late, letter('c', { sentAt: NOW + DAY + HOUR / 2 }))).toEqual([]);
    expect(await see(late, letter('d', { sentAt: NOW + DAY + HOUR / 2 }))).toEqual([MASS]);
    await late.dispose();
  });

  it.each<readonly [string, (safety: Safety) => Promise<unknown>, number]>([
    ['a message', (safety) => safety.forget({ message: { conversationId: 'a', id: 'm-a' } }), 2],
    ['a conversation', (safety) => safety.forget({ conversation: 'a' }), 2],
    ['everything', (safety) => safety.forget({ everything: true }), 0],
    ['what is switched off', (safety) => safety.applySettings({ ...ALONE, chain: { enabled: false } }), 0],
    ['what notices are made of', (safety) => safety.applySettings({ ...ALONE, notices: 'off' }), 0],
  ])('goes with %s, also in a start that saw none', async (_, drop, left) => {
    for (const isNew of [false, true]) {
      const store = createMemoryStore();
      let safety = await open(ALONE, store);
      for (const id of ['a', 'b']) await see(safety, letter(id));
      expect(await chainKeys(store)).toBe(3);
      if (isNew) {
        await safety.dispose();
        safety = await open(ALONE, store);
      }
      await drop(safety);
      expect(await chainKeys(store)).toBe(left);
      await safety.applySettings(ALONE);
      expect(await see(safety, letter('c'))).toEqual([]);
      await safety.dispose();
    }
  });

  it('is shared by tabs: what came to one counts in the other, and what one forgets is forgotten', async () => {
    const store = createMemoryStore();
    const [here, there] = [await open(ALONE, store), await open(ALONE, store)];
    await see(there, letter('x', { text: `Other. ${CHAIN_LETTER.split('').reverse().join('')}` }));
    for (const id of ['a', 'b']) await see(here, letter(id));
    await here.forget({ conversation: 'a' });
    expect(await see(there, letter('c'))).toEqual([]);
    expect(await see(there, letter('d'))).toEqual([MASS]);
    await Promise.all([here.dispose(), there.dispose()]);
  });

  it('is said to be lost where the store fails', async () => {
    const store = createMemoryStore();
    const safety = await open(ALONE, { ...store, put: (key, bytes) => (key.startsWith('chain/') ? Promise.reject(new Error('full')) : store.put(key, bytes)) });
    expect(await see(safety, letter('a'))).toEqual(['chain: store-failed']);
    expect(await see(safety, letter('b', { forwardHops: 5 }))).toEqual(['chain tip passed-on-often mass-message', 'chain: store-failed']);
    await safety.dispose();
  });
});
