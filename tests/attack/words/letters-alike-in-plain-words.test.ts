import { describe, it } from 'vitest';
import { expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';

/** u and v, and a capital I and l, are read as each other where a word is disguised; everyday words beside one are what they are. */
describe('everyday words beside a disguised one', () => {
  it('are not read as others', () => {
    expectLeftAlone(['ualve', 'ualue', 'saue', 'vsval', 'toll', 'mall', 'fall', 'lts'], [
      'm4rzipan value', 'value m@rzipan', 'save m*rzipan, it is', 'p1um as usual', 'MAIL m4rzipan', 'TOIL and p1um', 'FAIL: p1um', 'Its m4rzipan',
    ]);
  });

  it('are where something else in them is disguised too, or what stands there is no word', () => {
    expectHits(['umbrella', 'plain', 'velvet', 'lantern'], { 'a vmbre11a': 'vmbre11a', 'so pIain, m4rzipan': 'pIain', 'u e l u e t it': 'u e l u e t', 'a I4ntern': 'I4ntern', 'uelvet m4rzipan': 'uelvet' });
  });
});
