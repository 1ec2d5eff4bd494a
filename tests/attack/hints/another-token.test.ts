import { expect, it } from 'vitest';
import { hintReader } from '../../../src/worker/hint.ts';
import { FACTS, ISSUER, NOW, signedHint, SUBJECT } from '../../fixtures/hints.ts';

const read = hintReader(ISSUER);

it('a good signature over another kind of token is no hint', () => {
  for (const typ of ['JWT', 'jwt', 'at+jwt', 'inward-hint', 'INWARD-HINT+JWT', 'application/inward-hint+jwt', undefined]) expect([typ, read(signedHint({}, { typ }), SUBJECT, NOW)]).toEqual([typ, undefined]);
});

it('nor is one of another issuer, or for another app', () => {
  for (const claims of [{ iss: 'https://other.example' }, { iss: undefined }, { aud: 'other-messenger' }, { aud: [ISSUER.audience] }, { aud: undefined }]) expect([claims, read(signedHint(claims), SUBJECT, NOW)]).toEqual([claims, undefined]);
  expect(read(signedHint(), SUBJECT, NOW)).toEqual(FACTS);
});
