import { describe, expect, it } from 'vitest';
import { readAs } from './read-as.ts';

describe('signs between letters', () => {
  it.each(['.', '-', '*', '_'])('are left out: %s', (sign) => {
    expect(readAs(`please ${[...'payment'].join(sign)}, now`)).toBe('please payment, now');
  });

  it('stay in abbreviations, words with hyphens and addresses', () => {
    expect(readAs('the U.S.A., a follow-up, e.g. x-ray at www.a.b.example/c-d-e-f')).toBe('the u.s.a., a follow-up, e.g. x-ray at www.a.b.example/c-d-e-f');
    expect(readAs('a.b.c.dog')).toBe('a.b.c.dog');
  });
});
