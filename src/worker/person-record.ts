import { readRecord, writeRecord } from '../contract/record-bytes.ts';
import { NO_PERSON, type PersonMemory } from '../decide/notices/memory.ts';

/** What the desk remembers over all conversations: of notices that were shown, and of those that were counted only. No id stands in it. */
export interface PersonRecord {
  readonly live: PersonMemory;
  readonly observed: PersonMemory;
}

export const NOBODY_YET: PersonRecord = { live: NO_PERSON, observed: NO_PERSON };

/** First number of the record: another form is refused. */
const PERSON_FORM = 1;

/** Format of what is stored: `[PERSON_FORM, live, observed]`. */
type Stored = readonly [latest: number, layout: number, shown: readonly number[], tips: readonly number[], interstitials: readonly number[], silences: PersonMemory['silences']];

/** Less than 1 kB: at most two notices a week, and a silence a reason. */
export function encodePerson({ live, observed }: PersonRecord): Uint8Array<ArrayBuffer> {
  return writeRecord([PERSON_FORM, stored(live), stored(observed)]);
}

/** `null` for bytes that are no record of this version. Never throws. */
export function decodePerson(bytes: Uint8Array<ArrayBuffer>): PersonRecord | null {
  const [form, live, observed] = readRecord(bytes) as readonly [number, Stored, Stored];
  return form === PERSON_FORM ? { live: memory(live), observed: memory(observed) } : null;
}

/** Nothing is left of it but a time and a turn. */
export function saysNothing({ shown, silences }: PersonMemory): boolean {
  return shown.length + silences.length === 0;
}

function stored({ latest, layout, shown, tips, interstitials, silences }: PersonMemory): Stored {
  return [latest, layout, shown, tips, interstitials, silences];
}

function memory([latest, layout, shown, tips, interstitials, silences]: Stored): PersonMemory {
  return { latest, layout, shown, tips, interstitials, silences };
}
