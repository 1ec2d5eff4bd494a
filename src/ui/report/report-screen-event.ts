import type { SealedFacts } from '../../contract/report-seal.ts';

/**
 * Detail of `inward-report`. With `cancelled`, `skipped`, `closed` and `withdrawn` the screen is empty, and nothing of the report is held any more; with
 * `withdrawn` it waited, and what waited is deleted.
 */
export interface ReportScreenEvent {
  readonly state: 'sent' | 'waiting' | ReportEnd;
  /** With `sent` and `waiting`. */
  readonly facts?: SealedFacts;
  /** The same: names of whom it did not reach yet. */
  readonly missing?: readonly string[];
}

export type ReportEnd = 'cancelled' | 'skipped' | 'closed' | 'withdrawn';
