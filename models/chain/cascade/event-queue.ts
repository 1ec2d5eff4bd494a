/** What happens next: a binary heap by time; of equal times what came in first. */
export class EventQueue<T> {
  readonly #events: { readonly at: number; readonly order: number; readonly what: T }[] = [];
  #order = 0;

  /** When the next one is; `undefined`: there is none. */
  get next(): number | undefined { return this.#events[0]?.at; }

  push(at: number, what: T): void {
    const heap = this.#events;
    const event = { at, order: this.#order++, what };
    let n = heap.push(event) - 1;
    while (n > 0) {
      const above = (n - 1) >> 1;
      const other = heap[above] as typeof event;
      if (!isBefore(event, other)) break;
      heap[n] = other;
      n = above;
    }
    heap[n] = event;
  }

  pop(): { readonly at: number; readonly what: T } | undefined {
    const heap = this.#events;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let n = 0;
    for (;;) {
      let below = 2 * n + 1;
      if (below >= heap.length) break;
      const right = heap[below + 1];
      if (right && isBefore(right, heap[below] as typeof last)) below++;
      const other = heap[below] as typeof last;
      if (!isBefore(other, last)) break;
      heap[n] = other;
      n = below;
    }
    heap[n] = last;
    return first;
  }
}

interface Ordered { readonly at: number; readonly order: number }

function isBefore(a: Ordered, b: Ordered): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
