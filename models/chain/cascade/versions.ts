import { PASSED_ON } from '../passed-on.ts';
import { ABOUT, unitOf } from './draws.ts';

/** How one text became many: a tree of versions. A version is a number that whoever made it has. */
export interface Versions {
  /** The text as it came in. */
  readonly root: number;
  /** @returns the number of the version that `maker` made of another one */
  make(maker: number, of: number): number;
  /** How often the text was changed on the way from the one to the other. */
  apart(a: number, b: number): number;
  /** Whether a device takes them for near-copies. */
  areNear(a: number, b: number): boolean;
}

/**
 * @param seed with `text`, decides which pairs of versions are found; how often, by how often the text was changed between them, is what was measured on the authored corpus by the kernel that ships
 * @param found by number of changes from 0
 */
export function createVersions(seed: number, text: number, found: readonly number[] = foundAfterChanges()): Versions {
  const above = new Map<number, { readonly of: number; readonly depth: number }>();
  const near = new Map<number, boolean>();
  const root = -1;
  const depth = (version: number): number => above.get(version)?.depth ?? 0;
  const parent = (version: number): number => above.get(version)?.of ?? root;
  const apart = (a: number, b: number): number => {
    let [one, other, steps] = [a, b, 0];
    while (one !== other) {
      if (depth(one) >= depth(other)) one = parent(one);
      else other = parent(other);
      steps++;
    }
    return steps;
  };
  return {
    root, apart,
    make(maker, of) {
      above.set(maker, { of, depth: depth(of) + 1 });
      return maker;
    },
    areNear(a, b) {
      if (a === b) return true;
      const [less, more] = a < b ? [a, b] : [b, a];
      const key = (more + 1) * 0x4000000 + less + 1;
      let answer = near.get(key);
      if (answer === undefined) {
        const share = found[Math.min(apart(a, b), found.length - 1)] ?? 0;
        near.set(key, answer = unitOf(seed, ABOUT.near, text, less, more) < share);
      }
      return answer;
    },
  };
}

/** Share of letters that are still found after so many changes; of Burmese ones, for 2017 was in Burmese. */
export function foundAfterChanges(lang: keyof typeof PASSED_ON.found = 'my'): readonly number[] {
  return [1, ...PASSED_ON.found[lang].map(({ hits, n }) => hits / n)];
}
