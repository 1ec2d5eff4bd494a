import { describe, expect, it } from 'vitest';
import { readAs } from './read-as.ts';

describe('spaces between letters', () => {
  it('are left out', () => {
    expect(readAs('please p a y m e n t today')).toBe('please payment today');
    expect(readAs('請 你 轉 帳 到 帳戶')).toBe('請你轉帳到帳戶');
  });

  it('stay between a few, and between digits', () => {
    expect(readAs('i a m here, plan b c or 3 4 5 6')).toBe('i a m here, plan b c or 0 0 0 0');
  });
});
