import { describe, expect, it, vi } from 'vitest';
import { toZawgyi } from '../../../models/scam/zawgyi.ts';
import { isNearCopy } from '../../../src/decide/chain.ts';
import type { Context, Message } from '../../../src/contract/message.ts';
import type { ReportableMessage, ReportInHand } from '../../../src/contract/reporting.ts';
import type { Safety } from '../../../src/contract/safety.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import { openReport } from '../../../src/host/report-desk.ts';
import { readCopies } from '../../../src/host/report-copies.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { copiesOf, defaultSettings, sketchSalt } from '../../../src/node/index.ts';
import * as report from '../../../src/report/index.ts';
import { BURMESE_LETTER, CHAIN_LETTER } from '../../fixtures/chain.ts';
import { DAY, message, moderator, NOW, open, reading, type Opened } from '../../fixtures/report/desk.ts';
import { makeSketchKernel } from '../../fixtures/sketch-kernel.ts';

const OTHER = 'We meet on Saturday at four at the playground, everybody brings something to eat and to drink, the children their swimming things, and who has one a tent.';
const said = (n: number, senderId: string, text: string): ReportableMessage => ({ message: { ...message(n), senderId, text } });
const LETTERS = [said(1, 'ben', CHAIN_LETTER), said(2, 'cid', `😱 ${CHAIN_LETTER.toUpperCase()}`), said(3, 'ben', 'Is that true?'), said(4, 'dan', OTHER), said(5, 'eve', `Read! ${CHAIN_LETTER}`)];
const CONTEXT: Context = { relationship: 'stranger', me: { ageBand: 'adult' } };
const ALL = ['m1', 'm2', 'm3', 'm4', 'm5'];
const group = (messages: readonly ReportableMessage[] = LETTERS, settings?: Settings): Promise<Opened> => open({ thread: () => ({ kind: 'group', accounts: ['ben'], messages }) }, 0, createMemoryStore(), settings);
/** With what is said of copies. */
const asked = async (safety: Safety): Promise<ReportInHand> => {
  const hand = await safety.report({ conversationId: 'c' });
  await hand.ready;
  return hand;
};
const places = (sketch: string): readonly number[] => {
  const bytes = Buffer.from(sketch, 'base64url');
  return Array.from({ length: 128 }, (_unused, n) => (bytes[n] as number) + (bytes[n + 128] as number) * 256 + (bytes[n + 256] as number) * 65_536 + (bytes[n + 384] as number) * 2 ** 24);
};

