import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTACT_CARD } from '../../../build/contact-card.gen.ts';
import { contactPoints, CONTACT_STRIDE } from '../../../src/contract/contact-points.ts';
import type { ContactScorecard } from '../../../src/contract/contact-scorecard.ts';
import { bucketsOf, SIGNAL_NAMES, SIGNAL_PLACE, signalVector } from '../../../src/contract/contact-signals.ts';
import { contactLevel } from '../../../src/decide/contact-model.ts';
import { judgeContact } from '../../../src/decide/contact-offer.ts';
import { contactTables } from '../../../src/decide/contact-tables.ts';
import { CONTACT_TABLES } from '../../fixtures/new-thread.ts';
import { runs } from '../../property/runs.ts';

const vectors = fc.tuple(...SIGNAL_NAMES.map((name) => fc.integer({ min: 0, max: bucketsOf(name).length }))).map((bytes) => Uint8Array.from(bytes));

describe('what a contact notice says', () => {
  it('is made of the card that ships', () => { expect(contactTables(CONTACT_CARD)).toEqual(CONTACT_TABLES); });

  it('has a fact for every point, and none without', () => {
    fc.assert(fc.property(vectors, (vector) => {
      const { level, points, reasons, groups } = judgeContact(CONTACT_TABLES, vector);
      expect([level, points]).toEqual([contactLevel(CONTACT_TABLES.table, vector), contactPoints(CONTACT_TABLES.table, vector)]);
      expect([reasons.length > 0, new Set(reasons).size]).toEqual([points > 0, reasons.length]);
      expect(groups.includes('reach')).toBe(level === 'strong');
      // Without the signals whose facts these are there is no point left.
      const others = vector.map((byte, place) => (reasons.includes(CONTACT_TABLES.reasons[place * CONTACT_STRIDE + byte] as never) ? 0 : byte));
      expect(contactPoints(CONTACT_TABLES.table, others)).toBe(0);
    }), runs(100));
  });

  it('says what is true of the bucket, not of a graver one', () => {
    const of = (signals: Parameters<typeof signalVector>[0]): readonly string[] => judgeContact(CONTACT_TABLES, signalVector(signals)).reasons;
    expect(of({ accountAge: 'under-a-year' })).toEqual(['young-account']);
    expect(of({ accountAge: 'under-7-days' })).toEqual(['new-account']);
    // Nearly a contact's name counts for more where one or two contacts are shared: but it is not said that there are none.
    expect(of({ nameNear: 'yes', mutualContacts: 'one-or-two' })).toEqual(['name-near-contact']);
    expect(of({ nameNear: 'yes', mutualContacts: 'none' })).toEqual(['name-near-contact', 'no-mutual-contacts']);
    expect(of({ unanswered: 'one', reciprocity: 'some', commonGroups: 'one' })).toEqual([]);
  });

  it('offers minors, and whoever\'s age is not known, somebody to talk to', () => {
    const first = (myAge: 'adult' | 'teen' | 'child' | 'not-known'): readonly string[] => judgeContact(CONTACT_TABLES, signalVector({ myAge })).actions;
    expect(first('adult')).toEqual(['restrict', 'block', 'report', 'keep-chatting', 'learn-more', 'dismiss']);
    for (const age of ['teen', 'child', 'not-known'] as const) expect(first(age)).toEqual(['restrict', 'block', 'report', 'talk-to-somebody', 'keep-chatting', 'get-help', 'learn-more', 'dismiss']);
  });

  it('names a kind of evidence only where it has points to stand on', () => {
    const { groups } = judgeContact(CONTACT_TABLES, signalVector({ accountAge: 'under-a-day', nameClaims: 'yes', acceptRatio: 'few' }));
    expect(groups).toEqual(['account', 'rates']);
    expect(CONTACT_TABLES.table.points[SIGNAL_PLACE.nameClaims * CONTACT_STRIDE + 2]).toBeLessThan(CONTACT_TABLES.table.groupFloor);
  });

  it('refuses a card with points for which there is nothing to say', () => {
    const card = (points: ContactScorecard['points']): ContactScorecard => ({ ...CONTACT_CARD, points });
    for (const points of [{ night: [0, 1] }, { mutualContacts: [0, 3, 5] }, { country: [0, 2] }]) expect(() => contactTables(card(points))).toThrow(RangeError);
    expect(() => contactTables({ ...CONTACT_CARD, pairs: [{ both: [['country', 'another'], ['night', 'yes']], points: 1 }] })).toThrow(RangeError);
  });
});
