import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('digits of other scripts', () => {
  it.each(['٤٢', '۴۲', '४२', '৪২', '๔๒', '᠔᠒', '４２', '𝟜𝟚'])('%s is 42, both ways', (digits) => {
    expect(finderOf(['42'])(`so ${digits}!`)).toEqual([{ start: 3, end: 3 + digits.length, term: '42' }]);
    expect(finderOf([digits])('so 42!')).toHaveLength(1);
  });
});
