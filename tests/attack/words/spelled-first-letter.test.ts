import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { spelledFirst } from '../../fixtures/disguises/shape.ts';

describe('a first letter spelled with strokes', () => {
  it('is the letter', () => {
    expectCaught(drawing(spelledFirst), 0.97);
  });

  it('is none of paths, tables, brackets and absolute values', () => {
    expectLeftAlone(['omelette', 'lacorn', 'hat', 'nice', 'iusers', 'lusers', 'lax', 'mall', 'iand', 'oranges', 'lord', 'lob'], [
      'call()melette', '()melette', '[]ranges', '|at|', '||ice||', '|x| + |y|', '/users/all', 'a||b', '|acorn|', '|-|', '|ord|b', '\\\\users\\all', 'and/or', 'and/and/', '!and!',
    ]);
  });
});
