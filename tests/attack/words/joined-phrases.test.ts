import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { PHRASES } from '../../fixtures/disguises/terms.ts';
import { joined } from '../../fixtures/disguises/spacing.ts';

describe('phrases with marks for their spaces', () => {
  it('are the phrases', () => {
    expectCaught(drawing(joined), 0.97, { terms: PHRASES, perTerm: 20 });
  });

  it('are so where their words are disguised too', () => {
    expectHits(['cold soup', 'tin of beans'], {
      'a c0ld-soup!': 'c0ld-soup', 'c.o.l.d-s.o.u.p': 'c.o.l.d-s.o.u.p', 'see cold_$oup': 'cold_$oup', 'tin_of-beans': 'tin_of-beans', 'https://example.org/cold-soup': 'cold-soup', 'cold/soooup': 'cold/soooup',
    });
  });

  it('are none where marks part them, or with no mark at all', () => {
    expectLeftAlone(['cold soup', 'the rapist', 'pina colada', 'a b', 'so up'], [
      'cold - soup', 'cold- and soup', 'coldsoup', 'cold-soups', 'scold-soup', 'therapist', 'the-rapists', "cold'soup", 'cold, soup', 'pina, colada', 'cold--soup', 'a/b', 'soup', 's-oup',
    ]);
  });
});