describe('copies in a report', () => {
  it('are sketches of what stands in it whole, under the public salt of its terms, and who sent near-copies', async () => {
    const { safety } = await group();
    const { duplicates, policy } = (await asked(safety)).preview({ category: 'chain-message', messages: ALL });
    expect(policy).toBe('terms-1');
    const kernel = makeSketchKernel('simd', await sketchSalt('terms-1'));
    const own = [LETTERS[0], LETTERS[1], LETTERS[3], LETTERS[4]].map((one) => {
      const { id, text = '' } = one?.message as Message;
      const size = kernel.sketch(text);
      return { messageId: id, size, sketch: Buffer.from(kernel.bytes()).toString('base64url') };
    });
    // Ben, Cid and Eve; Dan wrote something else.
    expect(duplicates).toEqual({ sketches: own, distinctSenders: 3 });
    expect(Buffer.from(await sketchSalt('terms-1')).toString('hex')).toBe('40a0a604ac0717742d8d9114df9ec46b');
  });

  it('follow what the person takes out, shows without its words, or has in at all', async () => {
    const { safety } = await group();
    const hand = await asked(safety);
    const of = (choices: object): unknown => {
      const { duplicates } = hand.preview({ category: 'chain-message', ...choices });
      return duplicates && [duplicates.sketches.map(({ messageId }) => messageId), duplicates.distinctSenders];
    };
    expect(of({ messages: ALL })).toEqual([['m1', 'm2', 'm4', 'm5'], 3]);
    expect(of({ messages: ['m1', 'm4', 'm5'] })).toEqual([['m1', 'm4', 'm5'], 2]);
    expect(of({ messages: ['m2', 'm3', 'm4'] })).toEqual([['m2', 'm4'], 1]);
    expect(of({ messages: ['m3'] })).toBeUndefined();
    expect(of({ messages: [] })).toBeUndefined();
    const franked = await report.frankMessage({ v: 1, conversationId: 'c', senderId: 'ben', messageId: 'm1', counter: 0, kind: 'text', sentAt: NOW, text: CHAIN_LETTER });
    const tag = { keyId: 't', mac: 'x' };
    const context = { conversationId: 'c', senderId: 'ben', recipientId: 'ana', messageId: 'm1', sequence: 1, receivedAt: NOW };
    const proven: ReportableMessage = { message: { ...message(1), text: 'trimmed by the app' }, franked: { ...franked, body: { v: 1, conversationId: 'c', senderId: 'ben', messageId: 'm1', counter: 0, kind: 'text', sentAt: NOW, text: CHAIN_LETTER }, tag, context } };
    const other = await asked((await group([proven, said(4, 'dan', OTHER)])).safety);
    const kept = other.preview({ category: 'hate' });
    // What is sealed of a message that can be proven is what its sender committed to.
    expect(kept.duplicates).toEqual(await copiesOf(kept));
    expect(kept.duplicates?.sketches.map(({ messageId }) => messageId)).toEqual(['m1', 'm4']);
    expect(other.preview({ category: 'hate', closed: ['m1'] }).duplicates?.sketches.map(({ messageId }) => messageId)).toEqual(['m4']);
  });

  it('are sealed as they were shown, and the moderator makes the same of what is opened', async () => {
    const opened = await group();
    const hand = await asked(opened.safety);
    const preview = hand.preview({ category: 'chain-message', messages: ALL });
    await hand.send(preview);
    const arrived = await reading(opened);
    expect(arrived).toEqual(preview);
    expect(await copiesOf(arrived)).toEqual(preview.duplicates);
    // Outside the seal there is nothing of them: not in the store, not in the bytes.
    const outside = [...opened.arrived, ...await Promise.all((await opened.store.keys()).map((key) => opened.store.get(key)))].map((bytes) => Buffer.from(bytes ?? []).toString('latin1')).join();
    for (const { sketch } of preview.duplicates?.sketches ?? []) {
      expect(outside).not.toContain(sketch.slice(0, 24));
      expect(outside).not.toContain(Buffer.from(sketch, 'base64url').toString('latin1').slice(0, 16));
    }
  });

  it('have nothing of the sketches that the device keeps for itself', async () => {
    const opened = await group();
    for (const { message: one } of LETTERS) await opened.safety.screenMessage(one, CONTEXT);
    const kept = (await Promise.all((await opened.store.keys()).filter((key) => key.startsWith('chain/')).map((key) => opened.store.get(key)))).map((bytes) => Buffer.from(bytes ?? []));
    expect(kept.filter(({ length }) => length > 500)).toHaveLength(4);
    const { duplicates } = (await asked(opened.safety)).preview({ category: 'chain-message', messages: ALL });
    for (const { sketch } of duplicates?.sketches ?? []) for (const bytes of kept) expect(bytes.includes(Buffer.from(sketch, 'base64url').subarray(0, 16))).toBe(false);
    // The report's engine wrote nothing, and the one that watches goes on.
    expect((await opened.store.keys()).filter((key) => key.startsWith('chain/'))).toHaveLength(5);
    expect((await opened.safety.screenMessage({ ...message(9), senderId: 'fay', conversationId: 'd', text: CHAIN_LETTER }, CONTEXT)).degraded).toEqual([]);
  });

  it('are near for one text in Zawgyi and in Unicode, of two people', async () => {
    const { safety } = await group([said(1, 'ben', BURMESE_LETTER), said(2, 'cid', toZawgyi(BURMESE_LETTER))]);
    const { duplicates, messages } = (await asked(safety)).preview({ category: 'chain-message' });
    expect(messages.map((one) => one.shown === 'whole' && one.body.text)).toEqual([BURMESE_LETTER, toZawgyi(BURMESE_LETTER)]);
    const [a, b] = (duplicates?.sketches ?? []) as unknown as readonly [{ size: number; sketch: string }, { size: number; sketch: string }];
    const second = places(b.sketch);
    const shared = places(a.sketch).filter((value, at) => value === second[at]).length;
    expect(shared).toBeGreaterThanOrEqual(120);
    expect(isNearCopy(shared, a.size, b.size)).toBe(true);
    expect(duplicates?.distinctSenders).toBe(2);
  });

  it('are not looked for where the person switched chain messages or notices off, or no text is long', async () => {
    const usual = defaultSettings();
    for (const settings of [{ ...usual, chain: { enabled: false } }, { ...usual, notices: 'off' as const }]) {
      const { safety } = await group(LETTERS, settings);
      expect((await asked(safety)).preview({ category: 'hate', messages: ALL })).not.toHaveProperty('duplicates');
      expect(safety.about().assets.some(({ name }) => name.startsWith('sketch'))).toBe(false);
    }
    const { safety } = await open();
    expect((await asked(safety)).preview({ category: 'hate' })).not.toHaveProperty('duplicates');
  });

  it('give way where they do not fit, and say so', async () => {
    const wide = (n: number): ReportableMessage => said(n, 'ben', `${n} ${'က'.repeat(21_400)}`);
    const hand = await asked((await group([wide(1)])).safety);
    expect(hand.preview({ category: 'spam' }).duplicates).toEqual({ sketches: [], distinctSenders: 0, degraded: 'limit-exceeded' });
  });

  it('are of the terms that are in force: after a change of key a report says that it has none', async () => {
    const next = await report.makeRecipientKey({ name: 'Moderators', policy: 'terms-2', notBefore: NOW + DAY / 2, notAfter: NOW + 9 * DAY });
    const opened = await open({ moderator: [moderator.key, next.key], thread: () => ({ kind: 'group', accounts: ['ben'], messages: LETTERS }) });
    const hand = await asked(opened.safety);
    opened.now = NOW + DAY;
    expect(hand.preview({ category: 'hate' })).toMatchObject({ policy: 'terms-2', duplicates: { sketches: [], degraded: 'policy-mismatch' } });
    const again = (await asked(opened.safety)).preview({ category: 'hate' });
    expect(again.duplicates).toEqual(await copiesOf(again));
  });
});

