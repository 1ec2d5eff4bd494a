import type { SignedReceipt } from 'inward/report';
import { MODERATOR } from '../office-keys.ts';
import { isPersona, type Persona, type SealedArrival } from '../wire.ts';

const REPORTS_MAX = 200;
/** The largest padding and what stands around it. */
const ENVELOPE_MAX = 67_000;

/** The moderators', and the partner's. */
export type Desk = 'reports' | 'partner';

/** The pretended service's mail room: sealed reports to the desks, signed receipts back. It opens nothing. */
export class Office {
  readonly #now: () => number;
  readonly #reports: Record<Desk, SealedArrival[]> = { reports: [], partner: [] };
  readonly #receipts: { readonly reporter: Persona; readonly signed: SignedReceipt }[] = [];

  /** What the desk says of each report, by its id: no texts. */
  readonly #cases = new Map<string, object>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** False for what is no sealed report by its looks, and where the room is full. */
  take(reporter: Persona, desk: Desk, envelope: Buffer): boolean {
    const arrived = this.#reports[desk];
    if (arrived.length >= REPORTS_MAX || envelope.length > ENVELOPE_MAX || envelope.toString('latin1', 0, 4) !== 'IWR1') return false;
    arrived.push({ reporter, receivedAt: this.#now(), envelope: envelope.toString('base64') });
    return true;
  }

  reportsFrom(desk: Desk, index: number): readonly SealedArrival[] {
    return this.#reports[desk].slice(index);
  }

  answer(body: string): boolean {
    try {
      const { reporter, signed } = JSON.parse(body) as { readonly reporter?: unknown; readonly signed?: SignedReceipt };
      if (!isPersona(reporter) || typeof signed?.signature !== 'string' || typeof signed.receipt?.reportId !== 'string' || this.#receipts.length >= REPORTS_MAX * 8) return false;
      this.#receipts.push({ reporter, signed });
      return true;
    } catch {
      return false;
    }
  }

  /** The desk's records, a case a line: no texts. One that says them again, in another tab or after a reload, changes nothing of the others. */
  record(lines: string): void {
    for (const line of lines.split('\n')) {
      try {
        const one = JSON.parse(line) as { readonly reportId?: unknown } | null;
        if (typeof one?.reportId === 'string' && (this.#cases.has(one.reportId) || this.#cases.size < REPORTS_MAX)) this.#cases.set(one.reportId, one);
      } catch {
        // What is no record counts for nothing.
      }
    }
  }

  /** A case a line, each with the receipts that the moderators gave for it. Checked by the command that reads them. */
  get cases(): string {
    return [...this.#cases].map(([reportId, one]) => JSON.stringify({
      ...one, receipts: this.#receipts.flatMap(({ signed }) => (signed.receipt.reportId === reportId && signed.keyId === MODERATOR.id ? [signed] : [])),
    })).join('\n');
  }

  get receipts(): readonly SignedReceipt[] {
    return this.#receipts.map(({ signed }) => signed);
  }

  receiptsOf(reporter: Persona): readonly SignedReceipt[] {
    return this.#receipts.filter((one) => one.reporter === reporter).map(({ signed }) => signed);
  }
}
