import type { Ledger, Persona, Tally } from '../wire.ts';
import { PERSONAS } from '../wire.ts';

export type Parcel = 'ciphertext' | 'publicFiles' | 'panel' | 'other';

interface Page {
  since: number | null;
  readonly tallies: Record<Parcel, { count: number; bytes: number }>;
  otherLast: string[];
}

const OTHER_KEPT = 12;

/**
 * Counts what arrives from each client from just before its worker is started. A client is a browser (by cookie) and a person (by address);
 * what cannot be told apart counts for every person of that browser, so that a leak is never missed, only doubled.
 */
export class Book {
  readonly #pages = new Map<string, Page>();

  /** The page was loaded anew: nothing counts until it asks to. */
  reset(device: string, persona: Persona): void {
    this.#pages.set(`${device}/${persona}`, emptyPage(null));
  }

  begin(device: string, persona: Persona, now: number): void {
    this.#pages.set(`${device}/${persona}`, emptyPage(now));
  }

  note(device: string, persona: Persona | undefined, parcel: Parcel, bytes: number, what: string): void {
    for (const one of persona === undefined ? PERSONAS : [persona]) {
      const page = this.#pages.get(`${device}/${one}`);
      if (page === undefined || page.since === null) continue;
      page.tallies[parcel].count += 1;
      page.tallies[parcel].bytes += bytes;
      if (parcel === 'other') page.otherLast = [...page.otherLast, what].slice(-OTHER_KEPT);
    }
  }

  read(device: string, persona: Persona): Ledger {
    const page = this.#pages.get(`${device}/${persona}`) ?? emptyPage(null);
    const copy = (parcel: Parcel): Tally => ({ ...page.tallies[parcel] });
    return {
      since: page.since, ciphertext: copy('ciphertext'), publicFiles: copy('publicFiles'), panel: copy('panel'),
      other: copy('other'), otherLast: [...page.otherLast],
    };
  }
}

function emptyPage(since: number | null): Page {
  const zero = (): { count: number; bytes: number } => ({ count: 0, bytes: 0 });
  return { since, tallies: { ciphertext: zero(), publicFiles: zero(), panel: zero(), other: zero() }, otherLast: [] };
}
