import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packContact } from '../../../models/contact/graph.ts';
import { HOST_PLACES } from '../../../models/contact/features.ts';
import { bucketsOf, CONTACT_SIGNALS, SIGNAL_NAMES, SIGNAL_PLACE, signalVector, type ContactSignals, type SignalName } from '../../../src/contract/contact-signals.ts';
import { SILENCES, type ContactScorecard, type Lines } from '../../../src/contract/contact-scorecard.ts';
import { contactPoints } from '../../../src/contract/contact-points.ts';
import { contactLevel, strongPoints } from '../../../src/decide/contact-model.ts';
import { contactModel, contactReasons, silencesOf, stratumOf } from '../../../src/decide/contact-table.ts';
import { runs } from '../../property/runs.ts';

const shipped = contactModel(packContact(new Uint8Array(readFileSync(new URL('../../../models/contact/model.onnx', import.meta.url)))));
const vectors = fc.tuple(...SIGNAL_NAMES.map((name) => fc.integer({ min: 0, max: bucketsOf(name).length }))).map((bytes) => Uint8Array.from(bytes));
const RANK = { none: 0, tip: 1, strong: 2 };
const rank = (vector: Uint8Array, members?: number): number => RANK[contactLevel(shipped, vector, members)];
const changed = (vector: Uint8Array, name: SignalName, byte: number): Uint8Array => vector.map((old, place) => (place === SIGNAL_PLACE[name] ? byte : old));
/** What decides the stratum is not evidence of its own. */
const EVIDENCE = SIGNAL_NAMES.filter((name) => CONTACT_SIGNALS[name].group !== 'ages');

const lines = (tip: number, strong: number): Lines => ({ reach: tip, peers: tip, adult: tip, unknown: tip, strong });
const small = (more: Partial<ContactScorecard> = {}): ContactScorecard => ({
  version: 1, points: { accountAge: [0, 0, 10, 20, 20], mutualContacts: [0, 5, 10], cueMove: [0, 60, 60], cueSecret: [0, 60, 90], nameSame: [0, 80] },
  pairs: [{ both: [['accountAge', 'under-30-days'], ['mutualContacts', 'none']], points: 15 }], lines: { none: lines(30, 45), account: lines(20, 40), graph: lines(30, 45), rate: lines(30, 45) }, groupFloor: 5, ...more,
});
const model = contactModel(small());
/** Something of each group of the host's, so that no lower line is in force. */
const HEARD = { newMinors: '0-2', mutualContacts: 'three-or-more', accountAge: 'a-year-or-more', myAge: 'teen' } as const;
const state = (signals: Partial<ContactSignals>): Uint8Array => signalVector({ ...HEARD, ...signals });

describe('contactLevel', () => {
  it('needs two groups of evidence for strong, so cues alone never are', () => {
    const cues = state({ cueMove: 'again', cueSecret: 'again' });
    expect(contactPoints(model, cues)).toBe(150);
    expect(contactLevel(model, cues)).toBe('tip');
    expect(contactLevel(model, state({ cueMove: 'seen', accountAge: 'under-7-days' }))).toBe('strong');
  });

  it('is strong only where an adult or somebody of unknown age writes to a minor', () => {
    const facts = { cueMove: 'again', accountAge: 'under-7-days', mutualContacts: 'none' } as const;
    expect(contactLevel(model, state({ ...facts, theirAge: 'adult' }))).toBe('strong');
    expect(contactLevel(model, state(facts))).toBe('strong');
    for (const [myAge, theirAge] of [['teen', 'teen'], ['child', 'teen'], ['adult', 'adult'], ['not-known', 'adult']] as const) {
      expect(contactLevel(model, state({ ...facts, myAge, theirAge })), `${myAge} ${theirAge}`).toBe('tip');
    }
  });

  it('leads to a tip, not more, by a name like a contact\'s', () => {
    expect(contactLevel(model, state({ nameSame: 'yes' }))).toBe('tip');
    expect(strongPoints(model, state({ nameSame: 'yes', accountAge: 'under-7-days' }))).toBe(0);
  });

  it('says nothing in groups of more than 20', () => {
    const facts = state({ cueMove: 'again', accountAge: 'under-7-days' });
    expect([contactLevel(model, facts, 20), contactLevel(model, facts, 21)]).toEqual(['strong', 'none']);
  });

  it('takes the lower line only where the host says nothing of a whole group, and the highest of several', () => {
    const newer = { accountAge: 'not-known', mutualContacts: 'none', unanswered: 'one' } as const;
    expect(silencesOf(state(newer))).toEqual(['account']);
    expect(silencesOf(state({ ...newer, identity: 'not-linked' }))).toEqual(['none']);
    expect(silencesOf(signalVector({}))).toEqual(['account', 'graph', 'rate']);
    const between = contactModel(small({ points: { mutualContacts: [0, 0, 25] }, pairs: [] }));
    expect(contactLevel(between, state(newer))).toBe('tip');
    expect(contactLevel(between, state({ ...newer, identity: 'linked' }))).toBe('none');
    expect(contactLevel(between, signalVector({ mutualContacts: 'none', myAge: 'teen' }))).toBe('none');
  });

  it('knows who writes to whom', () => {
    const of = (myAge: ContactSignals['myAge'], theirAge: ContactSignals['theirAge']): string => stratumOf(signalVector({ myAge, theirAge }));
    expect([of('teen', 'adult'), of('child', 'not-known'), of('teen', 'child'), of('adult', 'teen'), of('not-known', 'adult')]).toEqual(['reach', 'reach', 'peers', 'adult', 'unknown']);
  });
});

