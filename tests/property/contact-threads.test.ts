import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bucketsOf, CONTACT_SIGNALS, SIGNAL_NAMES, SIGNAL_PLACE, type SignalName } from '../../src/contract/contact-signals.ts';
import type { AskedContact } from '../../src/contract/notices.ts';
import { contactJudge } from '../../src/worker/weigh.ts';
import { talked, type Talk } from '../../src/worker/talk.ts';
import { asked, CONTACT_TABLES } from '../fixtures/new-thread.ts';
import { runs } from './runs.ts';

const RANK = { none: 0, tip: 1, strong: 2 };
const judge = contactJudge(CONTACT_TABLES, undefined);
const vector = fc.tuple(...SIGNAL_NAMES.map((name) => fc.integer({ min: 0, max: bucketsOf(name).length })));
const sides = fc.array(fc.boolean(), { minLength: 1, maxLength: 20 });
const EVIDENCE = SIGNAL_NAMES.filter((name) => CONTACT_SIGNALS[name].group !== 'ages');

/** After the last of these messages, which is theirs: what is judged is the whole way from what the page asks to the level. */
function rank(facts: readonly number[], mine: readonly boolean[]): number {
  const contact: AskedContact = { ...asked({}), vector: facts };
  const talk = [...mine, false].reduce<Talk>((before, isMine, n) => talked(before, `m${n}`, 0, { ...contact, mine: isMine }), []);
  return RANK[judge({ message: { conversationId: 'c', id: 'm', sentAt: 0 }, mode: 'live', now: 0, contact }, talk)?.level ?? 'none'];
}

it('more evidence never lowers a level, and a message more of theirs does not', () => {
  fc.assert(fc.property(vector, sides, fc.constantFrom(...EVIDENCE), (facts, mine, name) => {
    const place = SIGNAL_PLACE[name];
    // What is known already becomes graver; what was not known may close the lower lines of a host that says nothing.
    if (facts[place] === 0) return;
    const graver = facts.map((byte, at) => (at === place ? Math.min(byte + 1, bucketsOf(name).length) : byte));
    expect(rank(graver, mine)).toBeGreaterThanOrEqual(rank(facts, mine));
    expect(rank(facts, [...mine, false])).toBeGreaterThanOrEqual(rank(facts, mine));
  }), runs(2_000));
});

it('what is not known never raises a level, but where all that the host says of a group is gone', () => {
  fc.assert(fc.property(vector, sides, fc.constantFrom(...EVIDENCE), (facts, mine, name) => {
    const unknown = facts.map((byte, at) => (at === SIGNAL_PLACE[name] ? 0 : byte));
    const isWholeGroup = CONTACT_TABLES.table.hostPlaces.some((places) => places.includes(SIGNAL_PLACE[name]) && places.every((place) => unknown[place] === 0));
    if (isWholeGroup) return;
    expect(rank(unknown, mine)).toBeLessThanOrEqual(rank(facts, mine));
  }), runs(2_000));
});

it('an answer of the person never raises a level', () => {
  fc.assert(fc.property(vector, sides, (facts, mine) => {
    expect(rank(facts, [...mine, true])).toBeLessThanOrEqual(rank(facts, mine));
  }), runs(2_000));
});

it.each(['initiator', 'unanswered', 'reciprocity'] as const satisfies readonly SignalName[])('%s is what this device counted, whatever the page says', (name) => {
  fc.assert(fc.property(vector, sides, fc.nat({ max: 3 }), (facts, mine, byte) => {
    expect(rank(facts.map((old, at) => (at === SIGNAL_PLACE[name] ? byte : old)), mine)).toBe(rank(facts, mine));
  }), runs(200));
});
