import { it } from 'vitest';
import { expectLike, expectUnlike } from '../../fixtures/names.ts';

it('digits and signs written for letters', () => {
  expectLike('Anna Lopez', ['4nn4 L0p3z', 'Ann@ Lope2', '@nna L0pez', 'Anna |opez', 'Anna 1opez']);
  expectLike('Mirko Bernardelli', ['M1rko Bernarde11i', 'Mirko Bemardelli', 'Mir|<o Bernardelli'.replace('|<', 'k')]);
});

it('but no other letters', () => { expectUnlike('Anna Lopez', ['Inna Lopez', 'Anno Lopez', 'Anna Lobez']); });
