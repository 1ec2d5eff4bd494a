import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { separated, separatedWithSpaces } from '../../fixtures/disguises/spacing.ts';

describe('letters with the same mark between them', () => {
  it('are one word', () => {
    expectCaught(drawing(separated), 0.97);
    expectCaught(drawing(separatedWithSpaces), 0.97);
  });

  it('are one of three letters too right behind a word of one, where no space parts them', () => {
    expectHits(['foo', 'sock'], { 'I f.o.o': 'f.o.o', 'f-o-o I': 'f-o-o', 'a s.o.c.k': 's.o.c.k' });
    expectLeftAlone(['foo', 'dof'], ['I f o o', 'f o o I', 'a d o f']);
  });

  it('are abbreviations, dates and lists', () => {
    expectLeftAlone(['egg', 'train', 'wrti', 'ball', 'amor', 'lean', 'iean', 'pshe', 'andor', 'abct', 'bus', 'io', 'who'], [
      'e.g. great', 'w.r.t. rain', 'N.B. all', 'a.m. or p.m.', 'i.e. an', 'p.s. he', 'and/or', 'a/b/c testing', '10/11/12', '1.2.3', 'b, u so',
      'www.a.b.example', 's.a.', 'i-a', 'w-h-oops',
    ]);
  });
});
