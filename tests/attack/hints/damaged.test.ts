import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hintReader } from '../../../src/worker/hint.ts';
import { runs } from '../../property/runs.ts';
import { FACTS, HEADER, ISSUER, NOW, signedHint, signedText, SUBJECT } from '../../fixtures/hints.ts';

const read = hintReader(ISSUER);

it('whatever text is handed in, nothing is thrown and nothing believed', () => {
  const part = fc.oneof(fc.string(), fc.base64String(), fc.constantFrom('', '.', 'e30', 'bnVsbA', 'W10', 'IiI', '💧'));
  fc.assert(fc.property(fc.array(part, { maxLength: 6 }).map((parts) => parts.join('.')), (text) => { expect(read(text, SUBJECT, NOW)).toBeUndefined(); }), runs(500));
  for (const payload of ['null', '[]', '"x"', '1', '{', '{}', '', '\ufeff{}', '{"a":{"b":1}}']) expect([payload, read(signedText(JSON.stringify(HEADER), payload), SUBJECT, NOW)]).toEqual([payload, undefined]);
});

it('nor where one character of a good hint is another, left out or put in', () => {
  const hint = signedHint();
  fc.assert(fc.property(fc.nat(hint.length - 1), fc.constantFrom('A', 'z', '-', '_', '.', '=', ' ', ''), fc.boolean(), (at, character, isPut) => {
    const other = hint.slice(0, at) + character + hint.slice(isPut ? at : at + 1);
    expect(read(other, SUBJECT, NOW)).toEqual(other === hint ? FACTS : undefined);
  }), runs(200));
});
