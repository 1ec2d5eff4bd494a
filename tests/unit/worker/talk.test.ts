import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactSignals, type DeviceFacts } from '../../../src/contract/contact-facts.ts';
import { SIGNAL_PLACE, signalVector } from '../../../src/contract/contact-signals.ts';
import { TALK_MOST, talked, talkUntil, talkWithout, withCounts, withoutCues, type Talk } from '../../../src/worker/talk.ts';
import { asked, CONTACT_TABLES } from '../../fixtures/new-thread.ts';
import { runs } from '../../property/runs.ts';

const NOTHING = asked({});
const { places } = CONTACT_TABLES;
const grown = (sides: readonly boolean[], start: Talk = []): Talk => sides.reduce((talk, mine, n) => talked(talk, `m${n}`, 0, { ...NOTHING, mine }), start);
const counts = (talk: Talk | undefined, more: Partial<typeof NOTHING> = {}, hint = {}): readonly number[] => withCounts({ ...NOTHING, ...more }, talk, places, hint);
const KNOWN = ['initiator', 'unanswered', 'reciprocity', 'newMinors', 'strangers', 'acceptRatio'] as const;
const known = (vector: ArrayLike<number>): readonly (number | undefined)[] => KNOWN.map((name) => vector[SIGNAL_PLACE[name]]);

describe('who wrote in a new thread', () => {
  it('is counted as the signals are: whoever wrote first, how many wait for an answer, and the share of the person', () => {
    const side = fc.array(fc.boolean(), { minLength: 1, maxLength: TALK_MOST });
    fc.assert(fc.property(side, fc.constantFrom({}, { newMinors: '3-9' }, { strangers: '10-or-more', acceptRatio: 'few' } as const), (sides, hint) => {
      const mine = sides.filter(Boolean).length;
      const device: DeviceFacts = { initiatedByMe: sides[0] === true, unanswered: sides.length - 1 - sides.lastIndexOf(true), mine, theirs: sides.length - mine };
      expect(known(counts(grown(sides), {}, hint))).toEqual(known(signalVector(contactSignals({ device, hint: hint as object }))));
    }), runs(100));
  });

  it('is counted once a message, from the first of a stranger on, and no further than a new thread goes', () => {
    const one = grown([false]);
    expect(talked(one, 'm0', 0, NOTHING)).toBe(one);
    const accepted = { ...NOTHING, begins: false };
    expect([talked([], 'm1', 0, accepted).length, talked(one, 'm1', 0, accepted).length, talked([], 'm1', 0, { ...NOTHING, uncounted: true }).length]).toEqual([0, 2, 0]);
    const whole = grown(Array.from({ length: TALK_MOST + 20 }, () => false));
    expect([whole.length, talkUntil(whole, `m${TALK_MOST - 1}`)?.length, talkUntil(whole, `m${TALK_MOST}`)]).toEqual([TALK_MOST, TALK_MOST, undefined]);
  });

  it('is as it was when the message came, however the thread went on', () => {
    const talk = grown([false, false, true, false]);
    expect(known(counts(talkUntil(talk, 'm1')))).toEqual(known(counts(grown([false, false]))));
    expect(known(counts(talkUntil(talk, 'm3')))).toEqual(known(counts(talk)));
  });

  it('does not take silence for no answer where the app may not hand in what the person writes', () => {
    const talk = grown([false, false, false]);
    expect(known(counts(talk, { begins: false }))).toEqual([2, 0, 0, 0, 0, 0]);
    expect(known(counts(grown([false, true, false]), { begins: false }))).toEqual(known(counts(grown([false, true, false]))));
  });

  it('of a message that was forgotten nothing is left; of a first one, nobody knows who began', () => {
    const talk = grown([false, true, false]);
    expect(talkWithout(talk, 'm2')).toEqual(talk.slice(0, 2));
    expect(talkWithout(talk, 'm9')).toBe(talk);
    const rest = talkWithout(talk, 'm0');
    expect(rest.some((one) => talk[0] === one)).toBe(false);
    expect(known(counts(rest))).toEqual([0, 2, 1, 0, 0, 0]);
    expect(talkWithout(talkWithout(rest, 'm1'), 'm2')).toEqual([]);
  });

  it('of an answer that was forgotten nobody knows that there was none', () => {
    const rest = talkWithout(grown([false, true, false, false, false]), 'm1');
    expect(known(counts(rest))).toEqual([2, 0, 0, 0, 0, 0]);
    expect(known(counts(talkWithout(grown([true, false]), 'm0')))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(known(counts(talked(rest, 'm9', 0, { ...NOTHING, mine: true })))).toEqual([2, 0, 0, 0, 0, 0]);
  });

  it('is not known from where the count began in the middle', () => {
    const late = talked([], 'm5', 0, { ...NOTHING, late: true });
    expect(late).toEqual(talked([], 'm5', 0, NOTHING, true));
    const on = [false, true, false].reduce((talk, mine, n) => talked(talk, `n${n}`, 0, { ...NOTHING, mine, late: true }), late);
    for (const talk of [late, on]) expect(known(counts(talk))).toEqual([0, 0, 0, 0, 0, 0]);
    // The control: in a count that has its beginning, what comes later changes nothing of who began.
    expect(known(counts(talked(grown([false]), 'm5', 0, { ...NOTHING, late: true }))).slice(0, 1)).toEqual([2]);
  });

  it('loses which kinds of cue were in its messages, and nothing else, where they are looked for no longer', () => {
    const seen = talked(grown([false]), 'm9', 0, { ...NOTHING, cues: 5 });
    const talk = talkWithout(talked(seen, 'r', 0, { ...NOTHING, mine: true }), 'm0');
    expect(talk.some((one) => one > 0 && (one & 15) === 5)).toBe(true);
    const after = withoutCues(talk);
    expect(after.every((one) => (one & 15) === 0)).toBe(true);
    expect(known(counts(after))).toEqual(known(counts(talk)));
    expect(talkUntil(after, 'm9')).toHaveLength(2);
  });

  it('says nothing of one of several', () => {
    expect(known(counts(undefined))).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
