import { describe, expect, it, vi } from 'vitest';
import type { Context, SignedHint } from '../../../src/contract/message.ts';
import type { SafetyEvent } from '../../../src/contract/safety.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import { explainMessage, explainThread } from '../../../src/testing/index.ts';
import { ISSUER, NOW, OTHER_KEY, signedHint, SUBJECT } from '../../fixtures/hints.ts';
import { GRAVE, MILD, strangerTo } from '../../fixtures/new-thread.ts';
import { ASKED, keptStore, message, PLAIN, safetyOf } from './contact-kit.ts';

const DAY = 86_400_000;

describe('a notice about who writes', () => {
  it('comes with the first message of a stranger whose facts are grave together, and stands with that message alone', async () => {
    const { safety, see } = await safetyOf();
    expect(await see('m1')).toEqual(['contact tip banner']);
    expect([await see('m2'), await see('m1')]).toEqual([[], ['contact tip banner']]);
    const [notice] = (await safety.screenMessage(message('m1'), strangerTo('adult'))).notices;
    expect(notice?.reasons.slice(0, 3)).toEqual(['new-account', 'wrote-first', 'not-a-contact']);
    expect(notice?.actions).toEqual(['restrict', 'block', 'report', 'keep-chatting', 'learn-more', 'dismiss']);
    await safety.dispose();
  });

  it('does not come for somebody whom friends know, for contacts, nor in large groups', async () => {
    const { safety, see } = await safetyOf();
    expect(await see('m1', strangerTo('adult', MILD))).toEqual([]);
    for (const relationship of ['contact', 'connected', 'self', 'blocked'] as const) expect(await see('m1', { ...strangerTo('adult'), relationship }, { conversationId: relationship })).toEqual([]);
    await safety.dispose();
  });

  it('comes in groups of up to 20, for what is known of who writes there first, and of nobody the person accepted', async () => {
    const declined = { ...GRAVE, declinedBefore: true };
    const inGroup = (memberCount: number | undefined): Context => strangerTo('adult', declined, { conversation: { kind: 'group', ...memberCount === undefined ? {} : { memberCount } } });
    const seen: unknown[] = [];
    for (const memberCount of [3, 20, 21, undefined]) {
      const { safety, see } = await safetyOf();
      seen.push(await see('m1', inGroup(memberCount)));
      await safety.dispose();
    }
    expect(seen).toEqual([['contact tip banner'], ['contact tip banner'], [], []]);
    const { safety, see } = await safetyOf({ ...PLAIN, scam: { enabled: true } });
    const scam = 'Congratulations, you have won a $1000 gift card! Claim your prize now: http://prize.example/claim';
    expect(await see('m1', strangerTo('adult', MILD, { conversation: { kind: 'group', memberCount: 5 } }), { text: scam })).toEqual(['scam strong interstitial']);
    // What is remembered of scams makes no new thread of it.
    expect(await see('m2', { ...inGroup(5), relationship: 'accepted' })).toEqual([]);
    await safety.dispose();
  });

  it('is strong only to a minor, from somebody whose age is not known; then in front of the chat', async () => {
    const { safety, see } = await safetyOf(ASKED);
    const seen: (readonly string[])[] = [];
    for (const id of ['m1', 'm2', 'm3', 'm4', 'm5']) seen.push(await see(id, strangerTo('teen')));
    expect(seen).toEqual([['contact tip banner'], [], [], ['contact strong interstitial'], []]);
    const [strong] = (await safety.screenMessage(message('m4'), strangerTo('teen'))).notices;
    expect(strong?.actions).toEqual(['restrict', 'block', 'report', 'talk-to-somebody', 'keep-chatting', 'get-help', 'learn-more', 'dismiss']);
    await safety.dispose();
    const peers = await safetyOf(ASKED);
    for (const id of ['m1', 'm2', 'm3', 'm4', 'm5']) expect((await peers.see(id, strangerTo('teen', { ...GRAVE, ageBand: 'teen' }))).join()).not.toContain('strong');
    await peers.safety.dispose();
  });

  it('says nothing to a minor of somebody known to be adult: as a stranger they are denied, and whom one accepted begins no thread', async () => {
    const { safety, see } = await safetyOf(ASKED);
    const adult = { ...GRAVE, ageBand: 'adult' } as const;
    for (const id of ['m1', 'm2', 'm3', 'm4', 'm5']) {
      expect([await see(id, strangerTo('teen', adult)), await see(id, { ...strangerTo('teen', adult), relationship: 'accepted' }, { conversationId: 'd' })]).toEqual([[], []]);
    }
    expect((await safety.screenMessage(message('m6'), strangerTo('teen', adult))).delivery).toBe('denied');
    expect((await explainMessage(safety, message('m1'), strangerTo('teen', adult))).contact.level).not.toBe('none');
    await safety.dispose();
  });

  it('says nothing with a message that is denied: nobody reads it', async () => {
    const { safety, see } = await safetyOf(PLAIN);
    expect([await see('m1', strangerTo('teen')), (await safety.screenMessage(message('m1'), strangerTo('teen'))).delivery]).toEqual([[], 'denied']);
    await safety.dispose();
  });

  it('comes later where answers do not come, and not where they do', async () => {
    const slow = { accountAgeDays: 20, linkedIdentity: false, mutualContacts: 0, commonGroups: 1 } as const;
    const [waiting, talking] = [await safetyOf(), await safetyOf()];
    const ids = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8'];
    const seen: string[] = [];
    for (const id of ids) if ((await waiting.see(id, strangerTo('adult', slow))).length > 0) seen.push(id);
    expect(seen).toEqual(['m4']);
    for (const id of ids) {
      expect(await talking.see(id, strangerTo('adult', slow))).toEqual([]);
      await talking.see(`${id}-mine`, strangerTo('adult', slow), { direction: 'outgoing' });
    }
    await waiting.safety.dispose();
    await talking.safety.dispose();
  });

  it('leaves no record of a thread of which no notice could come, and none once it is forgotten', async () => {
    const store = keptStore();
    const { safety, see } = await safetyOf({ ...PLAIN, requests: { ...PLAIN.requests, quietFloods: false } }, { store });
    await see('m1', strangerTo('adult', MILD));
    await see('m2', strangerTo('adult', {}));
    const before = [...store.held.keys()];
    await see('m3', strangerTo('adult'));
    expect(store.held.size).toBeGreaterThan(before.length);
    await safety.forget({ message: { conversationId: 'c', id: 'm3' } });
    expect([...store.held.keys()].sort()).toEqual([...before].sort());
    await safety.dispose();
  });

  it('keeps to what the person answered, and to what they switched off', async () => {
    const one = await safetyOf();
    const [notice] = (await one.safety.screenMessage(message('m1'), strangerTo('adult'))).notices;
    await one.safety.answerNotice({ conversationId: 'c', noticeId: notice?.id ?? '', answer: 'not-helpful' });
    one.at = NOW + 30 * DAY;
    expect([await one.see('m1'), await one.see('m9', strangerTo('adult'), { conversationId: 'd' })]).toEqual([[], []]);
    one.at = NOW + 91 * DAY;
    expect(await one.see('m9', strangerTo('adult'), { conversationId: 'e' })).toEqual(['contact tip banner']);
    await one.safety.applySettings({ ...PLAIN, contact: { enabled: false } });
    one.at = NOW + 200 * DAY;
    expect(await one.see('m1', strangerTo('adult'), { conversationId: 'f' })).toEqual([]);
    await one.safety.dispose();
    const watched = await safetyOf({ ...PLAIN, notices: 'observe' });
    const events: SafetyEvent[] = [];
    watched.safety.subscribe((event) => { events.push(event); });
    expect([await watched.see('m1'), await watched.see('m1'), events]).toEqual([[], [], [{ kind: 'observed', notices: 1 }]]);
    await watched.safety.dispose();
  });

  it('goes by a hint that holds, and by no other', async () => {
    const hinted = (hint: string): Context => strangerTo('adult', { accountAgeDays: 3, hint: hint as SignedHint, subject: SUBJECT });
    const { safety, see } = await safetyOf(PLAIN, { hints: ISSUER });
    for (const [n, hint] of [signedHint({}, {}, OTHER_KEY), signedHint({ sub: 'pair-9' }), signedHint({ exp: 0 })].entries()) expect(await see('m1', hinted(hint), { conversationId: `${n}` })).toEqual([]);
    expect(await see('m1', hinted(signedHint()))).toEqual(['contact tip banner']);
    await safety.dispose();
  });
});

