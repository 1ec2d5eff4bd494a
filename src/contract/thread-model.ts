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
