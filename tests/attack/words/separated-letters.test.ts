import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { separated, separatedWithSpaces } from '../../fixtures/disguises/spacing.ts';

describe('letters with the same mark between them', () => {
  it('are one word', () => {
    expectCaught(drawing(separated), 0.97);
    expectCaught(drawing(separatedWithSpaces), 0.97);
  });

  it('are abbreviations, dates and lists', () => {
    expectLeftAlone(['egg', 'train', 'wrti', 'ball', 'amor', 'lean', 'iean', 'pshe', 'andor', 'abct', 'bus', 'io', 'who'], [
      'e.g. great', 'w.r.t. rain', 'N.B. all', 'a.m. or p.m.', 'i.e. an', 'p.s. he', 'and/or', 'a/b/c testing', '10/11/12', '1.2.3', 'b, u so',
      'www.a.b.example', 's.a.', 'i-a', 'w-h-oops',
    ]);
  });
});
