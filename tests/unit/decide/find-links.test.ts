import { describe, expect, it } from 'vitest';
import { findLinks } from '../../../src/decide/find-links.ts';
import { linkCases } from '../../fixtures/links/cases.ts';
import { measureLinks, share } from '../../fixtures/links/measure.ts';

describe('the corpus of links', () => {
  const { links, others } = measureLinks(linkCases(), findLinks);
  it('holds at least 400 texts with a link and 400 without', () => {
    for (const scores of [links, others]) expect(scores.reduce((sum, { texts }) => sum + texts, 0)).toBeGreaterThanOrEqual(400);
  });
  it('has 99 of 100 links found, and no kind left out', () => {
    expect(share(links)).toBeGreaterThanOrEqual(0.99);
    for (const { kind, right, texts } of links) expect(right / texts, kind).toBeGreaterThan(0.9);
  });
  it('has 95 of 100 others left alone', () => {
    expect(share(others)).toBeGreaterThanOrEqual(0.95);
  });
});

describe('findLinks', () => {
  const linksIn = (text: string): readonly string[] => findLinks(text).map(({ start, end }) => text.slice(start, end));
  it.each([
    ['请看example.com。谢谢', ['example.com']],
    ['_see example.com._', ['example.com']],
    ['a.com,b.org', ['a.com', 'b.org']],
    ['<https://example.com/x>', ['https://example.com/x']],
    ['[plum](https://example.com/x) pear', ['https://example.com/x']],
    ['{"url":"https://example.com"}', ['https://example.com']],
    ['x/example.com but src/main.rs', ['example.com']],
    ['plum@example.com, @plum.de', ['plum@example.com']],
    ['tel:+15550123456 or +1 555 010 9999', ['tel:+15550123456', '+1 555 010 9999']],
    ['$5.example.com', ['5.example.com']],
  ])('%s', (text, links) => {
    expect(linksIn(text)).toEqual(links);
  });

  it('stops at the most that is asked for', () => {
    expect(findLinks('a.co '.repeat(9), 3)).toHaveLength(3);
  });
});