describe('a worker for copies that is slow', () => {
  /** The desk itself, with a part that the test brings. */
  const desk = (part: () => Promise<never>): Promise<ReportInHand> => openReport({
    safety: { settings: defaultSettings(), about: () => ({ version: '1.0.0', seal: 'in-process', assets: [] }) as unknown as ReturnType<Safety['about']> },
    watch: { part }, store: createMemoryStore(), now: () => NOW, thread: { kind: 'group', accounts: ['ben'], messages: LETTERS },
    reports: { load: () => Promise.resolve(report), moderator: [moderator.key], thread: () => ({ kind: 'group', accounts: [], messages: [] }), send: () => Promise.resolve() },
  }, { conversationId: 'c' });

  it('keeps no report from being opened, shown and sent; after five seconds nobody waits for it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      // No timer moves before it is open.
      const hand = await desk(() => new Promise<never>(() => undefined));
      const preview = hand.preview({ category: 'may-cause-violence', urgency: 'emergency', messages: ['m1'] });
      expect(preview.duplicates).toEqual({ sketches: [], distinctSenders: 0, degraded: 'deadline' });
      // Of short messages there is nothing to wait for.
      expect(hand.preview({ category: 'hate', messages: ['m3'] })).not.toHaveProperty('duplicates');
      let isOver = false;
      void hand.ready?.then(() => { isOver = true; });
      await vi.advanceTimersByTimeAsync(4_000);
      expect(isOver).toBe(false);
      await vi.advanceTimersByTimeAsync(1_500);
      expect(isOver).toBe(true);
      expect((await hand.send(preview)).state).toBe('sent');
    } finally {
      vi.useRealTimers();
    }
  });

  it('leaves a preview that was made before as it was shown, and is in the next', async () => {
    const opened = await group();
    const hand = await opened.safety.report({ conversationId: 'c' });
    const early = hand.preview({ category: 'chain-message', messages: ALL });
    expect(early.duplicates?.degraded).toBe('deadline');
    await hand.ready;
    expect(hand.preview({ category: 'chain-message', messages: ALL }).duplicates?.sketches).toHaveLength(4);
    await hand.send(early);
    expect(await reading(opened)).toEqual(early);
  });
});

describe('a worker for copies that cannot be had', () => {
  const offered = [said(1, 'ben', CHAIN_LETTER)];
  const plain = { policy: 'terms-1', messages: [{ shown: 'whole', body: { messageId: 'm1', senderId: 'ben', text: CHAIN_LETTER } }] } as unknown as report.Report;

  it('is said in the report, with its code, and what comes late is in the next preview', async () => {
    const broken = readCopies({ part: () => Promise.reject(Object.assign(new Error('x'), { code: 'no-wasm' })) }, 'terms-1', offered);
    const again = vi.fn((duplicates: report.Report['duplicates']) => ({ ...plain, duplicates }) as report.Report);
    expect(broken.complete(plain, again).duplicates).toEqual({ sketches: [], distinctSenders: 0, degraded: 'deadline' });
    await broken.ready;
    expect(broken.complete(plain, again).duplicates).toEqual({ sketches: [], distinctSenders: 0, degraded: 'no-wasm' });
    const running = { sketch: () => Promise.resolve([{ size: 3, sketch: new Uint8Array(512), near: [] }]), end: vi.fn(() => Promise.resolve()) };
    const late = readCopies({ part: () => Promise.resolve({ open: () => Promise.resolve({ running }) }) }, 'terms-1', offered);
    expect(late.complete(plain, again).duplicates?.degraded).toBe('deadline');
    await late.ready;
    expect(running.end).toHaveBeenCalledOnce();
    expect(late.complete(plain, again).duplicates).toEqual({ sketches: [{ messageId: 'm1', size: 3, sketch: 'A'.repeat(683) }], distinctSenders: 1 });
  });
});
