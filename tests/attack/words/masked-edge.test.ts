import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { maskedEdge } from '../../fixtures/disguises/shape.ts';

describe('the first or last letter behind a mark', () => {
  it('is the letter that the word has there', () => {
    expectCaught(drawing(maskedEdge), 0.97);
  });

  it('is one letter of many where other words are masked too', () => {
    expectHits(['lantern', 'kettle', 'nectarine'], { 'a lanter* or a kettl*!': 'kettl*', 'a lanter*, *ectarine': '*ectarine', 'L@NTER*': 'L@NTER*' });
  });

  it('is none where an everyday word stands there', () => {
    expectLeftAlone(['cello', 'badger', 'planet', 'chart', 'bright', 'wombats', 'abroad', 'another'], ['a cell* here', 'the badge*', 'my plan*', '*hart or *art', '*right*', '*right now', '*broad', '*other']);
  });

  it('is none in emphasis, footnotes, lists, handles and shorter words', () => {
    expectLeftAlone(['parish', 'marias', 'berlina', 'xparis', 'plum', 'zebra', 'berlin', 'hanoi', 'marian', 'tulip', 'oparis'], [
      'in *Pari* now', 'in *old and grey Berli* now', '**Pari**', '_Pari_ _Pari', 'Pari** and Pari***', 'so Maria** said', 'plu*', '*lum', '*ebra*', '#ulip', '@arian', '$arian', 'maria@example.org', 'Berli@ and Berli^',
      'Hano_ and tuli_', 'Berli, Berli. Berli! Berli? Berli: Berli; Berli) Berli" Berli\' Berli… Berli🙂 Berli•', '•aris', '- aris', '*ria*s', 'Tuli*pp', '*xulip',
    ]);
  });

  it('is none of words in other letters or with accents, of which less is known', () => {
    expectLeftAlone(['плохой', 'naïves'], ['плохо*', 'naïve*']);
  });
});
