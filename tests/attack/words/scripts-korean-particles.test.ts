import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('Korean words with particles', () => {
  it.each(['은', '는', '이', '가', '을', '를', '에', '에서', '의', '도', '만', '로', '으로', '와', '과', '랑', '하고', '에게', '처럼', '같이', '부터', '보다', '들', '님', '야', '입니다', '이다'])(
    'are found before %s', (particle) => {
      for (const term of ['바다', '사람']) expect(finderOf([term])(`큰 ${term}${particle} 좋다`)).toEqual([{ start: 2, end: 4, term }]);
    });

  it('are not found inside other words', () => {
    for (const [term, text] of [['바다', '바닷물 바다표범 큰바다'], ['나무', '나무늘보 소나무'], ['개', '개인 개가 개나리']] as const) expect(finderOf([term])(text), text).toEqual([]);
  });

  it('are the same from jamo', () => {
    expect(finderOf(['바다'])('바다'.normalize('NFD'))).toHaveLength(1);
  });
});