describe('text cues', () => {
  /** Facts that are worth no notice by themselves. */
  const SLIGHT = { accountAgeDays: 20, mutualContacts: 0, commonGroups: 1 } as const;
  const SCORED: Settings = { ...ASKED, scam: { enabled: true } };

  async function thread(settings: Settings, ageBand: 'adult' | 'teen', ...texts: readonly string[]): Promise<readonly (readonly string[])[]> {
    const { safety } = await safetyOf(settings);
    const context = strangerTo(ageBand, SLIGHT);
    const first = await safety.screenMessage(message('first', { text: 'the match was fun' }), context);
    const wanted = settings.contact.enabled && (settings.contact.cues ?? ageBand === 'teen');
    // The table is asked for with the first such message, and nobody waits for it; without cues it never comes.
    expect(first.degraded).toEqual(wanted ? [{ check: 'contact', code: 'asset-unavailable' }] : []);
    if (settings.contact.enabled && (settings.contact.cues ?? ageBand === 'teen')) await vi.waitFor(() => { expect(safety.about().assets.map(({ name }) => name)).toContain('cues.bin'); });
    else expect(safety.about().assets.map(({ name }) => name)).not.toContain('cues.bin');
    const seen: (readonly string[])[] = [];
    for (const [n, text] of texts.entries()) {
      const { notices, degraded } = await safety.screenMessage(message(`m${n}`, { text }), context);
      expect(degraded).toEqual([]);
      seen.push(notices.flatMap(({ kind, level, reasons }) => [`${kind} ${level}`, ...reasons.filter((reason) => reason === 'other-app' || reason === 'keep-secret')]));
    }
    await safety.dispose();
    return seen;
  }
  const ASKS = ['come over to another app i never check here', 'can this be our secret'] as const;

  it('are points among others, on for minors: what the thread deserves rises with each kind of them', async () => {
    expect(await thread(SCORED, 'teen', ...ASKS)).toEqual([['contact tip', 'other-app'], ['contact strong', 'keep-secret', 'other-app']]);
    expect(await thread(SCORED, 'teen', 'see you on the pitch', 'the second half was better')).toEqual([[], []]);
  });

  it('are off for adults, and where the person switched them, or the notices, off', async () => {
    expect(await thread(SCORED, 'adult', ...ASKS)).toEqual([[], []]);
    expect(await thread({ ...SCORED, contact: { enabled: true, cues: false } }, 'teen', ...ASKS)).toEqual([[], []]);
    expect(await thread({ ...SCORED, contact: { enabled: false } }, 'teen', ...ASKS)).toEqual([[], []]);
  });

  it('are points that explainMessage shows', async () => {
    const { safety } = await safetyOf(SCORED);
    const context = strangerTo('teen', SLIGHT);
    // From the first call on: the table is waited for.
    const asking = await explainMessage(safety, message('m1', { text: ASKS[0] }), context);
    const plain = await explainMessage(safety, message('m1', { text: 'the match was fun' }), context);
    const mine = await explainThread(safety, [message('r', { text: ASKS[0], direction: 'outgoing' }), message('m1', { text: 'the match was fun' })], context);
    expect(mine[1]?.contact.reasons).not.toContain('other-app');
    expect([plain.contact.reasons.includes('other-app'), asking.contact.reasons.includes('other-app')]).toEqual([false, true]);
    expect(asking.contact.score).toBeGreaterThan(plain.contact.score);
    await safety.dispose();
  });
});

