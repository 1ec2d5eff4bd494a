import { describe, expect, it } from 'vitest';
import { linksOf, reasonsOf } from '../../fixtures/links/verdict.ts';

describe('text that names another host than the target', () => {
  it.each([
    ['example.com', 'https://other.example'],
    ['https://example.com/login', 'https://example.com.other.example/login'],
    ['example.com', 'https://example.com@other.example'],
    ['example.co.uk', 'https://other.co.uk'],
    ['alice.github.io', 'https://bob.github.io'],
    ['example[.]com', 'https://other.example'],
    ['example.com', 'https:\\\\other.example'],
    ['example.com', 'https:other.example'],
    ['example.com', '//other.example/x'],
    ['exаmple.com', 'https://example.com'],
    ['example.com', 'hxxps://other.example'],
    ['mailto:plum@example.com', 'mailto:plum@other.example'],
  ])('is told: %s → %s', (text, href) => {
    expect(reasonsOf(text, href)).toContain('target-differs');
    expect(linksOf(text, { href })[0]).toMatchObject({ inert: true });
  });

  it.each([
    ['example.com', 'https://www.example.com/'],
    ['example.com', 'https://login.example.com/x'],
    ['shop.example.co.uk', 'https://example.co.uk'],
    ['пример.рф', 'https://xn--e1afmkfd.xn--p1ai/'],
    ['MÜLLER.de', 'https://xn--mller-kva.de'],
    ['example[.]com', 'https://example.com'],
    ['example。com', 'https://example.com'],
    ['press here', 'https://other.example'],
    ['call 555-010-9999', 'tel:5550109999'],
    ['exam\u00adple.com', 'https://example.com'],
  ])('is the same holder: %s → %s', (text, href) => {
    expect(reasonsOf(text, href)).not.toContain('target-differs');
  });

  it('is told by the whole host without the table', () => {
    expect(reasonsOf('example.com', 'https://login.example.com', false)).toEqual(['target-differs']);
    expect(reasonsOf('example.com', 'https://www.example.com', false)).toEqual([]);
  });
});
