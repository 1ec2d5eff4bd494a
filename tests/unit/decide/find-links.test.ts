import { describe, expect, it } from 'vitest';
import { findLinks, plainUnits } from '../../../src/decide/find-links.ts';
import { linkCases } from '../../fixtures/links/cases.ts';
import { FINDERS, honestTexts, measureLinks, phoneExamples, share } from '../../fixtures/links/measure.ts';
import { topLevels } from '../../../assembly/tables/build/suffix-rules.ts';

describe('the corpus of links', () => {
  const cases = linkCases();
  const { links, others } = measureLinks(cases, FINDERS.requests);
  it('holds at least 400 texts with a link and 400 without', () => {
    for (const scores of [links, others]) expect(scores.reduce((sum, { texts }) => sum + texts, 0)).toBeGreaterThanOrEqual(400);
  });
  it('has 99 of 100 links found in requests, and no kind left out', () => {
    expect(share(links)).toBeGreaterThanOrEqual(0.99);
    for (const { kind, right, texts } of links) expect(right / texts, kind).toBeGreaterThan(0.9);
  });
  it('has nine of ten found from people one knows once the table is in, and four of five before', () => {
    expect(share(measureLinks(cases, FINDERS['known, with the table']).links)).toBeGreaterThanOrEqual(0.9);
    expect(share(measureLinks(cases, FINDERS['known, without']).links)).toBeGreaterThanOrEqual(0.8);
  });
  it('has 95 of 100 others left alone from people one knows, 90 with the table', () => {
    expect(share(measureLinks(cases, FINDERS['known, without']).others)).toBeGreaterThanOrEqual(0.95);
    expect(share(measureLinks(cases, FINDERS['known, with the table']).others)).toBeGreaterThanOrEqual(0.9);
  });
  it('gives a range in requests to at most one of 100 honest texts that has none from people one knows', () => {
    const honest = honestTexts().filter((text) => FINDERS['known, without'](text).length === 0);
    expect(honest.length).toBeGreaterThan(4_000);
    expect(honest.filter((text) => FINDERS.requests(text).length > 0).length / honest.length).toBeLessThan(0.01);
  });
  it('has every top level domain found in requests, and of three letters and more with the table', () => {
    for (const top of topLevels()) {
      const text = `go example.${top} now`;
      const range = expect.objectContaining({ start: 3, end: text.length - 4 }) as unknown;
      expect(FINDERS.requests(text), top).toContainEqual(range);
      if (/^[a-z]{3,}$/u.test(top)) expect(FINDERS['known, with the table'](text), top).toContainEqual(range);
    }
  });
  it('has the mobile numbers of libphonenumber found: international all, national but for those of six digits and fewer', () => {
    for (const [region, national, international] of phoneExamples()) {
      const forms = national.replace(/\D/gu, '').length > 6 ? [national, international] : [international];
      for (const form of forms) expect(FINDERS.requests(form), `${region} ${form}`).toEqual([{ start: 0, end: form.length, phone: true }]);
    }
  });
  it('has everything covered in requests that is found from people one knows', () => {
    for (const { text } of cases) {
      const covered = FINDERS.requests(text);
      for (const { start, end } of FINDERS['known, with the table'](text)) expect(covered.some((range) => range.start <= start && end <= range.end), text).toBe(true);
    }
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

describe('plainUnits', () => {
  it('keeps every unit a unit, and reads digits of any script but Limbu', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const char = String.fromCharCode(unit);
      expect(plainUnits(`a${char}b`)).toHaveLength(3);
    }
    for (const [digits, plain] of [['٠١٩', '019'], ['۰۱۹', '019'], ['०१९', '019'], ['௦௧௯', '019'], ['෦෧෯', '019'], ['๐๑๙', '019'], ['၀၁၉', '019'], ['០១៩', '019'], ['０１９', '019'], ['ａ－ｚ：', 'a-z:']] as const) expect(plainUnits(digits)).toBe(plain);
  });
});
