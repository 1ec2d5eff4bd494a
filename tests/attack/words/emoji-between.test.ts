import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { anyEmoji, emojiWithSpaces, sameEmoji } from '../../fixtures/disguises/spacing.ts';

describe('letters with emoji between them', () => {
  it('are one word', () => {
    for (const disguise of [sameEmoji, anyEmoji, emojiWithSpaces]) expectCaught(drawing(disguise), 0.97);
  });

  it('are words of their own where they are words', () => {
    expectLeftAlone(['carpet', 'island', 'some', 'iu', 'goat', 'heart'], ['car 🚗 pet 🐶', 'is🏝️land', 'so 🙂 me', 'I ❤️ you', 'go 🏃 at', 'he 🙂 art', 'a 🍎 b']);
    expectHits(['car', 'pet'], { 'car🚗': 'car', '🐶pet🐶': 'pet' });
  });
});
