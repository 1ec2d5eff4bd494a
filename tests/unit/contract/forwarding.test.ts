import { describe, expect, it } from 'vitest';
import { FORWARD, forwardLimit, nextHops, plainForwarded, reviewForward, type Forwarded } from '../../../src/contract/forwarding.ts';
import { CHAIN_RULE } from '../../../src/decide/chain.ts';

const CHAIN = [{ kind: 'chain' }] as const;
const SCAM = [{ kind: 'scam' }] as const;

describe('the pause before a message is passed on', () => {
  it.each<readonly [string, Forwarded, object]>([
    ['nothing is known of it', {}, { because: [], actions: [], mostChats: 5 }],
    ['a notice about who sent it', { notices: [{ kind: 'contact' }, { kind: 'impersonation' }] }, { because: [], actions: [], mostChats: 5 }],
    ['a chain message', { notices: CHAIN }, { card: 'check-first', because: ['chain'], actions: ['check-first', 'report', 'delete', 'send-anyway'], mostChats: 5 }],
    ['a chain notice that names copies', { notices: [{ kind: 'chain', reasons: ['mass-message', 'several-copies', 'passed-on-often'] }] }, { card: 'check-first', because: ['chain', 'often'], actions: ['check-first', 'report', 'delete', 'send-anyway'], mostChats: 5 }],
    ['one by its hops alone: no text is known to go round', { hops: 5, notices: [{ kind: 'chain', reasons: ['mass-message', 'passed-on-often'] }] }, { card: 'check-first', because: ['often'], actions: ['check-first', 'report', 'delete', 'send-anyway'], mostChats: 1 }],
    ['the same where the counter is not handed in', { notices: [{ kind: 'chain', reasons: ['passed-on-often'] }] }, { card: 'check-first', because: ['often'], actions: ['check-first', 'report', 'delete', 'send-anyway'], mostChats: 5 }],
    ['passed on often', { hops: 5 }, { card: 'check-first', because: ['often'], actions: ['check-first', 'report', 'delete', 'send-anyway'], mostChats: 1 }],
    ['four times is not often', { hops: 4 }, { because: [], actions: [], mostChats: 5 }],
    ['a scam notice', { notices: SCAM }, { card: 'report-it', because: ['scam'], actions: ['report', 'delete', 'check-first', 'send-anyway'], mostChats: 5 }],
    ['marked by the person', { marked: 'harmful', hops: 9 }, { card: 'report-it', because: ['harmful', 'often'], actions: ['report', 'delete', 'check-first', 'send-anyway'], mostChats: 1 }],
    ['reported already', { marked: 'reported', notices: [...CHAIN, ...SCAM] }, { card: 'report-it', because: ['reported', 'scam', 'chain'], actions: ['delete', 'check-first', 'send-anyway'], mostChats: 5 }],
  ])('%s', (_what, forwarded, review) => { expect(reviewForward(forwarded)).toEqual(review); });

  it('has neutral words for a wish that many pass on, and the same limit', () => {
    expect(reviewForward({ notices: CHAIN }, true)).toEqual({ card: 'greeting', because: ['chain'], actions: ['send-anyway', 'delete', 'check-first', 'report'], mostChats: 5 });
    expect(reviewForward({ hops: 5 }, true)).toEqual({ card: 'greeting', because: ['often'], actions: ['send-anyway', 'delete', 'check-first', 'report'], mostChats: 1 });
    expect(reviewForward({}, true).card).toBeUndefined();
  });

  it.each<Forwarded>([{ notices: SCAM }, { marked: 'harmful' }, { marked: 'reported' }])('a wish that was marked harmful is no wish any more: %j', (forwarded) => {
    expect(reviewForward(forwarded, true).card).toBe('report-it');
  });

  it('saturates where the rule for chain messages begins', () => {
    expect(FORWARD.hops).toBe(CHAIN_RULE.hops);
    expect([undefined, 0, 1, 3, 4, 5, 6].map((hops) => [nextHops(hops), forwardLimit(hops)])).toEqual([[1, 5], [1, 5], [2, 5], [4, 5], [5, 5], [5, 1], [5, 1]]);
  });
});

describe('what the app knows of it', () => {
  it('is copied, known fields alone, and bounded', () => {
    const notices = [{ kind: 'chain', id: 'n', reasons: ['x'] }, { kind: 'of-a-newer-version' }, null, 3, ...Array.from({ length: 100 }, () => ({ kind: 'scam' }))];
    const plain = plainForwarded({ hops: 2.9, notices, marked: 'harmful', text: 'canarybird' });
    expect(plain).toEqual({ hops: 2, marked: 'harmful', notices: [{ kind: 'chain' }, ...Array.from({ length: 12 }, () => ({ kind: 'scam' }))] });
    const reasons = ['of-tomorrow', 'passed-on-often', 'several-copies', 7];
    expect(plainForwarded({ notices: [{ kind: 'chain', reasons }, { kind: 'chain', reasons: 'passed-on-often' }] })).toEqual({ hops: 0, notices: [{ kind: 'chain', reasons: ['several-copies', 'passed-on-often'] }, { kind: 'chain' }] });
    expect(plainForwarded({})).toEqual({ hops: 0, notices: [] });
  });

  it.each([null, 'x', 5, { notices: 'chain' }, { notices: {} }, { marked: true }, { marked: 'bad' }])('is refused where it is of another type: %j', (value) => {
    expect(() => plainForwarded(value)).toThrow(TypeError);
  });

  it('names the field and never its value', () => {
    expect(() => plainForwarded({ marked: 'canarybird' })).toThrow('"forwarded.marked" is not of the documented type.');
  });
});
