import { describe, expect, it } from 'vitest';
import { authoredRows, COPIES } from '../../../models/scam/authored.ts';
import { corpusTags, readCorpus } from '../../../models/scam/corpus-files.ts';
import { SLOT_VALUES } from '../../../models/scam/slot-values.ts';

const TAGS = ['de', 'th', 'hi-Latn'];

describe('rows of the authored corpus', () => {
  it('are the same for a seed, others for another, and one language does not change another', () => {
    const rows = authoredRows(5, COPIES, TAGS);
    expect(authoredRows(5, COPIES, TAGS)).toEqual(rows);
    expect(authoredRows(6, COPIES, TAGS)).not.toEqual(rows);
    expect(authoredRows(5, COPIES, ['th'])).toEqual(rows.filter(({ lang }) => lang === 'th'));
  });

  it('have every slot filled, and as many draws of a text as were asked for, the first as it was written', () => {
    const rows = authoredRows(5, { scam: 2, benign: 1 }, TAGS);
    expect(rows.filter(({ text }) => /\{\w+\}/u.test(text))).toEqual([]);
    const texts = TAGS.flatMap((tag) => readCorpus(tag).texts);
    expect(rows.length).toBe(texts.length + texts.filter(({ label }) => label === 'scam').length);
    const plain = texts.filter(({ text }) => !text.includes('{'));
    const written = new Set(rows.map(({ text }) => text));
    expect(plain.filter(({ text }) => !written.has(text))).toEqual([]);
  });

  it('call honest marketing spam, everything else honest ham, and name families and kinds', () => {
    const rows = authoredRows(5, { scam: 1, benign: 1 }, ['de']);
    expect(new Set(rows.filter(({ label }) => label === 'spam').map(({ name }) => name))).toEqual(new Set(['promotion']));
    expect(new Set(rows.filter(({ label }) => label === 'ham').map(({ name }) => name)).size).toBe(12);
    expect(new Set(rows.filter(({ label }) => label === 'scam').map(({ name }) => name)).size).toBe(16);
  });

  it('have values for the slots of every language', () => {
    expect(Object.keys(SLOT_VALUES).sort()).toEqual([...corpusTags()].sort());
  });
});
