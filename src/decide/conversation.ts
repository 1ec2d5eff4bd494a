/**
 * What conversations are judged by; stands in `scam.bin` beside the model of single messages (models/scam/thread-train.ts).
 * A cue is a small whole number: first the concepts, then for each class its levels, then a link and a long number.
 */
export interface ThreadModel {
  readonly concepts: number;
  /** Shares of a class from which on a message has its cues, ascending. */
  readonly levels: readonly number[];
  /**
   * One character a weight, code 80 for zero: for each cue, said now, then for each, said before, the weights of every unit
   * and, last, that of the sum.
   */
  readonly weights: string;
  readonly step: number;
  /** Of every unit, and of the sum. */
  readonly bias: readonly number[];
  /** What each unit adds to the sum. */
  readonly out: readonly number[];
  /** From which sum a tip begins: with less it is not yet. */
  readonly point: number;
}

/** What a message's score is read for. */
export interface Judged {
  readonly concepts: readonly { readonly concept: number }[];
  readonly classes: readonly number[];
  readonly hasLink: boolean;
  readonly hasLongNumber: boolean;
}

const CUES_MOST = 16;

/** Number of cues there are. */
export function cueCount({ concepts, levels }: ThreadModel, classes: number): number {
  return concepts + classes * levels.length + 2;
}

/** What of a message is remembered: at most `CUES_MOST` numbers; none where nothing was judged. */
export function cuesOf({ concepts, classes, hasLink, hasLongNumber }: Judged, { concepts: first, levels }: ThreadModel): readonly number[] {
  if (classes.length === 0) return [];
  const cues = concepts.map(({ concept }) => concept).sort((a, b) => a - b).slice(0, CUES_MOST / 2);
  let cue = first;
  classes.forEach((share, index) => {
    // Of the honest class, that it lacks.
    for (const level of levels) {
      if ((index ? share : 1 - share) >= level) cues.push(cue);
      cue++;
    }
  });
  if (hasLink) cues.push(cue);
  if (hasLongNumber) cues.push(cue + 1);
  return cues.slice(0, CUES_MOST);
}

/** How much a conversation resembles known scams after this message. O(cues × units). */
export function evidence(now: readonly number[], before: readonly number[], { weights, step, bias, out }: ThreadModel): number {
  const width = bias.length;
  const half = weights.length / width / 2;
  const sums = [...bias];
  for (const row of [...now, ...before.map((cue) => cue + half)]) {
    sums.forEach((sum, unit) => { sums[unit] = sum + (weights.charCodeAt(row * width + unit) - 80) * step; });
  }
  return out.reduce((total, weight, unit) => total + weight * Math.max(sums[unit] as number, 0), sums[width - 1] as number);
}
