/** Requests as an app holds them: any plain objects with an id, in an order that says something. */
interface WithId { readonly id: string }

/** What `deleteRequests` took out, for as long as the person may want it back. It holds the requests: drop it, and they are gone. */
export interface DeletedRequests<Request extends WithId> {
  /** In their order, each with the id of the one that stood behind it and was kept; `null`: none did. */
  readonly removed: readonly { readonly request: Request; readonly before: string | null }[];
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
  const removed: { readonly request: Request; readonly before: string | null }[] = [];
  let before: string | null = null;
  for (const request of [...requests].reverse()) {
    if (gone.has(request.id)) removed.push({ request, before });
    else before = request.id;
  }
  return { requests: requests.filter(({ id }) => !gone.has(id)), undo: { removed: removed.reverse() } };
}

/**
 * Puts back what was taken out, each in front of what it stood in front of, and at the end where that is gone. What came since
 * stays; one that is there again, under its old id, stays as it is now. Pure; O(requests + removed).
 */
export function undoDelete<Request extends WithId>(requests: readonly Request[], { removed }: DeletedRequests<Request>): readonly Request[] {
  const there = new Set(requests.map(({ id }) => id));
  const waiting = new Map<string | null, Request[]>();
  for (const { request, before } of removed) {
    if (there.has(request.id)) continue;
    const place = before !== null && there.has(before) ? before : null;
    const beside = waiting.get(place);
    if (beside === undefined) waiting.set(place, [request]);
    else beside.push(request);
  }
  return [...requests.flatMap((request) => [...waiting.get(request.id) ?? [], request]), ...waiting.get(null) ?? []];
}
