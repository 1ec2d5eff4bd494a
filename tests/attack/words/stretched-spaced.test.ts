import { describe, expect, it } from 'vitest';
import { drawing, makeCases } from '../../fixtures/disguises/cases.ts';
import { finderOf } from '../../fixtures/disguises/finder.ts';
import { expectLeftAlone, tally } from '../../fixtures/disguises/judge.ts';
import { leetSymbols } from '../../fixtures/disguises/leet.ts';
import { masked, stretched } from '../../fixtures/disguises/shape.ts';
import { emojiWithSpaces, newlines, separatedWithSpaces, spaced } from '../../fixtures/disguises/spacing.ts';
import { together } from '../../fixtures/disguises/spelling.ts';
import { TERMS } from '../../fixtures/disguises/terms.ts';

/** Terms of three letters are disguised in one way only. Without phrases in the list, which have more of a text read. */
const terms = TERMS.filter((term) => term.length > 3);
const find = finderOf(terms);

describe('letters apart that are disguised in another way too', () => {
  it.each([
    ['stretched, with spaces', stretched, spaced, 0.99], ['stretched, on lines of their own', stretched, newlines, 0.99],
    ['stretched, with a mark and spaces', stretched, separatedWithSpaces, 0.99], ['one of them masked, with emoji and spaces', masked, emojiWithSpaces, 0.99],
    ['stretched, with emoji and spaces', stretched, emojiWithSpaces, 0.99], ['signs for some, with spaces', leetSymbols, spaced, 0.97],
  ])('%s', (_, shape, gap, bar) => {
    const { caught, missed } = tally(find, makeCases(drawing(together(shape, gap)), { terms, perTerm: 6 }));
    expect(caught, missed.slice(0, 12).join('\n')).toBeGreaterThanOrEqual(bar);
  });

  it('are laughter, lists and tables elsewhere', () => {
    expectLeftAlone(['haha', 'also', 'valve', 'area', 'bill', 'aaron', 'moon', 'cool'], [
      'ha haaa ha', 'a lll so', 'aaa re a', '| b | 1 |', 'aaa ron b', 'm oon', 'c oo ll', 'mmm oooh no', 'a aaa aa',
    ]);
  });
});
