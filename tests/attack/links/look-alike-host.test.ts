import { describe, expect, it } from 'vitest';
import { linksOf, reasonsOf } from '../../fixtures/links/verdict.ts';

describe('a host that looks like another', () => {
  it.each([
    ['all of one other script', 'https://аррӏе.com/login'],
    ['in Punycode', 'https://xn--80ak6aa92e.com/login'],
    ['with one letter slipped in', 'https://exаmple.com'],
    ['a dotless i', 'https://exampıe.com'],
    ['without a scheme', 'see аррӏе.com/x'],
  ])('is told: %s', (_, text) => {
    expect(reasonsOf(text)).toContain('look-alike-host');
    expect(linksOf(text)[0]).toMatchObject({ inert: true });
    expect(linksOf(text, { from: 'contact' })[0]).toMatchObject({ inert: false });
  });

  it.each([
    'https://example.com', 'https://müller.de', 'https://пример.рф', 'https://яндекс.com', 'https://παράδειγμα.ελ', 'https://例え.jp', 'https://beyoğlu.com', 'https://xn--mller-kva.de', 'https://xn--a.com',
  ])('is not seen in %s', (text) => {
    expect(reasonsOf(text)).toEqual([]);
  });

  it('is not told without the table', () => {
    expect(reasonsOf('https://аррӏе.com', undefined, false)).toEqual([]);
  });
});
