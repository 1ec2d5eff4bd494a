import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';

/** Straight, right and left quotation mark, reversed one, modifier letters apostrophe and turned comma, full width. */
const FORMS = ["'", '’', '‘', '‛', 'ʼ', 'ʻ', '＇'];

describe('apostrophes', () => {
  it('are one: a phone writes the curly one where a list has the straight one', () => {
    for (const listed of FORMS) {
      for (const written of FORMS) {
        const term = `o${listed}mellow`;
        const text = `an O${written}Mellow came`;
        expect(finderOf([term])(text), `${listed} ${written}`).toEqual([{ start: 3, end: 11, term }]);
      }
    }
  });

  it('stay where boundaries are decided: a genitive ends a word, an elided article begins one, other words go on', () => {
    for (const form of FORMS.slice(0, 2)) {
      expect(finderOf(['plum'])(`the plum${form}s stone`)).toHaveLength(1);
      expect(finderOf(['idiot'])(`l${form}idiot`)).toHaveLength(1);
      expect(finderOf(['ai'])(`j${form}ai vu`)).toEqual([]);
      expect(finderOf([`omellow`])(`a mellow o${form}`)).toEqual([]);
    }
  });

  it('that open and close a quotation are no part of the word', () => {
    expect(finderOf(['plum'])('a ‘plum’ pie')).toEqual([{ start: 3, end: 7, term: 'plum' }]);
    expect(finderOf(['ill'])('I’ll go')).toEqual([]);
  });
});
