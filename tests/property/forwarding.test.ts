import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORWARD, forwardLimit, nextHops, plainForwarded, reviewForward, type Forwarded } from '../../src/contract/forwarding.ts';
import { runs } from './runs.ts';

const kinds = fc.constantFrom('scam' as const, 'contact' as const, 'impersonation' as const, 'chain' as const);
const forwarded: fc.Arbitrary<Forwarded> = fc.record({
  hops: fc.oneof(fc.integer({ min: -3, max: 12 }), fc.double()), notices: fc.array(fc.record({ kind: kinds, reasons: fc.subarray(['mass-message', 'several-copies', 'passed-on-often'] as const) }, { requiredKeys: ['kind'] }), { maxLength: 4 }), marked: fc.constantFrom('reported' as const, 'harmful' as const),
}, { requiredKeys: [] });

describe('the hop counter', () => {
  it('is a whole number from 1 to 5 after every step, whatever it was before', () => {
    fc.assert(fc.property(fc.anything(), (hops) => {
      const next = nextHops(hops);
      expect(Number.isInteger(next) && next >= 1 && next <= FORWARD.hops).toBe(true);
      expect([FORWARD.chats, FORWARD.chatsOfOften]).toContain(forwardLimit(hops));
    }), runs(500));
  });

  it('honestly counted, reaches one chat at a time with the fifth step and stays there', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40 }), (steps) => {
      let hops = 0;
      for (let n = 0; n < steps; n++) hops = nextHops(hops);
      expect([hops, forwardLimit(hops)]).toEqual([Math.min(steps, 5), steps >= 5 ? 1 : 5]);
    }), runs(60));
  });

  it('never loosens anything by being higher', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      expect(forwardLimit(high)).toBeLessThanOrEqual(forwardLimit(low));
      expect(nextHops(high)).toBeGreaterThanOrEqual(nextHops(low));
    }), runs(200));
  });
});

describe('the pause', () => {
  it('always lets the person send, shows a card exactly where there is a reason, and is what it was for its own plain copy', () => {
    fc.assert(fc.property(forwarded, fc.boolean(), (known, isWish) => {
      const review = reviewForward(known, isWish);
      expect(review.card === undefined).toBe(review.because.length === 0);
      expect(review.actions.includes('send-anyway')).toBe(review.card !== undefined);
      expect(new Set(review.actions).size).toBe(review.actions.length);
      expect(reviewForward(plainForwarded(known), isWish)).toEqual(review);
    }), runs(300));
  });

  it('is never weakened by a mark or a notice more, and a wish changes words and never the limit', () => {
    const rank = { 'report-it': 2, 'check-first': 1, 'greeting': 1, 'none': 0 };
    fc.assert(fc.property(forwarded, kinds, fc.boolean(), (known, kind, isWish) => {
      const { notices = [] } = known;
      const more = reviewForward({ ...known, notices: [...notices, { kind }] }, isWish);
      expect(rank[more.card ?? 'none']).toBeGreaterThanOrEqual(rank[reviewForward(known, isWish).card ?? 'none']);
      expect(reviewForward(known, true).mostChats).toBe(reviewForward(known, false).mostChats);
      if (known.marked !== undefined || notices.some((one) => one.kind === 'scam')) expect(reviewForward(known, true)).toEqual(reviewForward(known, false));
    }), runs(300));
  });
});
