import { describe, expect, it } from 'vitest';
import { lookDistance, SAME_LOOK_BITS } from '../../../src/contract/looks.ts';
import { avatarHash } from '../../../src/host/avatar-hash.ts';
import { drawAvatar, coverOf, KINDS, VARIANTS } from '../../fixtures/media/avatars.ts';

const KEY = Uint8Array.from({ length: 32 }, (_, i) => i * 11 + 5);
/** None of those that the weights and the limit were chosen by. */
const SEEDS = [200];
const hash = (...grid: Parameters<typeof coverOf>): Uint8Array => avatarHash(coverOf(...grid), KEY) ?? new Uint8Array();

describe('the picture of somebody who was blocked, brought again', () => {
  const drawn = KINDS.flatMap((kind) => SEEDS.map((seed) => drawAvatar(kind, seed)));
  const before = drawn.map((drawing) => hash(drawing));

  it.each(['saved anew', 'saved badly', 'brighter', 'darker', 'grey'])('%s, is the same', (name) => {
    const [change, side, step] = VARIANTS[name] ?? [];
    const distances = drawn.map((drawing, n) => lookDistance(before[n] ?? new Uint8Array(), hash(change?.(drawing) ?? drawing, side, step)));
    expect(distances.filter((bits) => bits > SAME_LOOK_BITS)).toEqual([]);
  });

  it('cropped by 4 %, is the same more often than not', () => {
    const [change] = VARIANTS['cropped 4 %'] ?? [];
    const found = drawn.filter((drawing, n) => lookDistance(before[n] ?? new Uint8Array(), hash(change?.(drawing) ?? drawing, 160, 8)) <= SAME_LOOK_BITS);
    expect(found.length).toBeGreaterThan(drawn.length / 2);
  });

  it('is the same from covers of 24 and of 32 cells', () => {
    for (const [n, drawing] of drawn.entries()) expect(lookDistance(before[n] ?? new Uint8Array(), hash(drawing, 160, 6, 32))).toBeLessThan(SAME_LOOK_BITS / 2);
  });
});

it('pictures that are none of each other are told apart', () => {
  const hashes = KINDS.flatMap((kind) => Array.from({ length: 4 }, (_, n) => hash(drawAvatar(kind, 300 + n))));
  const alike = hashes.flatMap((a, i) => hashes.slice(0, i).map((b) => lookDistance(a, b)).filter((bits) => bits <= SAME_LOOK_BITS));
  expect(alike).toEqual([]);
});
