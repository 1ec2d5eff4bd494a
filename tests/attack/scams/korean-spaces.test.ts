import { describe, expect, it } from 'vitest';
import { createFeatureKernel } from '../../../models/build/kernel.ts';

const kernel = createFeatureKernel();

describe('Korean, which has spaces, in short words', () => {
  it.each(['이 계좌로 돈 좀 보내 줘', '내 계좌로 좀 보내 줘 꼭', '그 앱 깔고 코드 좀 불러 줘'])('stays words: %s', (text) => {
    expect(kernel.fold(text)).toBe(` ${text} `);
  });

  it('is joined where single syllables stand apart, four or more', () => {
    expect(kernel.fold('계 좌 이 체 부탁')).toBe(' 계좌이체 부탁 ');
  });
});
