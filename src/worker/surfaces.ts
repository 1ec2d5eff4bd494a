import { LIMITS } from '../contract/limits.ts';
import { isScored, type SurfaceList, type SurfaceText } from '../contract/surfaces.ts';

/** A surface as the kernel reads it: named for the verdict, marked where the scam model reads it too. */
export interface ReadSurface extends SurfaceText {
  readonly scored: boolean;
}

export interface ReadSurfaces {
  readonly surfaces: readonly ReadSurface[];
  /** Something lies past `LIMITS.surfaces` or `LIMITS.messageUnits` and was not looked at. */
  readonly cut: boolean;
}

/**
 * What of a message is read. Where it is longer than the limit, every surface keeps its fair share, short ones whole:
 * a long text must not push a word in a name or a poll out of sight.
 */
export function surfacesToRead({ surfaces, cut }: SurfaceList): ReadSurfaces {
  let total = 0;
  for (const { text } of surfaces) total += text.length;
  if (total <= LIMITS.messageUnits) {
    return { surfaces: surfaces.map(({ name, text }) => ({ name, text, scored: isScored(name) })), cut };
  }
  const share = fairShare(surfaces.map(({ text }) => text.length), LIMITS.messageUnits);
  return { surfaces: surfaces.map(({ name, text }) => ({ name, text: cutAt(text, share), scored: isScored(name) })), cut: true };
}

/** At most so many units; a pair is not divided, or a cut would read like a sender's half of one. */
function cutAt(text: string, units: number): string {
  if (text.length <= units) return text;
  return text.slice(0, (text.charCodeAt(units - 1) & 0xfc00) === 0xd800 ? units - 1 : units);
}

/** The longest length that all may have without the sum passing `limit`. O(n log n), n ≤ `LIMITS.surfaces`. */
function fairShare(lengths: readonly number[], limit: number): number {
  let left = limit;
  let waiting = lengths.length;
  for (const length of [...lengths].sort((a, b) => a - b)) {
    if (length * waiting > left) break;
    left -= length;
    waiting--;
  }
  return Math.floor(left / waiting);
}
