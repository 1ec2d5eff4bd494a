import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountAgeBucket, acceptRatioBucket, contactSignals, nameNearBucket, rateBucket, reciprocityBucket, unansweredBucket, type ContactFacts } from '../../../src/contract/contact-facts.ts';
import { bucketsOf, CONTACT_SIGNALS, NOT_KNOWN, SIGNAL_NAMES, signalsOf, signalVector, type ContactSignals } from '../../../src/contract/contact-signals.ts';
import { runs } from '../../property/runs.ts';

const vectors = fc.tuple(...SIGNAL_NAMES.map((name) => fc.integer({ min: 0, max: bucketsOf(name).length })));

describe('contact signals', () => {
  it('are the 36 of signals.md §3.1, rates of the service from a hint alone', () => {
    expect(SIGNAL_NAMES).toHaveLength(36);
    expect(SIGNAL_NAMES.filter((name) => CONTACT_SIGNALS[name].source === 'hint')).toEqual(['newMinors', 'strangers', 'acceptRatio']);
    for (const name of SIGNAL_NAMES) expect(bucketsOf(name)).not.toContain(NOT_KNOWN);
  });

  it('go to a vector and back', () => {
    fc.assert(fc.property(vectors, (bytes) => { expect([...signalVector(signalsOf(bytes))]).toEqual(bytes); }), runs(100));
  });

  it('are not known where a field is missing or is no bucket', () => {
    const odd = { accountAge: 'yesterday', night: true, country: 'mine' } as unknown as Partial<ContactSignals>;
    const signals = signalsOf(signalVector(odd));
    expect(signals.country).toBe('mine');
    expect(SIGNAL_NAMES.filter((name) => signals[name] !== NOT_KNOWN)).toEqual(['country']);
    expect(signalsOf([9, -1])).toEqual(signalsOf([]));
  });
});

describe('contactSignals', () => {
  it('says of nothing that it is not known', () => {
    expect(new Set(Object.values(contactSignals({})))).toEqual(new Set([NOT_KNOWN]));
  });

  it('puts facts into buckets', () => {
    const facts: ContactFacts = {
      host: { accountAgeDays: 0.5, linkedIdentity: false, nameChangeDays: 3, avatarChangeDays: Infinity, country: 'FR', myCountry: 'DE', contactCountries: ['DE', 'FR'],
        myAge: 'teen', theirAge: 'adult', ageSource: 'declared', mutualContacts: 0, commonGroups: 1, arrival: 'public-place' },
      device: { joinedAfterBlock: true, inAddressBook: false, initiatedByMe: false, unanswered: 4, firstBurst: 2, firstHour: 23, likeBlocked: 'name', declinedBefore: false,
        mine: 1, theirs: 9, daysSinceFirst: 6.9, savedByMe: false, nameDistance: 1, nameLength: 8, avatarDistance: 32, mixedScript: false, nameClaims: true },
      hint: { newMinors: '10-or-more', strangers: '3-9', acceptRatio: 'few' },
      cues: { move: 1, secret: 0, personal: 3 },
    };
    expect(contactSignals(facts)).toEqual({
      accountAge: 'under-a-day', joinedAfterBlock: 'yes', identity: 'not-linked', nameChanged: 'yes', avatarChanged: 'no', country: 'another', countryOfContacts: 'one-of-theirs',
      myAge: 'teen', theirAge: 'adult', ageGap: 'adult-and-minor', ageSource: 'declared', mutualContacts: 'none', commonGroups: 'one', addressBook: 'not-in-it', initiator: 'them',
      arrival: 'public-place', newMinors: '10-or-more', strangers: '3-9', acceptRatio: 'few', unanswered: 'four-to-seven', burst: 'two-to-four', night: 'yes', likeBlocked: 'name',
      declinedBefore: 'no', reciprocity: 'some', sinceFirst: 'under-a-week', savedByMe: 'no', nameSame: 'no', nameNear: 'yes', avatarLike: 'yes', mixedScript: 'no', nameClaims: 'yes',
      cueMove: 'seen', cueSecret: 'not-seen', cuePersonal: 'again', cueGifts: NOT_KNOWN,
    });
  });

  it('draws each line where it says', () => {
    expect([0, 1, 6.9, 7, 29, 30, 364, 365].map(accountAgeBucket)).toEqual(['under-a-day', 'under-7-days', 'under-7-days', 'under-30-days', 'under-30-days', 'under-a-year', 'under-a-year', 'a-year-or-more']);
    expect([0, 2, 3, 9, 10].map(rateBucket)).toEqual(['0-2', '0-2', '3-9', '3-9', '10-or-more']);
    expect([0, 1, 3, 4, 7, 8].map(unansweredBucket)).toEqual(['none', 'one', 'two-or-three', 'four-to-seven', 'four-to-seven', 'eight-or-more']);
    expect([0, 0.29, 0.3, 0.6, 1].map(acceptRatioBucket)).toEqual(['few', 'few', 'some', 'most', 'most']);
    expect([reciprocityBucket(0, 3), reciprocityBucket(1, 9), reciprocityBucket(1, 3)]).toEqual(['none', 'some', 'even']);
    // A short name one letter off is another name.
    expect([nameNearBucket(1, 5), nameNearBucket(1, 6), nameNearBucket(2, 9), nameNearBucket(2, 10), nameNearBucket(0, 10)]).toEqual(['no', 'yes', 'no', 'yes', 'no']);
    expect([0, 5, 6, 22, 23, 24].map((firstHour) => contactSignals({ device: { firstHour } }).night)).toEqual(['yes', 'yes', 'no', 'no', 'yes', NOT_KNOWN]);
  });

  it.each([-1, 1.5, NaN, '3', null, {}, [3], true, 'adult ', 1e400])('takes %j for not known in every field', (value) => {
    const parts: Readonly<Record<string, readonly string[]>> = {
      host: ['mutualContacts', 'commonGroups', 'myAge', 'theirAge', 'ageSource', 'arrival', 'country', 'linkedIdentity'],
      device: ['unanswered', 'firstBurst', 'firstHour', 'likeBlocked', 'mine', 'nameDistance', 'avatarDistance'],
      hint: ['newMinors', 'strangers', 'acceptRatio'], cues: ['move', 'secret', 'personal', 'gifts'],
    };
    for (const [part, fields] of Object.entries(parts)) {
      for (const field of fields.filter((name) => value !== true || name !== 'linkedIdentity')) {
        const signals = contactSignals({ [part]: { [field]: value, ...(field === 'country' ? { myCountry: 'DE', contactCountries: ['DE'] } : {}) } } as ContactFacts);
        expect(Object.values(signals).filter((bucket) => bucket !== NOT_KNOWN), `${part}.${field}`).toEqual([]);
      }
    }
  });

  it('never throws on plain data', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('host', 'device', 'hint', 'cues'), fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom('country', 'contactCountries', 'mine', 'theirs', 'unanswered', 'myAge'), fc.jsonValue()))), (facts) => {
      expect(Object.keys(contactSignals(facts as ContactFacts))).toEqual([...SIGNAL_NAMES]);
    }), runs(100));
  });
});
