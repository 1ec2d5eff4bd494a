import { it } from 'vitest';
import { expectLike, expectUnlike } from '../../fixtures/names.ts';

it('two letters that look like one', () => {
  expectLike('Mirko Bernardelli', ['rnirko Bernardelli', 'Mirko Bemardelli']);
  expectLike('Walter Winkelmann', ['VValter VVinkelmann', 'vvalter Winkelmann', 'VVALTER VVINKELMANN', 'WaIter VVinkeImann']);
  expectUnlike('Walter Winkelmann', ['Valter Vinkelmann', 'VVValter Winkelmann']);
  expectUnlike('Mirko Bernardelli', ['Nirko Bernardelli', 'Mirko Benardelli']);
});
