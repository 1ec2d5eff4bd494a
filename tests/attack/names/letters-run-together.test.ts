import { it } from 'vitest';
import { expectLike, expectUnlike } from '../../fixtures/names.ts';

it('two letters that look like one', () => {
  expectLike('Mirko Bernardelli', ['rnirko Bernardelli', 'Mirko Bemardelli']);
  expectUnlike('Mirko Bernardelli', ['Nirko Bernardelli', 'Mirko Benardelli']);
});
