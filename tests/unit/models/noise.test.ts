import { describe, expect, it } from 'vitest';
import { createFeatureKernel } from '../../../models/build/kernel.ts';
import { createRng } from '../../../models/build/rng.ts';
import { careless } from '../../../models/scam/noise.ts';
import { detectWriting } from '../../../src/report/writing.ts';

const ENGLISH = 'Please bring the yellow blanket and the garden chairs before the concert begins on Saturday evening.';
const BURMESE = 'မနက်ဖြန် ကျောင်းမှာ တွေ့ကြမယ်နော်၊ ထမင်းဘူးလည်း ယူလာခဲ့ပါ။';

describe('careless draws', () => {
  const draws = (text: string, lang: string): readonly string[] => {
    const rng = createRng(7);
    return Array.from({ length: 600 }, () => careless(text, lang, rng));
  };

  it('are the same for a seed', () => {
    expect(draws(ENGLISH, 'en')).toEqual(draws(ENGLISH, 'en'));
  });

  it('are disguised now and then, and then read by the kernel as the words they are', () => {
    const kernel = createFeatureKernel();
    const styled = draws(ENGLISH, 'en').filter((text) => /[\u{1d400}-\u{1d433}\uff21-\uff5a\u24b6-\u24e9\u0335\u200b]/u.test(text));
    // Five of eleven disguises leave such signs: 600 / 6 × 5 / 11.
    expect(styled.length).toBeGreaterThan(25);
    expect(styled.length).toBeLessThan(70);
    expect(styled.filter((text) => kernel.fold(text).includes('yellow blanket') || kernel.fold(text).includes('garden chairs')).length).toBeGreaterThan(styled.length * 0.8);
  });

  it('of Burmese are in Zawgyi half of the time', () => {
    const writing = draws(BURMESE, 'my').map((text) => detectWriting([text]).encoding);
    const zawgyi = writing.filter((encoding) => encoding === 'zawgyi').length;
    expect(zawgyi).toBeGreaterThan(200);
    expect(zawgyi).toBeLessThan(400);
  });
});
