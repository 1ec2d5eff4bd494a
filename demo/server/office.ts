import type { SignedReceipt } from 'inward/report';
import { isPersona, type Persona, type SealedArrival } from '../wire.ts';

const REPORTS_MAX = 200;
/** The largest padding and what stands around it. */
const ENVELOPE_MAX = 67_000;

/** The pretended service's mail room: sealed reports to the desk, signed receipts back. It opens nothing. */
export class Office {
  readonly #reports: SealedArrival[] = [];
  readonly #receipts: { readonly reporter: Persona; readonly signed: SignedReceipt }[] = [];

  #cases = '';

  /** False for what is no sealed report by its looks, and where the room is full. */
  take(reporter: Persona, envelope: Buffer): boolean {
    if (this.#reports.length >= REPORTS_MAX || envelope.length > ENVELOPE_MAX || envelope.toString('latin1', 0, 4) !== 'IWR1') return false;
    this.#reports.push({ reporter, envelope: envelope.toString('base64') });
    return true;
  }

  reportsFrom(index: number): readonly SealedArrival[] {
    return this.#reports.slice(index);
  }

  answer(body: string): boolean {
    try {
      const { reporter, signed } = JSON.parse(body) as { readonly reporter?: unknown; readonly signed?: SignedReceipt };
      if (!isPersona(reporter) || typeof signed?.signature !== 'string' || this.#receipts.length >= REPORTS_MAX * 8) return false;
      this.#receipts.push({ reporter, signed });
      return true;
    } catch {
      return false;
    }
  }

  /** The desk's records, a case a line: no texts. Checked by the command that reads them. */
  record(lines: string): void {
    this.#cases = lines;
  }

  get cases(): string { return this.#cases; }

  receiptsOf(reporter: Persona): readonly SignedReceipt[] {
    return this.#receipts.filter((one) => one.reporter === reporter).map(({ signed }) => signed);
  }
}
