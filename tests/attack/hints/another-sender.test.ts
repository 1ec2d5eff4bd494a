import { expect, it } from 'vitest';
import { hintReader } from '../../../src/worker/hint.ts';
import { FACTS, ISSUER, NOW, signedHint, SUBJECT } from '../../fixtures/hints.ts';

const read = hintReader(ISSUER);

it('a hint about one sender says nothing of another, nor the one about them of the next', () => {
  const [mild, grave] = [signedHint({ sub: 'pair-1', newMinors: '0-2' }), signedHint({ sub: 'pair-2' })];
  expect([read(mild, 'pair-1', NOW), read(grave, 'pair-2', NOW)]).toEqual([{ newMinors: '0-2', acceptRatio: 'few' }, FACTS]);
  expect([read(mild, 'pair-2', NOW), read(grave, 'pair-1', NOW)]).toEqual([undefined, undefined]);
});

it('one without a name, or for a sender without one, says nothing', () => {
  expect(read(signedHint({ sub: '' }), '', NOW)).toBeUndefined();
  for (const sub of [undefined, null, 7, [SUBJECT]]) expect([sub, read(signedHint({ sub }), SUBJECT, NOW)]).toEqual([sub, undefined]);
});
