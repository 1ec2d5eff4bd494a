import { describe, expect, it } from 'vitest';
import type { ThreadModel } from '../../../src/contract/thread-model.ts';
import { cueCount, cuesOf, evidence, familyIn, inConversation, type Alone, type Judged } from '../../../src/decide/conversation.ts';

/** Three concepts, two classes of two levels: cues 0–2, 3–6, a link 7, a long number 8. */
const FORM = { concepts: 3, levels: [0.25, 0.75] };
const CUES = cueCount(FORM, 2);

function judged(over: Partial<Judged> = {}): Judged {
  return { concepts: [], shares: [1, 0], hasLink: false, hasLongNumber: false, ...over };
}

/** One unit and the sum: rows by cue, `[unit, sum]`, in steps. */
function modelOf(now: Readonly<Record<number, readonly [number, number]>>, before: Readonly<Record<number, readonly [number, number]>>): ThreadModel {
  const rows = [now, before].flatMap((side) => Array.from({ length: CUES }, (_, cue) => side[cue] ?? [0, 0] as const));
  return { ...FORM, weights: rows.flat().map((steps) => String.fromCharCode(80 + steps)).join(''), step: 0.5, bias: [-1, 0.25], out: [3], point: 1 };
}

describe('cues of a message', () => {
  it('are its concepts, the levels its classes reach, its link and its long number', () => {
    expect([...cuesOf(judged({ concepts: [{ concept: 2 }, { concept: 0 }], shares: [0.2, 0.8], hasLink: true }), FORM)].sort()).toEqual([0, 2, 3, 4, 5, 6, 7]);
    expect(cuesOf(judged({ shares: [0.7, 0.3], hasLongNumber: true }), FORM)).toEqual([8, 3, 5]);
    expect(cuesOf(judged(), FORM)).toEqual([]);
  });

  it('are none where the model gave no verdict', () => {
    expect(cuesOf(judged({ shares: [], hasLink: true, concepts: [{ concept: 1 }] }), FORM)).toEqual([]);
  });

  it('are twenty-four at most, the link among them', () => {
    const cues = cuesOf(judged({ concepts: Array.from({ length: 90 }, (_, concept) => ({ concept })), hasLink: true }), { concepts: 100, levels: [0.5] });
    expect(cues).toHaveLength(24);
    expect(cues).toContain(102);
  });
});

describe('evidence', () => {
  it('adds what is said now and what was said before, by weights of their own', () => {
    const model = modelOf({ 1: [4, 2] }, { 1: [0, -1], 2: [6, 0] });
    expect(evidence([], [], model)).toBe(0.25);
    // Unit −1 + 2 = 1, thrice, and the sum's own 0.25 + 1.
    expect(evidence([1], [], model)).toBe(4.25);
    expect(evidence([], [1], model)).toBe(-0.25);
    expect(evidence([1], [2, 1], model)).toBe(0.25 + 1 - 0.5 + 3 * 4);
  });
});

describe('what a message deserves in its conversation', () => {
  const alone = (level: Alone['level'], leads = false, facts = 0, asks = false): Alone => ({ level, leads, facts, asks });
  /** Cue 1 now is evidence enough only where cue 2 was said before. */
  const model = modelOf({ 1: [0, 1] }, { 2: [0, 1] });

  it('is decided by the conversation: not yet, or a tip, of what would have none by itself', () => {
    expect(inConversation(alone('none', false, 0), [1], model)([])).toBe('none');
    expect(inConversation(alone('none', false, 0), [1], model)([2])).toBe('tip');
    expect(inConversation(alone('tip', false, 0), [1], model)([])).toBe('none');
    expect(inConversation(alone('strong', false, 0), [1], model)([2])).toBe('strong');
    expect(inConversation(alone('none', false, 0), [], model)([2, 1])).toBe('none');
  });

  it('is its own where it is plain: strong, and it leads somewhere or names more than three reasons', () => {
    expect(inConversation(alone('strong', true, 0), [1], model)([0])).toBe('strong');
    expect(inConversation(alone('strong', false, 4), [1], model)([0])).toBe('strong');
    expect(inConversation(alone('strong', false, 3), [1], model)([0])).toBe('none');
    expect(inConversation(alone('tip', false, 9), [1], model)([0])).toBe('none');
  });

  it('is its own at the beginning where it leads somewhere, a greeting before it or not', () => {
    for (const before of [[], [0], [0, 3]]) expect(inConversation(alone('tip', true), [1], model)(before)).toBe('tip');
    expect(inConversation(alone('tip', true), [1], model)([0, 3, 4])).toBe('none');
    expect(inConversation(alone('none', true), [1], model)([])).toBe('none');
  });

  it('is its own at the beginning where it is strong and asks for what is gone once it is given', () => {
    expect(inConversation(alone('strong', false, 1, true), [1], model)(undefined)).toBe('none');
    for (const before of [[], [0, 3]]) expect(inConversation(alone('strong', false, 1, true), [1], model)(before)).toBe('strong');
    expect(inConversation(alone('strong', false, 1, true), [1], model)([0, 3, 4])).toBe('none');
    expect(inConversation(alone('tip', false, 1, true), [1], model)([])).toBe('none');
  });

  it('is its own where nothing judges conversations', () => {
    expect(inConversation(alone('tip', false, 0), [], undefined)([1])).toBe('tip');
  });
});

describe('the family that a notice names', () => {
  // Four concepts, then for each class three levels: 4 to 6 are ham's, 7 to 9 spam's, 10 to 12 job's, 13 to 15 romance's.
  const form = { concepts: 4, levels: [0.05, 0.3, 0.7] };
  const classes = ['ham', 'spam', 'job', 'romance'];
  const named = (own: 'job' | 'romance' | null, now: readonly number[], before: readonly number[]): string | null => familyIn(own, now, before, form, classes);
  const [JOB, ROMANCE] = [[10, 11], [13, 14]];

  it('is the message\'s own where nothing came before it', () => {
    expect([named('job', JOB, []), named(null, JOB, []), named(null, [], [])]).toEqual(['job', null, null]);
  });

  it('is that of the messages before it where it has none: the strongest, of equals the last', () => {
    expect([named(null, [], JOB), named(null, [], [...JOB, ...ROMANCE]), named(null, [], [...JOB, 12, ...ROMANCE])]).toEqual(['job', 'romance', 'job']);
    expect([named('romance', ROMANCE, JOB), named('romance', ROMANCE, [...JOB, 12])]).toEqual(['romance', 'job']);
  });

  it('is none for what is no family, for a concept, and for a share that is too small', () => {
    for (const before of [[0, 1, 2, 3], [4, 5, 6, 7, 8, 9], [10, 13], [16, 17, 200]]) expect(named(null, [], before)).toBeNull();
  });
});
