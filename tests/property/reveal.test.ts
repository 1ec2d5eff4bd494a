import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Reveal, REVEAL, type RevealState } from '../../src/ui/reveal.ts';
import { runs } from './runs.ts';

/** Everything that can happen to a cover, in any order, with attempts that are over and attempts that never were. */
type Happening =
  | { readonly do: 'reveal'; readonly isTrusted: boolean; readonly detail: number; readonly warned: boolean; readonly visible: boolean }
  | { readonly do: 'opened' | 'failed'; readonly attempt: number }
  | { readonly do: 'cover' };

const happening = (trusted: fc.Arbitrary<boolean>): fc.Arbitrary<Happening> => fc.oneof(
  fc.record({ do: fc.constant('reveal' as const), isTrusted: trusted, detail: fc.integer({ min: 0, max: 3 }), warned: fc.boolean(), visible: fc.boolean() }),
  fc.record({ do: fc.constantFrom('opened' as const, 'failed' as const), attempt: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ do: fc.constant('cover' as const) }),
);

function apply(reveal: Reveal, event: Happening): RevealState {
  if (event.do === 'reveal') reveal.reveal(event, event);
  else if (event.do === 'cover') reveal.cover();
  else reveal[event.do](event.attempt);
  return reveal.state;
}

describe('a reveal', () => {
  it('never leaves the cover without a trusted press', () => {
    fc.assert(fc.property(fc.array(happening(fc.constant(false)), { maxLength: 60 }), (events) => {
      const reveal = new Reveal();
      for (const event of events) expect(apply(reveal, event)).toBe('covered');
    }), runs(300));
  });

  it('is clear only after a good press since the last cover, two where a notice stood, and bytes of that very attempt', () => {
    let clears = 0;
    fc.assert(fc.property(fc.array(happening(fc.boolean()), { maxLength: 60 }), (events) => {
      const reveal = new Reveal();
      let presses: Extract<Happening, { do: 'reveal' }>[] = [];
      for (const event of events) {
        const before = reveal.state;
        const state = apply(reveal, event);
        if (event.do === 'reveal' && event.isTrusted && event.visible && event.detail <= 1) presses.push(event);
        if (state === 'clear' && before !== 'clear') {
          clears++;
          expect(event).toEqual({ do: 'opened', attempt: reveal.attempt });
          expect(before).toBe('opening');
          expect(presses.length).toBeGreaterThanOrEqual(presses[0]?.warned === true ? 2 : 1);
        }
        if (state === 'covered') presses = [];
      }
    }), runs(2000));
    expect(clears).toBeGreaterThan(0);
  });

  it('lets go of an attempt that was covered meanwhile', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5 }), (times) => {
      const reveal = new Reveal();
      const around = { warned: false, visible: true };
      for (let n = 1; n <= times; n++) {
        reveal.reveal({ isTrusted: true }, around);
        reveal.cover();
        expect(reveal.opened(n)).toBe(false);
      }
      reveal.reveal({ isTrusted: true }, around);
      expect(reveal.opened(times)).toBe(false);
      expect(reveal.opened(times + 1)).toBe(true);
    }), runs(300));
  });
});

describe('the table', () => {
  const states = Object.keys(REVEAL) as RevealState[];

  it('reaches clear from opening alone, by opened alone', () => {
    const ways = states.flatMap((from) => Object.entries(REVEAL[from]).filter(([, to]) => to === 'clear' && from !== 'clear').map(([signal]) => `${from} ${signal}`));
    expect(ways).toEqual(['opening opened']);
  });

  it('reaches opening by a press, and covers from everywhere', () => {
    const ways = states.flatMap((from) => Object.entries(REVEAL[from]).filter(([, to]) => to === 'opening' && from !== 'opening').map(([signal]) => `${from} ${signal}`));
    expect(ways).toEqual(['covered press', 'confirming confirm']);
    expect(states.map((state) => REVEAL[state].cover)).toEqual(states.map(() => 'covered'));
  });
});
