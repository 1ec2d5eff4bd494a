import { describe, expect, it } from 'vitest';
import { CHECKERS_EVERYWHERE, FACT_CHECKERS } from '../../../src/ui/help/fact-checkers.ts';
import { helpGroups, hostOf, phoneHref, webHref } from '../../../src/ui/help/help-order.ts';
import { EVERYWHERE, REGIONS } from '../../../src/ui/help/regions.ts';

const ALL = [...Object.entries(REGIONS), ['everywhere', EVERYWHERE] as const, ...Object.entries(FACT_CHECKERS), ['everywhere', CHECKERS_EVERYWHERE] as const].flatMap(([region, services]) => services.map((service) => [`${region} ${service.name}`, service] as const));

describe('the directory of help', () => {
  it.each(ALL)('%s can be reached, and names the page and the day', (_, { name, phone, web, source, checked }) => {
    expect(name.trim()).toBe(name);
    expect([phone, web].filter((way) => way !== undefined).length).toBeGreaterThan(0);
    if (phone !== undefined) expect(phoneHref(phone)).toMatch(/^tel:\d{2,15}$/u);
    if (web !== undefined) expect(new URL(webHref(web) ?? '').host).toBe(web);
    expect(new URL(source).protocol).toMatch(/^https?:$/u);
    expect(new Date(`${checked}T00:00:00Z`).toISOString().slice(0, 10)).toBe(checked);
  });

  it('goes by region codes, each service once, and has one for everywhere', () => {
    expect(Object.keys(REGIONS).filter((code) => !/^[A-Z]{2}$/u.test(code))).toEqual([]);
    for (const services of Object.values(REGIONS)) expect(new Set(services.map(({ name }) => name)).size).toBe(services.length);
    expect(EVERYWHERE.length).toBeGreaterThan(0);
  });

  it('keeps who checks rumours apart from who helps: sites alone, and none among the help lines', () => {
    expect(Object.keys(FACT_CHECKERS).filter((code) => !/^[A-Z]{2}$/u.test(code))).toEqual([]);
    for (const { for: whom, web, phone } of [...Object.values(FACT_CHECKERS).flat(), ...CHECKERS_EVERYWHERE]) expect([whom, web === undefined, phone]).toEqual(['facts', false, undefined]);
    expect([...Object.values(REGIONS).flat(), ...EVERYWHERE].filter((one) => one.for === 'facts')).toEqual([]);
    // Where it began.
    expect(Object.keys(FACT_CHECKERS)).toContain('MM');
  });

  it('shows danger first, then what is for the reader, then the rest', () => {
    const one = (of: 'emergency' | 'young' | 'all') => ({ name: of, for: of, phone: '112', source: 'https://a.example/', checked: '2026-11-22' }) as const;
    const order = (ageBand: 'adult' | 'teen' | 'unknown', ...kinds: readonly ('emergency' | 'young' | 'all')[]): string =>
      helpGroups(kinds.map(one), [one('young')], ageBand).map((group) => group.for).join(' ');
    expect(order('teen', 'all', 'young', 'emergency')).toBe('emergency young all everywhere');
    expect(order('unknown', 'all', 'young')).toBe('young all everywhere');
    expect(order('adult', 'young', 'all', 'emergency')).toBe('emergency all young everywhere');
    expect(order('adult')).toBe('everywhere');
    expect(helpGroups(CHECKERS_EVERYWHERE, [], 'teen').map((group) => group.for)).toEqual(['facts']);
  });

  it.each(['javascript:alert(1)', '', 'a b.example', 'https://a.example', 'a', '//a.example', 'a.example/path'])('makes no address of %j', (text) => {
    expect([webHref(text), phoneHref(text)]).toEqual([undefined, undefined]);
  });

  it('names the host of a page, and what is no address as it is', () => { expect([hostOf('https://a.example/x?y'), hostOf('our own list')]).toEqual(['a.example', 'our own list']); });

  it('dials digits alone', () => { expect([phoneHref('1-800-422-4453'), phoneHref('+49 (0)30 1'), phoneHref('1'), phoneHref('112;ext=1')]).toEqual(['tel:18004224453', 'tel:+490301', undefined, undefined]); });
});
