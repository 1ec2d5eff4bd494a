import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import { SafetyError } from '../../../src/contract/errors.ts';
import type { Context, Message } from '../../../src/contract/message.ts';
import { message, openSafety } from './open-safety.ts';

const FRIEND: Context = { relationship: 'contact', me: { ageBand: 'adult' } };
const CHAIN = { notices: [{ kind: 'chain' }] } as const;
const own = (text = 'They are coming.', more: Partial<Message> = {}): Message => message(text, { direction: 'outgoing', ...more });
const PLAIN = { allowed: true, why: [], nudges: [], degraded: [] };
const CHECK = { card: 'check-first', because: ['chain'], actions: ['check-first', 'report', 'delete', 'send-anyway'], mostChats: 5 };
const GREETING = { card: 'greeting', because: ['chain'], actions: ['send-anyway', 'delete', 'check-first', 'report'], mostChats: 5 };

describe('a message that is passed on', () => {
  it('has the pause in its review; one that is written has none', async () => {
    const { safety, loaded } = await openSafety();
    expect(await safety.reviewOutgoing(own(), FRIEND)).toEqual(PLAIN);
    expect(await safety.reviewOutgoing(own(), FRIEND, {})).toEqual(PLAIN);
    expect(await safety.reviewOutgoing(own(), FRIEND, { forwarded: {} })).toEqual({ ...PLAIN, forward: { because: [], actions: [], mostChats: 5 } });
    expect(loaded).not.toContain('greetings.bin');
    const review = await safety.reviewOutgoing(own(), FRIEND, { forwarded: CHAIN });
    expect(review).toEqual({ ...PLAIN, forward: CHECK });
    expect(Object.isFrozen(review.forward?.actions)).toBe(true);
  });

  it('is read for a wish only where that can change words, by tables that are for that text alone', async () => {
    const { safety, port, loaded } = await openSafety();
    expect((await safety.reviewOutgoing(own('WISH'), FRIEND, { forwarded: CHAIN })).forward).toEqual(GREETING);
    expect((await safety.reviewOutgoing(own('WISH MORE'), FRIEND, { forwarded: CHAIN })).forward).toEqual(CHECK);
    expect([loaded.filter((name) => name === 'greetings.bin').length, port.calls.filter((name) => name === 'reviewText').length]).toEqual([2, 2]);
    for (const forwarded of [{}, { marked: 'harmful' }, { notices: [{ kind: 'scam' }] }] as const) await safety.reviewOutgoing(own('WISH'), FRIEND, { forwarded });
    expect(port.calls.filter((name) => name === 'reviewText')).toHaveLength(2);
  });

  it.each<readonly [string, Partial<Message>]>([
    ['a picture', { kind: 'image' }], ['an attachment', { attachments: [{ id: 'a', kind: 'image' }] }], ['a link under words', { entities: [{ start: 0, end: 4, href: 'https://a.example' }] }],
    ['a caption', { surfaces: { caption: 'x' } }], ['a preview of a link', { surfaces: { linkTitle: 'x' } }], ['a poll', { surfaces: { pollOptions: ['x'] } }], ['no text', { text: '' }],
    ['a text longer than wishes are', { text: `WISH ${'x'.repeat(300)}` }],
  ])('is no wish with what is not read here: %s', async (_what, more) => {
    const { safety, port } = await openSafety();
    expect((await safety.reviewOutgoing(own('WISH', more), FRIEND, { forwarded: CHAIN })).forward).toEqual(CHECK);
    expect(port.calls).not.toContain('reviewText');
  });

  it('keeps what nudges say, whose tables stay', async () => {
    const { safety, port } = await openSafety();
    const teen: Context = { relationship: 'stranger', me: { ageBand: 'teen' } };
    for (let n = 0; n < 2; n++) expect(await safety.reviewOutgoing(own('WISH PHONE'), teen, { forwarded: CHAIN })).toEqual({ ...PLAIN, nudges: ['phone'], forward: GREETING });
    // Asked, answered, read; the second time asked and read.
    expect(port.calls.filter((name) => name === 'reviewText')).toHaveLength(5);
  });

  it('is not paused where it is not allowed, or where the person switched the pause off', async () => {
    const { safety, port, loaded } = await openSafety({ settings: { ...defaultSettings(), outgoing: { nudges: true, forwards: false } } });
    expect(await safety.reviewOutgoing(own('WISH'), FRIEND, { forwarded: { ...CHAIN, hops: 9, marked: 'harmful' } })).toEqual(PLAIN);
    expect([port.calls.includes('reviewText'), loaded.includes('greetings.bin')]).toEqual([false, false]);
    await safety.applySettings(defaultSettings());
    const refused = await safety.reviewOutgoing(own(), { relationship: 'stranger', me: { ageBand: 'adult' }, peer: { ageBand: 'teen' } }, { forwarded: CHAIN });
    expect([refused.allowed, refused.forward]).toEqual([false, undefined]);
  });

  it('says what was not read, in cautious words', async () => {
    const { safety, port } = await openSafety();
    const trouble = (code: string): object => ({ ...PLAIN, forward: CHECK, degraded: [{ check: 'forward', code }] });
    port.fail();
    expect(await safety.reviewOutgoing(own('WISH'), FRIEND, { forwarded: CHAIN })).toEqual(trouble('worker-failed'));
    await safety.dispose();
    expect(await safety.reviewOutgoing(own('WISH'), FRIEND, { forwarded: CHAIN })).toEqual(trouble('disposed'));
    const assets = { load: (name: string) => (name === 'greetings.bin' ? Promise.reject(new SafetyError('asset-integrity', 'x')) : Promise.resolve(new ArrayBuffer(8))) };
    const damaged = await openSafety({ assets });
    expect(await damaged.safety.reviewOutgoing(own('WISH'), FRIEND, { forwarded: CHAIN })).toEqual(trouble('asset-integrity'));
  });

  it('refuses what is of another type', async () => {
    const { safety } = await openSafety();
    for (const forwarded of [null, 'chain', { notices: 'chain' }, { marked: 'x' }]) await expect(safety.reviewOutgoing(own(), FRIEND, { forwarded: forwarded as never })).rejects.toThrow(TypeError);
  });
});
