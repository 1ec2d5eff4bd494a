import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('Hebrew final forms', () => {
  it('are their letters, wherever they stand', () => {
    for (const [term, text] of [['שלום', 'שלומ'], ['ארץ', 'ארצ'], ['כסף', 'כספ'], ['מלך', 'מֶלֶך'], ['לבן', 'לבנ']] as const) {
      expect(finderOf([term])(`זה ${text}.`), text).toHaveLength(1);
      expect(finderOf([text])(term), text).toHaveLength(1);
    }
  });

  it('end no word before its suffix', () => {
    expect(finderOf(['מלך'])('מלכים')).toEqual([]);
  });
});
