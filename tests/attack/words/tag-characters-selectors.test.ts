import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { selectors, tagCharacters } from '../../fixtures/disguises/marks.ts';

describe('tag characters and variation selectors', () => {
  it('are nothing between letters', () => {
    expectCaught(drawing(tagCharacters), 1);
    expectCaught(drawing(selectors), 1);
  });

  it('spell nothing in a flag', () => {
    expectLeftAlone(['eng', 'gbeng', 'gb'], ['\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} won', 'so \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}']);
  });

  it('do not end a word', () => {
    expectLeftAlone(['car', 'pet'], ['car\ufe0fpet', 'scar\ufe0f', 'pet\u{e0100}s']);
  });
});
