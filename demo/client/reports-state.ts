import type { ReportChoices, ReportInHand } from 'inward';
import type { Ticket, WaitingReport } from 'inward/report';
import type { Catalogue } from 'inward/ui';
import type { ReportOccasion } from 'inward/ui/report';
import type { PeerId } from './personas.ts';

/** The report screen, when it is open. Each part is one object as long as it is, so that the element keeps what the person chose. */
export interface OpenReport {
  /** Nobody's where it asks for an answer to an earlier report. */
  readonly peer: PeerId | undefined;
  readonly hand: ReportInHand;
  readonly catalogue: Catalogue;
  readonly ask: ReportOccasion | undefined;
  readonly start: Partial<ReportChoices>;
  /** Id of the report that it asks for an answer to. */
  readonly pressing?: string;
  readonly nameOf: (senderId: string | undefined) => string;
}

export interface ReportsState {
  open: OpenReport | undefined;
  tickets: readonly Ticket[];
  /** Reports that wait for a connection, by what is stored of them. */
  waiting: readonly WaitingReport[];
  /** What came of the last attempt to send or delete one of them. */
  said: string | undefined;
  /** A report was asked for and cannot be made. */
  failed: boolean;
}

export function createReports(): ReportsState {
  return { open: undefined, tickets: [], waiting: [], said: undefined, failed: false };
}
