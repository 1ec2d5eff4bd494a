/** Runs inside the page: sent there as source, so each function stands alone and sees its arguments only. */

interface PageSafety {
  screenMessage(message: object, context: object): Promise<{ readonly delivery: string }>;
  coverMedia(id: string, file: Blob): Promise<{ readonly state: string; readonly why?: string }>;
}
type PageGlobals = typeof globalThis & { safety: PageSafety };

export interface Flight {
  /** Milliseconds of each call. */
  readonly idle: readonly number[];
  readonly busy: readonly number[];
  /** How many of the pictures in flight came to what. */
  readonly ends: Readonly<Record<string, number>>;
  /** Seconds until the last of them was done, per wave. */
  readonly waves: readonly number[];
}

/**
 * Messages one at a time: first with nothing else to do, then from the moment all pictures were handed over until the last is done; in turn.
 * @param addresses of the pictures, which are all in flight at once
 */
export async function flight(addresses: readonly string[], texts: readonly string[], waves: number): Promise<Flight> {
  const { safety } = globalThis as PageGlobals;
  let count = 0;
  const call = async (): Promise<number> => {
    const text = texts[count++ % texts.length];
    const start = performance.now();
    const { delivery } = await safety.screenMessage(
      { id: `m${count}`, conversationId: 'flight', kind: 'text', text, sentAt: count, direction: 'incoming' }, { relationship: 'stranger', me: { ageBand: 'adult' } });
    if (delivery !== 'requests') throw new Error('unexpected verdict');
    return performance.now() - start;
  };
  const files = await Promise.all(addresses.map(async (address) => (await fetch(address)).blob()));
  // The media worker is there before: its start is once a session. Both get their fast code.
  await safety.coverMedia('warm', files[0] as Blob);
  for (let warm = 0; warm < 500; warm++) await call();
  const out = { idle: [] as number[], busy: [] as number[], ends: {} as Record<string, number>, waves: [] as number[] };
  for (let wave = 0; wave < waves; wave++) {
    for (let turn = 0; turn < 1_000; turn++) out.idle.push(await call());
    let left = files.length;
    const start = performance.now();
    const covers = files.map(async (file, index) => {
      const { state, why } = await safety.coverMedia(`w${wave}-${index}`, file);
      out.ends[why ?? state] = (out.ends[why ?? state] ?? 0) + 1;
      left--;
    });
    while (left > 0) out.busy.push(await call());
    await Promise.all(covers);
    out.waves.push((performance.now() - start) / 1000);
  }
  return out;
}
