import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { oneSpace } from '../../fixtures/disguises/spacing.ts';

describe('one space inside a word', () => {
  it('does not divide it', () => {
    expectCaught(drawing(oneSpace), 0.97);
  });

  it('divides two words', () => {
    expectLeftAlone(['today', 'cannot', 'someone', 'input', 'update', 'carpet', 'island', 'workout', 'setup', 'without', 'together', 'maybe', 'itself', 'forget', 'pasta'], [
      'to day', 'can not', 'some one', 'in put', 'up date', 'a car pet', 'is land', 'work out', 'set up', 'with out', 'to get her', 'may be', 'it self', 'for get', 'past a',
    ]);
  });

  it('divides short words, and parts of longer ones', () => {
    expectLeftAlone(['sock', 'oboe', 'plum', 'icon'], ['s ock', 'ob oe', 'pl um', 'i con', 'so ck']);
    expectLeftAlone(['marzipan', 'otter'], ['mar zipans', 'amar zipan', 'ott ers', 'lott er']);
  });
});
