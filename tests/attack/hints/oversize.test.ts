import { expect, it } from 'vitest';
import { HINT_UNITS } from '../../../src/contract/hints.ts';
import { hintReader } from '../../../src/worker/hint.ts';
import { FACTS, ISSUER, NOW, signedHint, signedText, HEADER, CLAIMS, SUBJECT } from '../../fixtures/hints.ts';

const read = hintReader(ISSUER);

it('what is too long is not looked at, nor remembered', () => {
  const padded = (units: number): string => signedText(JSON.stringify(HEADER), JSON.stringify(CLAIMS) + ' '.repeat(units));
  const room = Math.floor((HINT_UNITS - padded(0).length) * 3 / 4) - 2;
  expect([read(padded(room), SUBJECT, NOW), read(padded(room + 6), SUBJECT, NOW)]).toEqual([FACTS, undefined]);
  expect(read('a'.repeat(1_000_000), SUBJECT, NOW)).toBeUndefined();
  expect(read(`${'.'.repeat(100_000)}`, SUBJECT, NOW)).toBeUndefined();
});

it('ten thousand different hints leave the next one read', () => {
  for (let n = 0; n < 10_000; n++) read(`a.b.${n}`, SUBJECT, NOW);
  expect(read(signedHint(), SUBJECT, NOW)).toEqual(FACTS);
});
