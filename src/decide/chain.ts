import { CHAIN_HOPS, type ChainFound } from '../contract/chain.ts';

/** When a message is one of a chain, and what is kept to know. Our choice (research/signals.md §4), not a measurement; which texts are near-copies is measured (models/chain/card.md). */
export const CHAIN_RULE = {
  /** Senders or groups, unconnected to each other as far as this device knows, within `windowMs`. */
  sources: 3,
  windowMs: 24 * 60 * 60 * 1000,
  hops: CHAIN_HOPS,
  keptMs: 14 * 24 * 60 * 60 * 1000,
  entries: 5_000,
  /** Of one conversation. Past the 5,000, the conversation that has the most gives up its oldest: a flood pushes out its own. */
  ofOne: 500,
} as const;

/** Places of 128 that two sketches share, and grams of a thousand of the smaller text that are in the other one, at least: chosen by `npm run models:build -- chain`. */
export const NEAR_COPY = { shared: 40, contained: 650 } as const;

/** The same rule as the kernel's look-up. @param places of 128 that two sketches share @param a grams of one text @param b of the other */
export function isNearCopy(places: number, a: number, b: number): boolean {
  return places >= NEAR_COPY.shared && places * (a + b) * 1000 >= NEAR_COPY.contained * (128 + places) * Math.min(a, b);
}

/** One message that brought a near-copy. Names are hashes, or anything that tells one from the other. */
export interface Arrival {
  readonly conversation: string;
  /** Of a direct conversation whose sender has no id of their own: the conversation. */
  readonly sender: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * How many sides brought it: arrivals of one sender, or in one group, are one side, and so are two that a third connects. Of those a
 * window before and a window after `at` the more, so that the order in which messages are fetched does not matter. O(n).
 */
export function countSources(arrivals: readonly Arrival[], at: number, windowMs: number = CHAIN_RULE.windowMs): number {
  const within = (from: number, to: number): number => mostSides(arrivals.filter((one) => one.at >= from && one.at <= to));
  return Math.max(within(at - windowMs, at), within(at, at + windowMs));
}

/** Also without whoever posted it in the most conversations: one eager sender would make one side of all whom they reach. */
function mostSides(arrivals: readonly Arrival[]): number {
  const reached = new Map<string, Set<string>>();
  for (const { conversation, sender } of arrivals) reached.set(sender, (reached.get(sender) ?? new Set()).add(conversation));
  const [eager] = [...reached].sort(([, a], [, b]) => b.size - a.size)[0] ?? [];
  return Math.max(sidesOf(arrivals), sidesOf(arrivals.filter(({ sender }) => sender !== eager)));
}

function sidesOf(arrivals: readonly Arrival[]): number {
  const above = new Map<string, string>();
  const topOf = (name: string): string => {
    let top = name;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    // The way is short for the next one.
    if (top !== name) above.set(name, top);
    return top;
  };
  const tops = new Set<string>();
  for (const { conversation, sender } of arrivals) {
    const [group, person] = [topOf(`c${conversation}`), topOf(`s${sender}`)];
    if (group !== person) above.set(person, group);
  }
  for (const { conversation } of arrivals) tops.add(topOf(`c${conversation}`));
  return tops.size;
}

/** The candidate for a notice, if the rule is met. @param sources 0: nothing is known of near-copies */
export function chainFound(sources: number, hops: number, isStranger: boolean): ChainFound | undefined {
  const isOften = hops >= CHAIN_RULE.hops;
  const isCopied = sources >= CHAIN_RULE.sources;
  if (!isOften && !isCopied) return undefined;
  return { kind: 'chain', because: isCopied ? 'copies' : 'hops', sources, hops: Math.min(Math.max(hops, 0), CHAIN_RULE.hops), mass: isStranger };
}
