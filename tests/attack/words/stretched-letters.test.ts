import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { stretched } from '../../fixtures/disguises/shape.ts';

describe('stretched letters', () => {
  it('are the letters once', () => {
    expectCaught(drawing(stretched), 0.97);
  });

  it('are stretched: a doubled letter is another word', () => {
    expectLeftAlone(['god', 'met', 'bet', 'ten', 'hop', 'los', 'of', 'to', 'led', 'fed', 'bot', 'rod', 'sop', 'later', 'diner', 'super', 'coma', 'tapping', 'hoping'], [
      'good', 'meet', 'beet', 'teen', 'hoop', 'loss', 'off', 'too', 'leed', 'feed', 'boot', 'rood', 'soop', 'latter', 'dinner', 'supper', 'comma', 'taping', 'hopping',
    ]);
    expectLeftAlone(['good', 'meet', 'hoop', 'latter', 'dinner'], ['god', 'met', 'hop', 'later', 'diner', 'gggod', 'mmmet', 'laterrrr']);
    expectHits(['god', 'meet'], { 'oh gooood': 'gooood', 'we meeeet': 'meeeet', 'oh god': 'god' });
  });

  it('are no separate words', () => {
    expectLeftAlone(['ham', 'so'], ['hammmmer', 'shaaaame', 'soooon', 'alsoooo']);
  });
});
