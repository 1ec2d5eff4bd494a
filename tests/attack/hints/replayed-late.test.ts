import { expect, it } from 'vitest';
import { hintReader } from '../../../src/worker/hint.ts';
import { FACTS, ISSUER, NOW, signedHint, SUBJECT } from '../../fixtures/hints.ts';

const DAY = 86_400;
const at = NOW / 1_000;
const read = hintReader(ISSUER);

it('an old hint is none, though it was read before', () => {
  const hint = signedHint({ iat: at, exp: at + 7 * DAY });
  expect(read(hint, SUBJECT, NOW)).toEqual(FACTS);
  expect(read(hint, SUBJECT, NOW + 7 * DAY * 1_000 - 1)).toEqual(FACTS);
  expect(read(hint, SUBJECT, NOW + 7 * DAY * 1_000)).toBeUndefined();
  // A device whose clock was set back to before it was made.
  expect([read(hint, SUBJECT, NOW - 60_000), read(hint, SUBJECT, NOW - 60_001)]).toEqual([FACTS, undefined]);
});

it('one that is to last for longer than seven days is none from the first, nor one without its times', () => {
  for (const claims of [
    { iat: at, exp: at + 7 * DAY + 1 }, { iat: at, exp: at }, { iat: at + 10, exp: at }, { iat: undefined }, { exp: undefined }, { iat: String(at) }, { exp: at + 0.5 },
    { iat: -1, exp: at + 1 }, { exp: 1e300 }, { iat: null, exp: null },
  ]) expect([claims, read(signedHint(claims), SUBJECT, NOW)]).toEqual([claims, undefined]);
});
