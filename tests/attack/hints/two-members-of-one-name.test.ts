import { expect, it } from 'vitest';
import { hintReader } from '../../../src/worker/hint.ts';
import { CLAIMS, FACTS, HEADER, ISSUER, NOW, signedText, SUBJECT } from '../../fixtures/hints.ts';

const read = hintReader(ISSUER);
const [header, claims] = [JSON.stringify(HEADER), JSON.stringify(CLAIMS)];
const withMore = (json: string, more: string): string => `${json.slice(0, -1)},${more}}`;

it('a member that stands twice makes a hint none, whichever of the two were read', () => {
  expect(read(signedText(header, claims), SUBJECT, NOW)).toEqual(FACTS);
  for (const more of ['"newMinors":"0-2"', '"sub":"pair-7f31"', '"s\\u0075b":"pair-7f31"', '"exp" :1750086400', '"iss":"https://hints.example"']) {
    expect([more, read(signedText(header, withMore(claims, more)), SUBJECT, NOW)]).toEqual([more, undefined]);
  }
  for (const more of ['"alg":"EdDSA"', '"kid":"k1"', '"\\u0061lg":"none"']) expect([more, read(signedText(withMore(header, more), claims), SUBJECT, NOW)]).toEqual([more, undefined]);
});

it('spaces and text that looks like a member do not', () => {
  expect(read(signedText(JSON.stringify(HEADER, null, 2), JSON.stringify(CLAIMS, null, '\t')), SUBJECT, NOW)).toEqual(FACTS);
  const odd = hintReader({ ...ISSUER, issuer: 'a ","sub":"x": \\"' });
  expect(odd(signedText(header, JSON.stringify({ ...CLAIMS, iss: 'a ","sub":"x": \\"' })), SUBJECT, NOW)).toEqual(FACTS);
});