describe('contactModel', () => {
  it.each([
    ['falls', { points: { accountAge: [0, 3, 2, 5, 5] } }], ['is below zero', { points: { nameSame: [-1, 0] } }], ['is too short', { points: { nameSame: [0] } }],
    ['is of no signal', { points: { charm: [0, 1] } }], ['is no whole number', { points: { nameSame: [0, 0.5] } }],
    ['has a pair of no bucket', { pairs: [{ both: [['nameSame', 'maybe'], ['nameNear', 'yes']], points: 1 }] }],
    ['takes points away', { pairs: [{ both: [['nameSame', 'yes'], ['nameNear', 'yes']], points: -1 }] }],
    ['has a line missing', { lines: { none: lines(1, 2), account: lines(1, 2), graph: lines(1, 2), rate: { ...lines(1, 2), strong: undefined } } }], ['is of another version', { version: 2 }],
  ])('refuses a card that %s', (_, part) => {
    expect(() => contactModel(small(part as unknown as Partial<ContactScorecard>))).toThrow(RangeError);
  });
});

describe('the shipped scorecard', () => {
  it('names a reason for every point', () => {
    fc.assert(fc.property(vectors, (vector) => {
      const reasons = contactReasons(shipped, vector);
      expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(contactPoints(shipped, vector));
      expect(reasons.every(({ because }) => because.every(([name, bucket]) => bucketsOf(name)[(vector[SIGNAL_PLACE[name]] ?? 0) - 1] !== undefined && bucketsOf(name).includes(bucket)))).toBe(true);
    }), runs(300));
  });

  it('never falls where a known fact is graver: an older account or one more mutual contact never raises a level', () => {
    fc.assert(fc.property(vectors, fc.constantFrom(...EVIDENCE), fc.nat(), fc.nat(), (vector, name, a, b) => {
      const most = bucketsOf(name).length;
      const [low, high] = [1 + (a % most), 1 + (b % most)].sort((x, y) => x - y) as [number, number];
      expect(rank(changed(vector, name, high))).toBeGreaterThanOrEqual(rank(changed(vector, name, low)));
    }), runs(2_000));
  });

  it('never rises where one fact is forgotten, or a hint is not there, if the host still says something of the group', () => {
    fc.assert(fc.property(vectors, fc.constantFrom(...EVIDENCE), (vector, name) => {
      const without = changed(vector, name, 0);
      if (silencesOf(without).join() === silencesOf(vector).join()) expect(rank(without)).toBeLessThanOrEqual(rank(vector));
      expect(contactPoints(shipped, without)).toBeLessThanOrEqual(contactPoints(shipped, vector));
    }), runs(2_000));
  });

  it('is blind to countries, night, how an age is known, and to who is in which script', () => {
    fc.assert(fc.property(vectors, fc.constantFrom('country', 'countryOfContacts', 'night', 'ageSource', 'mixedScript', 'sinceFirst', 'savedByMe'), fc.nat(), (vector, name: SignalName, byte) => {
      expect(rank(changed(vector, name, byte % (bucketsOf(name).length + 1)))).toBe(rank(vector));
    }), runs(2_000));
  });

  it('never is strong by cues alone, by identity alone, to adults, from minors or in large groups', () => {
    const keep = (vector: Uint8Array, groups: readonly string[]): Uint8Array => (
      vector.map((byte, place) => (groups.includes(CONTACT_SIGNALS[SIGNAL_NAMES[place] as SignalName].group) ? byte : 0)));
    fc.assert(fc.property(vectors, (vector) => {
      expect(rank(keep(vector, ['cues', 'ages']))).toBeLessThan(2);
      expect(rank(keep(vector, ['identity', 'ages']))).toBeLessThan(2);
      expect(rank(keep(vector, ['cues', 'identity', 'ages']))).toBeLessThan(2);
      expect(rank(changed(vector, 'myAge', 1))).toBeLessThan(2);
      expect(rank(changed(vector, 'theirAge', 2))).toBeLessThan(2);
      expect(rank(vector, 21)).toBe(0);
    }), runs(2_000));
  });

  it('has lower lines only where a group is silent', () => {
    for (const silence of SILENCES.slice(1)) {
      for (const [level, line] of Object.entries(shipped.card.lines[silence])) expect(line, `${silence} ${level}`).toBeLessThanOrEqual(shipped.card.lines.none[level as keyof Lines]);
    }
    // The model's silent groups are the host's: what it masks when it is trained is what it looks for when it runs.
    for (const silence of SILENCES.slice(1)) {
      const all = Uint8Array.from(SIGNAL_NAMES, () => 1);
      for (const place of HOST_PLACES[silence as 'account' | 'graph' | 'rate']) all[place] = 0;
      expect(silencesOf(all)).toEqual([silence]);
    }
  });
});
