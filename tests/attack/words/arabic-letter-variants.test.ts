import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('Arabic and Persian spellings of a letter', () => {
  it.each([
    ['كتاب', ['کتاب', 'ڪتاب', 'كــتــاب', 'كِتَاب', 'ﻛﺘﺎﺏ']], ['أحمد', ['احمد', 'إحمد', 'ٱحمد', 'آحمد', 'أحمد']],
    ['على', ['علي', 'علی']], ['مدرسة', ['مدرسه', 'مدرسہ', 'مدرسۀ']], ['مسؤول', ['مسوول']], ['شاطئ', ['شاطي', 'شاطى']], ['۲۴ساعت', ['٢٤ساعت']],
  ])('%s is the same word in each, both ways', (term, forms) => {
    for (const form of forms) {
      expect(finderOf([term])(`قال ${form}،`), form).toEqual([{ start: 4, end: 4 + form.length, term }]);
      expect(finderOf([form])(term), form).toHaveLength(1);
    }
  });

  it('are other words where letters differ, and parts of words are none', () => {
    for (const [term, text] of [['كتاب', 'كتب كاتب'], ['علم', 'عالم معلم'], ['باب', 'بابا'], ['سر', 'شر']] as const) {
      expect(finderOf([term])(text), text).toEqual([]);
    }
  });
});
