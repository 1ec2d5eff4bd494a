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
    ['t.co: https://www.example.com/login', 'https://t.co/x'],
    ['other.example https://example.com', 'https://other.example'],
    ['login.example.security', 'https://other.example'],
    ['LOGIN.Example.Security', 'https://other.example'],
    ['ｅｘａｍｐｌｅ．ｃｏｍ', 'https://other.example'],
    ['example․com', 'https://other.example'],
    ['example.com', 'intent://example.com#Intent;package=org.other;end'],
    ['example.com', 'tel:+19005550100'],
    ['plum@example.com', 'mailto:pear@example.com'],
    ['+1 415 555 0100', 'tel:+19005550100'],
    ['+1 415 555 0100', 'sms:+444155550100'],
    ['call (415) 555-0100', 'tel:112'],
    ['٠١٠٠ ١٢٣ ٤٥٦٧', 'tel:+19005550100'],
    ['+1 415 555 0100', 'tel:*21*14155550100'],
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
    ['call 555-010-9999 or +1 555 010 9999', 'tel:+1-555-010-9999'],
    ['030 9018 2000', 'tel:+493090182000'],
    ['8 (912) 345-67-89', 'tel:+79123456789'],
    ['+44 (0)20 7946 0958', 'sms:+442079460958'],
    ['၀၉ ၂၁၂ ၃၄၅၆ ၇', 'tel:+95921234567'],
    ['plum@example.com', 'mailto:Plum@example.com?subject=x'],
    ['tg://resolve?domain=Plum', 'tg://resolve?domain=Plum'],
    ['ｅｘａｍｐｌｅ．ｃｏｍ', 'https://example.com'],
    ['+1 415 555 0100', 'https://wa.me/15550100'],
    ['exam\u00adple.com', 'https://example.com'],
  ])('is the same holder: %s → %s', (text, href) => {
    expect(reasonsOf(text, href)).not.toContain('target-differs');
  });

  it('is told by the whole host without the table', () => {
    expect(reasonsOf('example.com', 'https://login.example.com', false)).toEqual(['target-differs']);
    expect(reasonsOf('example.com', 'https://www.example.com', false)).toEqual([]);
  });
});
