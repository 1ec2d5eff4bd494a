import { isNearCopy } from '../../decide/chain.ts';
import type { CaseSketch } from '../../report/moderator.ts';
import type { CaseRecord } from './indicators.ts';

const PLACES = 128;

/**
 * Which cases are about one message: near-copies by the shipped rule, under the same terms, or judged together by the service (`cluster`). For each case the place of the first of its group, its own
 * where it stands alone. Through an index of places, which are of 32 bits: O(n) for texts that have nothing in common, and of copies O(d²) for d different sketches, the same one counted once.
 */
export function copyGroups(cases: readonly CaseRecord[]): readonly number[] {
  const above = cases.map((_unused, at) => at);
  const topOf = (at: number): number => {
    let top = at;
    while (above[top] !== top) top = above[top] as number;
    above[at] = top;
    return top;
  };
  const join = (a: number, b: number): void => {
    const [first, second] = [topOf(a), topOf(b)].sort((one, other) => one - other) as [number, number];
    above[second] = first;
  };
  const named = new Map<string, number>();
  const tables = new Map<string, SketchTable>();
  for (const [at, { cluster, policy = '', sketches = [] }] of cases.entries()) {
    if (cluster !== undefined) join(at, named.get(cluster) ?? at);
    if (cluster !== undefined && !named.has(cluster)) named.set(cluster, at);
    const table = tables.get(policy) ?? new SketchTable();
    tables.set(policy, table);
    for (const sketch of sketches) for (const other of table.add(at, sketch)) join(at, other);
  }
  return cases.map((_unused, at) => topOf(at));
}

class SketchTable {
  readonly #held: { readonly owner: number; readonly size: number }[] = [];
  readonly #same = new Map<string, number>();
  readonly #places = new Map<number, number[]>();

  /** @returns owners of near-copies that came before */
  add(owner: number, { size, sketch }: CaseSketch): readonly number[] {
    const name = `${size} ${sketch}`;
    const same = this.#same.get(name);
    if (same !== undefined) return [same];
    this.#same.set(name, owner);
    const bytes = Buffer.from(sketch, 'base64url');
    const shared = new Map<number, number>();
    const own = this.#held.push({ owner, size }) - 1;
    for (let place = 0; place < PLACES; place++) {
      const least = [0, 1, 2, 3].reduce((sum, byte) => sum + (bytes[byte * PLACES + place] ?? 0) * 256 ** byte, 0);
      const key = place * 2 ** 32 + least;
      const there = this.#places.get(key) ?? [];
      for (const one of there) shared.set(one, (shared.get(one) ?? 0) + 1);
      there.push(own);
      this.#places.set(key, there);
    }
    return [...shared].flatMap(([one, places]) => {
      const held = this.#held[one];
      return held !== undefined && isNearCopy(places, size, held.size) ? [held.owner] : [];
    });
  }
}
