import { expect, it } from 'vitest';
import { HINT_BUCKETS } from '../../../src/contract/hints.ts';
import { hintReader } from '../../../src/worker/hint.ts';
import { ISSUER, NOW, signedHint, SUBJECT } from '../../fixtures/hints.ts';

const read = hintReader(ISSUER);

it('a hint that says anything but its buckets is none: counts, names, scores, buckets of its own', () => {
  for (const claims of [
    { newMinors: 12 }, { newMinors: '11' }, { newMinors: 'many' }, { newMinors: null }, { newMinors: ['0-2'] }, { score: 0.9 }, { phone: '+1 555 0100' }, { jti: 'x' }, { nbf: 0 },
    { strangers: '0-2 ' }, { acceptRatio: '10-or-more' }, { level: 'strong' }, { hasOwn: '0-2' }, { toString: 'most' },
  ]) expect([claims, read(signedHint(claims), SUBJECT, NOW)]).toEqual([claims, undefined]);
});

it('every bucket is read, alone and together, and none at all is a hint that says nothing', () => {
  const none = { newMinors: undefined, acceptRatio: undefined };
  for (const [name, buckets] of Object.entries(HINT_BUCKETS)) for (const bucket of buckets) expect(read(signedHint({ ...none, [name]: bucket }), SUBJECT, NOW)).toEqual({ [name]: bucket });
  const all = { newMinors: '3-9', strangers: '10-or-more', acceptRatio: 'some' };
  expect([read(signedHint(all), SUBJECT, NOW), read(signedHint(none), SUBJECT, NOW)]).toEqual([all, {}]);
});
