import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { bidiControls } from '../../fixtures/disguises/marks.ts';

describe('controls of direction', () => {
  it('are nothing between letters', () => {
    expectCaught(drawing(bidiControls), 1);
  });

  it('are nothing around a word', () => {
    expectHits(['plum'], { '\u2067a \u200eplum\u200f\u2069 b': 'plum', 'שלום \u202aplum\u202c שלום': 'plum', '\u2068plum\u2069': 'plum' });
  });

  it('do not turn a word round: only an override does', () => {
    expectLeftAlone(['pool', 'mulp', 'stop'], ['\u202bloop\u202c', '\u2067plum\u2069', 'שלום \u2068pots\u2069 שלום', '\u202dpots\u202c', '\u200floop\u200f']);
  });
});
