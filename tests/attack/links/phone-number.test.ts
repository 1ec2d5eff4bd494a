import { describe, expect, it } from 'vitest';
import { linksOf } from '../../fixtures/links/verdict.ts';

describe('a telephone number', () => {
  it('is inert in a request, under a reason of its own, and live elsewhere', () => {
    const text = 'call (030) 123 45 67 now';
    expect(linksOf(text, { from: 'stranger' })).toEqual([{ surface: 'text', start: 5, end: 20, inert: true, why: ['request', 'phone-number'] }]);
    expect(linksOf(text, { from: 'accepted' })).toEqual([{ surface: 'text', start: 5, end: 20, inert: false, why: ['phone-number'] }]);
  });

  it.each(['on 01.02.2024 12:30', '2024-01-15 10:30', 'order 482130', '1.000.000.000', '12.500.000', '0.123456789'])('is not seen in %s', (text) => {
    expect(linksOf(text)).toEqual([]);
  });
});
