import { describe, expect, it } from 'vitest';
import { linksOf, reasonsOf } from '../../fixtures/links/verdict.ts';

describe('one label of several scripts', () => {
  it.each(['https://exаmple.com', 'https://gοοgle-example.org', 'https://пpимep.com', 'https://xn--exmple-4nf.com', 'https://бαр.example'])('is told: %s', (text) => {
    expect(reasonsOf(text)).toContain('mixed-script');
    expect(linksOf(text)[0]?.inert).toBe(true);
  });

  it.each(['https://пример.example.com', 'https://日本shop.jp', 'https://ソニーsony.jp', 'https://việt-nam.vn', 'https://straße1.de', 'https://правда-24.com'])('is not seen in %s', (text) => {
    expect(reasonsOf(text)).not.toContain('mixed-script');
  });
});
