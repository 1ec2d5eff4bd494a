import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('the four i of Turkish', () => {
  it('are one letter, in disguises and in capitals', () => {
    for (const text of ['ılık', 'ILIK', 'ilik', 'İLİK', 'i̇lık', '𝚤l𝚤k']) expect(finderOf(['ılık'])(`çok ${text} su`), text).toHaveLength(1);
    for (const text of ['quıet', 'QUİET', 'qu\u0131et', 'qui\u0307et']) expect(finderOf(['quiet'])(text), text).toHaveLength(1);
  });

  it('do not make one word of others', () => {
    for (const [term, text] of [['ılık', 'ilke'], ['kıl', 'kıllı'], ['sınır', 'sınırlar']] as const) expect(finderOf([term])(text), text).toEqual([]);
  });

  it('sharp s is two s, large and small', () => {
    for (const text of ['Straße', 'STRASSE', 'STRAẞE', 'strasse']) for (const term of ['straße', 'strasse', 'STRAẞE']) expect(finderOf([term])(text), text).toHaveLength(1);
  });
});
