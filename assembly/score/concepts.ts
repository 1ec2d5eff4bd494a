// Which concepts the scored text names, in the words of one language. A form is looked up by the hash of the stream from a
// start on: word units as they are, one space for each run of others. models/scam/concept-table.ts makes the table.
// And which parts of text cues it has, in a table of their own, of all languages together (models/contact/cue-table.ts): the same walk.

import { CONCEPTS, CONCEPTS_MAX, CUES, FROM, SEGMENTS } from '../memory';
import { featureUnits, TEXT } from '../features/features';
import { finish, step } from '../features/hash';
import { FROM_ADDRESS, isApart, isWordUnit } from '../features/units';
import { endInInput, originAt } from '../match/edges';
import { segmentOf } from '../match/hits';
import { forgetInputs, noteConcept, noteCount, noteLanguage } from './inputs';
import { languages, prefixes, slots, useForms } from './model';

const BASIS: u32 = 0x811c9dc5;
/** Between languages. */
const APART: u32 = 0x9e3779b1;
/** Mixed in before the finaliser: a form that any unit may follow, one that ends with its word, the beginning of a form. */
const SALT_OPEN: u32 = 0x3c6ef372;
const SALT_END: u32 = 0x78dde6e6;
const SALT_PREFIX: u32 = 0xb54cda58;
/** Units of the stream that a form may have. */
const STREAM_MOST: i32 = 64;
/** Units after which a beginning must be one of a form's; where words are not parted and most units are starts, after as many again, and so on. */
const PREFIX_UNITS: i32 = 3;
/** Slots a form may stand behind its own: a hostile table may be full. */
const PROBES_MOST: i32 = 64;
/** Of `cues.bin`, behind its header and the table's own: where beginnings stand. While forms are looked up by these, they are parts of cues. */
const CUE_SLOTS: u32 = 1 << 15;
const CUE_PREFIXES: usize = CUES + 40 + <usize>CUE_SLOTS * 3;

let rows: i32 = 0;

// @ts-ignore: decorator
@inline
function unitAt(text: usize, i: i32): u32 {
  return load<u16>(text + (<usize>i << 1));
}

/** What an address says is a name, not a word. */
// @ts-ignore: decorator
@inline
function isInAddress(i: i32): bool {
  return (load<u32>(FROM + (<usize>i << 2)) & FROM_ADDRESS) != 0;
}

/** Some form, or its first word with the space behind it, or its first units may hash so. */
function mayBegin(hash: u32): bool {
  const bit = finish(hash ^ SALT_PREFIX) & (slots - 1);
  return (load<u8>(prefixes + <usize>(bit >> 3)) >> (bit & 7) & 1) != 0;
}

/** A form from TEXT unit `from` to unit `last`, both in it, where one hashes so: its concepts to CONCEPTS. */
function lookUp(hash: u32, from: i32, last: i32): void {
  const mixed = finish(hash);
  const print = max<u32>(mixed >> 16, 1);
  let slot = mixed;
  for (let probe = 0; probe < PROBES_MOST; probe++, slot++) {
    slot &= slots - 1;
    const there = <u32>load<u16>(prefixes - <usize>(slots * 3) + (<usize>slot << 1));
    if (there == 0) return;
    if (there != print) continue;
    put(<i32>load<u8>(prefixes - <usize>slots + <usize>slot), from, last);
  }
}

function put(concept: i32, from: i32, last: i32): void {
  // Of a cue every part counts, wherever it stands.
  if (prefixes == CUE_PREFIXES ? rows == CONCEPTS_MAX : !noteConcept(concept)) return;
  const row = CONCEPTS + (<usize>rows << 4);
  noteCount(++rows);
  const start = originAt(load<u32>(FROM + (<usize>from << 2)));
  const segment = segmentOf(start);
  const ends = SEGMENTS + (<usize>segment << 3);
  const base = segment == 0 ? 0 : load<u32>(ends - 8);
  store<i32>(row, concept);
  store<u32>(row, segment, 4);
  store<u32>(row, start - base, 8);
  // Words of two segments may make a form together: its range is what stands in the first.
  store<u32>(row, min(endInInput(load<u32>(FROM + (<usize>last << 2))), load<u32>(ends)) - base, 12);
}

/** All forms that begin at unit `from`. Most starts end at the third unit; a word that begins no form at its end. */
function lookFrom(text: usize, from: i32, units: i32, basis: u32): void {
  const again = isApart(unitAt(text, from));
  let h = basis;
  let blank = false;
  for (let p = from, n = 1; p < units && n <= STREAM_MOST; p++) {
    const c = unitAt(text, p);
    if (isInAddress(p)) return;
    if (!isWordUnit(c)) {
      if (!blank) {
        h = step(h, 0x20);
        if (!mayBegin(h)) return;
        n++;
      }
      blank = true;
      continue;
    }
    blank = false;
    h = step(h, c);
    if ((n > PREFIX_UNITS && !(again && n % PREFIX_UNITS == 0)) || mayBegin(h)) {
      lookUp(h ^ SALT_OPEN, from, p);
      // Behind the last word unit there is a space always.
      if (!isWordUnit(unitAt(text, p + 1))) lookUp(h ^ SALT_END, from, p);
    } else if (n >= PREFIX_UNITS) return;
    n++;
  }
}

/**
 * Looks for the concepts that the text `features` read last names in one language; `score` goes by these, and by that
 * language, until the next `features`. O(64 × units); about 1 µs for 80 Latin units.
 * @returns rows in CONCEPTS, in the order of their places
 */
export function concepts(language: i32): i32 {
  forgetInputs();
  if (<u32>language >= <u32>languages) return 0;
  noteLanguage(language);
  return walk(language);
}

/**
 * Looks for the parts of text cues in the text `features` read last, after `score`, for it writes where `concepts` did. Parts of all languages stand under
 * the first one's number. O(64 × units).
 * @returns rows { owner, segment, start, end } in CONCEPTS, in the order of their places, at most CONCEPTS_MAX
 */
export function cues(): i32 {
  const at = prefixes;
  const count = slots;
  useForms(CUE_PREFIXES, CUE_SLOTS);
  const found = walk(0);
  useForms(at, count);
  return found;
}

function walk(language: i32): i32 {
  rows = 0;
  if (slots == 0) return 0;
  const text = TEXT;
  const units = featureUnits();
  const basis = BASIS ^ (<u32>(language + 1) * APART);
  let inside = false;
  for (let i = 0; i < units; i++) {
    const c = unitAt(text, i);
    const isWord = isWordUnit(c);
    if (isWord && (!inside || isApart(c))) lookFrom(text, i, units, basis);
    inside = isWord;
  }
  return rows;
}
