export interface ReliabilityBin {
  readonly n: number;
  /** Mean score of the bin's texts, 4 decimals. */
  readonly score: number;
  /** Share of them that are scams, 4 decimals. */
  readonly scams: number;
}

export interface Calibration {
  readonly n: number;
  /** Expected calibration error: the bins' distance between score and share, weighted by their size; null where there is no text. */
  readonly ece: number | null;
  /** From the lowest scores to the highest. */
  readonly bins: readonly ReliabilityBin[];
}

export interface ScoredText {
  readonly score: number;
  readonly scam: boolean;
}

/**
 * Whether a score of 0.8 is right four times in five: a reliability table of bins with equal counts (Nguyen and O'Connor
 * 2015, "Posterior calibration and exploratory analysis", adaptive binning). Equal scores are never parted, so that the order
 * of the rows changes nothing: where many tie, bins are fewer and larger. A share among these texts, not among a phone's.
 */
export function calibrate(texts: readonly ScoredText[], most = 10): Calibration {
  const sorted = [...texts].sort((a, b) => a.score - b.score);
  const bins: ReliabilityBin[] = [];
  let error = 0;
  let from = 0;
  for (let bin = 1; bin <= most && from < sorted.length; bin++) {
    let to = Math.round((sorted.length * bin) / most);
    // The bin before ran on over scores that tie.
    if (to <= from) continue;
    while (to < sorted.length && sorted[to]?.score === sorted[to - 1]?.score) to++;
    const members = sorted.slice(from, to);
    const score = members.reduce((sum, member) => sum + member.score, 0) / members.length;
    const scams = members.filter(({ scam }) => scam).length / members.length;
    bins.push({ n: members.length, score: round(score), scams: round(scams) });
    error += Math.abs(score - scams) * members.length;
    from = to;
  }
  return { n: sorted.length, ece: sorted.length === 0 ? null : round(error / sorted.length), bins };
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
