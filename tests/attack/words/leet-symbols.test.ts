import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { leetBoth, leetSymbols } from '../../fixtures/disguises/leet.ts';

describe('symbols for letters', () => {
  it('are the letters', () => {
    expectCaught(drawing(leetSymbols), 0.97);
  });

  it('are the letters beside digits', () => {
    expectCaught(drawing(leetBoth), 0.95);
  });

  it('are punctuation at the edges of words', () => {
    expectLeftAlone(['clap', 'cold', 'chat', 'call', 'hii', 'soi', 'wowi', 'alli', 'yesi', 'stopi', 'noo', 'iand'], [
      'it sat on his (lap)', 'the (old) one', 'my (hat)', '(all welcome)', 'hi!', 'so! what', 'wow!', 'all!', 'yes!! stop!', '(no)', '¡and!',
    ]);
  });

  it('are prices, addresses and signs', () => {
    expectLeftAlone(['sso', 'ss', 'sis', 'ct', 'sss', 'lao', 'lol', 'tab', 'iii', 'hi', 'lo', 'xi'], [
      '$5', '$50', 'it was $5 or $15', '£20 or €30', 'me@home.example', 'write to jon.k@example.org', 'R&B and Q&A', 'C++ and C#', '50% or 100 %',
      '+1 to that', '#1', '@all', '5 + 5 = 10', '$$$', '!!!', '(c) 2026', '5° or 10°', 'a + b', '1 | 0', '*1',
    ]);
  });
});
