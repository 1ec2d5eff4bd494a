/** Requests as an app holds them: any plain objects with an id, in an order that says something. */
interface WithId { readonly id: string }

/** What `deleteRequests` took out, for as long as the person may want it back. It holds the requests: drop it, and they are gone. */
export interface DeletedRequests<Request extends WithId> {
  /** In their order, each with its place in `order`. */
  readonly removed: readonly { readonly request: Request; readonly at: number }[];
  /** Ids of all that stood there, the removed ones too: by them each finds its place. */
  readonly order: readonly string[];
}

export interface RequestsLeft<Request extends WithId> {
  readonly requests: readonly Request[];
  readonly undo: DeletedRequests<Request>;
}

/**
 * Takes out many at once: the same as taking them out one by one, and one `undoDelete` brings all of them back. An id that is
 * not there, or there twice in `ids`, counts for nothing. Pure; O(requests + ids).
 */
export function deleteRequests<Request extends WithId>(requests: readonly Request[], ids: readonly string[]): RequestsLeft<Request> {
  const gone = new Set(ids);
  const removed = requests.flatMap((request, at) => (gone.has(request.id) ? [{ request, at }] : []));
  return { requests: requests.filter(({ id }) => !gone.has(id)), undo: { removed, order: requests.map(({ id }) => id) } };
}

/**
 * Puts back what was taken out, each in front of the first that stood behind it and is there, and at the end where none is. What came
 * since stays; one that is there again, under its old id, stays as it is now. Several deletes may be undone in any order where they
 * went down the list, and from the last to the first always: of what an earlier delete took, a later one knows no place.
 * Pure; O(requests + order).
 */
export function undoDelete<Request extends WithId>(requests: readonly Request[], { removed, order }: DeletedRequests<Request>): readonly Request[] {
  const there = new Set(requests.map(({ id }) => id));
  const waiting = new Map<string | null, Request[]>();
  let place: string | null = null;
  let from = order.length;
  for (const { request, at } of [...removed].reverse()) {
    for (; from > at; from--) {
      const id = order[from - 1] as string;
      if (there.has(id)) place = id;
    }
    if (there.has(request.id)) continue;
    const beside = waiting.get(place);
    if (beside === undefined) waiting.set(place, [request]);
    else beside.push(request);
  }
  const before = (id: string | null): readonly Request[] => [...waiting.get(id) ?? []].reverse();
  return [...requests.flatMap((request) => [...before(request.id), request]), ...before(null)];
}
