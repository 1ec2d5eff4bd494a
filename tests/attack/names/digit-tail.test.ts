import { it } from 'vitest';
import { expectLike, expectUnlike, NAMES } from '../../fixtures/names.ts';

it('a number behind it, another one, or none', () => {
  for (const name of NAMES) expectLike(name, [`${name}2`, `${name} 99`, `${name}_1987`, `1${name}`, `${name} №7`.replace('№', '#'), `${name} 🇲🇲`]);
  expectLike('Anna Lopez 7', ['Anna Lopez', 'Anna Lopez 99']);
});

it('but words behind it make another name', () => { expectUnlike('Anna Lopez', ['Anna Lopez II', 'Anna Lopez Garcia', 'Dr Anna Lopez']); });
