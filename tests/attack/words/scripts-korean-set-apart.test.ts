import { describe, it } from 'vitest';
import { expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';

describe('Korean syllables set apart', () => {
  it('are a word of two where no writing has the mark', () => {
    expectHits(['바다', '나무', '바다표범'], { '큰 바*다': '바*다', '바_다!': '바_다', '나^무 또': '나^무', '나##무': '나##무', '바.다.표.범': '바.다.표.범' });
  });

  it('are two words where it has', () => {
    expectLeftAlone(['바다', '나무'], ['바 다', '바.다', '바-다', '바, 다', '바/다', '나🙂무', '바*다표', '큰바*다', '김바*다']);
  });
});
