import { describe, expect, it } from 'vitest';
import type { SignedHint } from '../../../src/contract/message.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import { explainMessage } from '../../../src/testing/index.ts';
import { decodeConversation } from '../../../src/worker/conversation-bytes.ts';
import { ISSUER, signedHint, SUBJECT } from '../../fixtures/hints.ts';
import { GRAVE, MILD, strangerTo } from '../../fixtures/new-thread.ts';
import { ASKED, keptStore, message, PLAIN, safetyOf } from './contact-kit.ts';

describe('who began, and who answers', () => {
  const SLIGHT = { accountAgeDays: 20, mutualContacts: 0, commonGroups: 1 } as const;
  const WAITED = { ...SLIGHT, linkedIdentity: false } as const;
  const MINE = { direction: 'outgoing' } as const;
  const SCORED: Settings = { ...ASKED, scam: { enabled: true } };

  it('is what it was where a minor wrote first: the same asks that make a notice of a stranger’s thread make none', async () => {
    const told: unknown[] = [];
    for (const isMine of [true, false]) {
      const { safety } = await safetyOf(SCORED);
      const context = strangerTo('teen', SLIGHT);
      await explainMessage(safety, message('x'), context);
      const seen: string[] = [];
      for (const [id, text, more] of [['m1', 'hello', isMine ? MINE : {}], ['m2', 'the match was fun', {}], ['m3', 'come over to another app i never check here', {}], ['m4', 'can this be our secret', {}]] as const) {
        const { notices, degraded } = await safety.screenMessage(message(id, { text, ...more }), context);
        expect(degraded).toEqual([]);
        seen.push(...notices.map(({ kind, level }) => `${kind} ${level}`));
      }
      told.push(seen);
      await safety.dispose();
    }
    expect(told).toEqual([[], ['contact tip', 'contact strong']]);
  });

  it('is what it was where an adult wrote first to somebody of whom a hint tells', async () => {
    const { safety } = await safetyOf(PLAIN, { hints: ISSUER });
    const context = strangerTo('adult', { accountAgeDays: 3, hint: signedHint() as SignedHint, subject: SUBJECT });
    await safety.screenMessage(message('m1', MINE), context);
    for (const id of ['m2', 'm3']) {
      const { notices } = await safety.screenMessage(message(id), context);
      expect(notices.flatMap(({ reasons }) => reasons)).not.toContain('wrote-first');
    }
    await safety.dispose();
  });

  it('is not known where the facts came later than the first message, or that was history', async () => {
    for (const [first, mode] of [[MILD, 'live'], [GRAVE, 'history']] as const) {
      const { safety } = await safetyOf();
      await safety.screenMessage(message('m1'), strangerTo('adult', first), { mode });
      const reasons: string[] = [];
      for (const id of ['m2', 'm3', 'm4', 'm5', 'm6']) reasons.push(...(await safety.screenMessage(message(id), strangerTo('adult', { ...GRAVE, declinedBefore: true }))).notices.flatMap((one) => one.reasons));
      expect(reasons).toContain('declined-before');
      expect(reasons).not.toContain('wrote-first');
      expect(reasons).not.toContain('one-sided');
      await safety.dispose();
    }
  });

  it('counts an answer that comes in one batch with the first message', async () => {
    const seen: unknown[] = [];
    for (const answers of [true, false]) {
      const { safety, see } = await safetyOf();
      const context = strangerTo('adult', WAITED);
      await safety.screenMessages([{ message: message('m1'), context }, ...answers ? [{ message: message('r1', MINE), context: { ...context, relationship: 'accepted' as const } }] : []]);
      const told: string[] = [];
      for (const id of ['m2', 'm3', 'm4']) told.push(...await see(id, context));
      seen.push(told);
      await safety.dispose();
    }
    expect(seen).toEqual([[], ['contact tip banner']]);
  });
});

describe('switching it off', () => {
  const talkIn = (held: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): readonly number[] | undefined => decodeConversation((held.get('conversation/c') ?? new Uint8Array(9)).slice(9))?.talk;

  it('takes what was counted out of every conversation, and leaves what the person answered', async () => {
    const store = keptStore();
    const settings: Settings = { ...PLAIN, scam: { enabled: true } };
    const { safety, see } = await safetyOf(settings, { store });
    const [notice] = (await safety.screenMessage(message('m1'), strangerTo('adult'))).notices;
    await safety.answerNotice({ conversationId: 'c', noticeId: notice?.id ?? '', answer: 'keep-chatting' });
    await see('m2');
    expect(talkIn(store.held)).toHaveLength(2);
    await safety.applySettings({ ...settings, contact: { enabled: false } });
    expect(talkIn(store.held)).toEqual([]);
    await safety.applySettings(settings);
    for (const id of ['m3', 'm4', 'm5', 'm6', 'm7']) expect(await see(id)).toEqual([]);
    await safety.dispose();
  });

  it('of cues alone leaves whose the messages were', async () => {
    const store = keptStore();
    const settings: Settings = { ...ASKED, scam: { enabled: true } };
    const { safety } = await safetyOf(settings, { store });
    const context = strangerTo('teen', GRAVE);
    await explainMessage(safety, message('x'), context);
    await safety.screenMessage(message('m1', { text: 'can this be our secret' }), context);
    expect(talkIn(store.held)?.map((one) => one & 15)).toEqual([2]);
    await safety.applySettings({ ...settings, contact: { enabled: true, cues: false } });
    expect(talkIn(store.held)?.map((one) => one & 15)).toEqual([0]);
    await safety.dispose();
  });

  it.each(['trusted', 'blocked'] as const)('%s ends what is counted', async (answer) => {
    const store = keptStore();
    const { safety, see } = await safetyOf(PLAIN, { store });
    const [notice] = (await safety.screenMessage(message('m1'), strangerTo('adult'))).notices;
    await safety.answerNotice({ conversationId: 'c', noticeId: notice?.id ?? '', answer });
    await see('m2');
    expect(talkIn(store.held)).toEqual([]);
    await safety.dispose();
  });
});
