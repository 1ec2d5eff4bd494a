import type { ReportChoices, ReportInHand } from 'inward';
import type { Ticket } from 'inward/report';
import type { Catalogue } from 'inward/ui';
import type { ReportOccasion } from 'inward/ui/report';
import type { PeerId } from './personas.ts';

/** The report screen, when it is open. Each part is one object as long as it is, so that the element keeps what the person chose. */
export interface OpenReport {
  readonly peer: PeerId;
  readonly hand: ReportInHand;
  readonly catalogue: Catalogue;
  readonly ask: ReportOccasion | undefined;
  readonly start: Partial<ReportChoices>;
  readonly nameOf: (senderId: string | undefined) => string;
}

export interface ReportsState {
  open: OpenReport | undefined;
  tickets: readonly Ticket[];
  /** Reports that wait for a connection. */
  waiting: number;
}

export function createReports(): ReportsState {
  return { open: undefined, tickets: [], waiting: 0 };
}