describe('explainMessage and explainThread', () => {
  it('tell the same judgement, before any budget, and leave nothing', async () => {
    const { safety, see } = await safetyOf(ASKED);
    const told = await explainMessage(safety, message('m1'), strangerTo('teen'));
    expect([told.contact.level, told.contact.reasons.slice(0, 2)]).toEqual(['tip', ['new-account', 'wrote-first']]);
    expect(told.contact.score).toBeGreaterThan(0.01);
    expect((await explainMessage(safety, message('m1'), strangerTo('teen', MILD))).contact).toMatchObject({ level: 'none' });
    expect((await explainMessage(safety, message('m1'), { ...strangerTo('teen'), relationship: 'contact' })).contact).toEqual({ level: 'none', score: 0, reasons: [] });
    const thread = await explainThread(safety, ['m1', 'm2', 'm3', 'm4'].map((id) => message(id)), strangerTo('teen'));
    expect(thread.map(({ contact }) => contact.level)).toEqual(['tip', 'tip', 'tip', 'strong']);
    expect(await see('m1', strangerTo('teen'))).toEqual(['contact tip banner']);
    await safety.dispose();
    const off = await safetyOf({ ...ASKED, contact: { enabled: false } });
    expect((await explainMessage(off.safety, message('m1'), strangerTo('teen'))).contact).toEqual({ level: 'none', score: 0, reasons: [] });
    await off.safety.dispose();
  });
});
