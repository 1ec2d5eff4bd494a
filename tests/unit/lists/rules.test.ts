import { describe, expect, it } from 'vitest';
import { cleanList } from '../../../scripts/build/lists/rules.ts';

/** Enough of the kernel's folding for these words. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase();
const list = (tag: string, texts: readonly string[], clean: readonly string[] = []) => cleanList({ tag, texts, clean: new Set(clean) }, fold);

describe('what is left out of a default list', () => {
  it.each(['schoolhouse plum', 'a plum boy', 'TEEN plum', 'plum child', 'plùm çhild'])('names young people: %s', (text) => {
    expect(list('en', [text, 'plum'])).toMatchObject({ texts: ['plum'], dropped: { minors: 1 } });
  });

  it('tries a language’s words for young people in that language alone', () => {
    expect(list('sv', ['barn', 'päron']).texts).toEqual(['päron']);
    expect(list('en', ['barn', 'pear']).texts).toEqual(['barn', 'pear']);
  });

  it('says how many went for which reason', () => {
    const texts = ['plum', 'Plum ', 'plúm', 'x', 'X1', '18+', '🍑', 'q'.repeat(65), 'quince', 'kid plum', 'pear  tree'];
    expect(list('en', texts, ['quince'])).toEqual({
      tag: 'en', texts: ['pear tree', 'plum', '🍑'], dropped: { minors: 1, short: 2, signs: 1, long: 1, clean: 1, duplicate: 2 },
    });
  });

  it('has one order, whatever the order of the source', () => {
    expect(list('en', ['quince', 'plum', 'pear']).texts).toEqual(list('en', ['pear', 'quince', 'plum']).texts);
  });
});
