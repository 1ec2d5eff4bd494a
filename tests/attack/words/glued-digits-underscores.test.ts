import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { glued } from '../../fixtures/disguises/shape.ts';

describe('digits and underscores glued to a word', () => {
  it('do not hide it', () => {
    expectCaught(drawing(glued), 0.97);
  });

  it('are part of ordinals, units and names of things', () => {
    expectLeftAlone(['st', 'nd', 'th', 'pm', 'am', 'kg', 'max', 'length', 'user', 'plum', 'id'], [
      'the 1st, 2nd, 4th and 21st', 'at 5pm or 10am', '20kg', 'plums2', '2aplum', 'my_plumage', 'aplum_',
    ]);
  });
});
