import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';

const ENGLAND = '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';
const WALES = '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}';

describe('flags', () => {
  it('are pairs from the left', () => {
    const find = finderOf(['🇩🇪']);
    expect(find('🇧🇩🇪🇸')).toEqual([]);
    expect(find('🇧🇩🇩🇪🇪🇸')).toEqual([{ start: 4, end: 8, term: '🇩🇪' }]);
    expect(find('a🇩🇪🇩🇪b')).toEqual([{ start: 1, end: 5, term: '🇩🇪' }, { start: 5, end: 9, term: '🇩🇪' }]);
  });

  it('with tags are flags of their own', () => {
    for (const [term, other] of [[ENGLAND, WALES], [WALES, ENGLAND], ['🏴', ENGLAND], [ENGLAND, '🏴'], ['🏴', '🏴‍☠️']] as const) {
      expect(finderOf([term])(`${other} ${other}`), `${term} ${other}`).toEqual([]);
      expect(finderOf([term])(`x${term}x`)).toEqual([{ start: 1, end: 1 + term.length, term }]);
    }
  });

  it('hide nothing behind tags that are part of no flag', () => {
    expect(finderOf(['👍'])('👍\u{e0067}\u{e007f}')).toHaveLength(1);
  });
});
