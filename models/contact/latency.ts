/**
 * F_latency (Sadeque et al. 2019; Vogt, Leser and Akbik, ACL 2021): F1 times speed, speed = 1 − median penalty of what was found,
 * penalty(k) = −1 + 2 / (1 + e^(−p (k − 1))) for a notice at message k.
 */
export interface Latency {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly medianMessage: number;
  readonly speed: number;
  readonly fLatency: number;
}

/** Half the penalty at 20 messages: e^(−19 p) = 1/3. */
export const LATENCY_P = Math.log(3) / 19;

/**
 * @param harmful share of harmful threads among all, as they are met
 * @param found messages at which harmful threads were found, each with its weight; the weights of all harmful threads sum to 1
 * @param falseShare share of benign threads that were told of
 */
export function latencyOf(harmful: number, found: readonly (readonly [message: number, weight: number])[], falseShare: number): Latency {
  const recall = found.reduce((sum, [, weight]) => sum + weight, 0);
  const [hits, misses] = [harmful * recall, (1 - harmful) * falseShare];
  const precision = hits + misses === 0 ? 0 : hits / (hits + misses);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  let [reached, medianMessage] = [0, 0];
  for (const [message, weight] of [...found].sort((a, b) => a[0] - b[0])) {
    reached += weight;
    medianMessage = message;
    if (reached >= recall / 2) break;
  }
  const speed = medianMessage === 0 ? 0 : 1 - (-1 + 2 / (1 + Math.exp(-LATENCY_P * (medianMessage - 1))));
  return { precision, recall, f1, medianMessage, speed, fLatency: f1 * speed };
}
