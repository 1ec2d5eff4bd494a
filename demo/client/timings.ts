/** Milliseconds by what was timed, measured on the page: the worker's hop is in them. */
export type Timed = 'start' | 'first' | 'screen' | 'cover' | 'decrypt';

const KEPT = 500;

export class Timings {
  readonly #values = new Map<Timed, number[]>();

  add(what: Timed, milliseconds: number): void {
    const list = this.#values.get(what) ?? [];
    list.push(milliseconds);
    if (list.length > KEPT) list.shift();
    this.#values.set(what, list);
  }

  count(what: Timed): number {
    return this.#values.get(what)?.length ?? 0;
  }

  last(what: Timed): number | undefined {
    return this.#values.get(what)?.at(-1);
  }

  /** The value that a share of the kept ones does not exceed. */
  quantile(what: Timed, share: number): number | undefined {
    const sorted = [...this.#values.get(what) ?? []].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
