import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/contract/limits.ts';
import { surfacesToRead } from '../../../src/worker/surfaces.ts';

describe('surfacesToRead', () => {
  const lengths = (...texts: readonly string[]): readonly number[] => (
    surfacesToRead({ surfaces: texts.map((text, n) => ({ name: `pollOptions.${n}` as const, text })), cut: false }).surfaces.map(({ text }) => text.length)
  );

  it('gives every surface its fair share, short ones whole', () => {
    expect(lengths('a'.repeat(LIMITS.messageUnits))).toEqual([LIMITS.messageUnits]);
    expect(lengths('a'.repeat(80_000), 'b'.repeat(10), 'c'.repeat(80_000))).toEqual([32_495, 10, 32_495]);
  });

  it('divides no pair where it cuts', () => {
    expect(lengths('😀'.repeat(40_000))).toEqual([LIMITS.messageUnits]);
    expect(lengths(`a${'😀'.repeat(40_000)}`)).toEqual([LIMITS.messageUnits - 1]);
    expect(lengths('😀'.repeat(40_000), 'b'.repeat(10), `c${'😀'.repeat(40_000)}`)).toEqual([32_494, 10, 32_495]);
  });
});
