// Reads `tables.bin` where it lies in TABLES (layout: assembly/tables/build/pack.ts). Trusted: the page has checked its SHA-256.

import { TABLES, TABLES_BYTES } from '../memory';

const HEADER: usize = 32;
const HEAD: u32 = 48;
/** Sections as they are used; and as they are shipped, stage 2 and records as pack.ts says. */
const PLAIN: u32 = 3;
const SHIPPED: u32 = 4;
/** From a code point of the Myanmar block to its record for Zawgyi. */
export const ZAWGYI: u32 = 0x110000 - 0x1000;
export const KANA_FIRST: u32 = 0x3040;
const KANA_ENTRIES: u32 = 0xc0;

export const OPERATION_SHIFT: u32 = 1;
export const OPERATION_EXPAND: u32 = 2;
export const OPERATION_DROP: u32 = 3;
export const OPERATION_JOIN: u32 = 4;
export const OPERATION_SPACE: u32 = 5;
export const OPERATION_CONTEXT: u32 = 6;

export const CLASS_LETTER: u32 = 1;
export const CLASS_UNSPACED_LETTER: u32 = 2;
export const CLASS_DIGIT: u32 = 3;
export const CLASS_MARK: u32 = 4;
export const CLASS_UNSPACED_MARK: u32 = 5;
export const CLASS_EMOJI: u32 = 6;
export const CLASS_REGIONAL_INDICATOR: u32 = 8;
export const CLASS_IGNORABLE: u32 = 10;
export const CLASS_ZERO_WIDTH_JOINER: u32 = 11;
export const CLASS_DROPPED_MARK: u32 = 12;

let stage1: usize = 0;
let stage2: usize = 0;
let records: usize = 0;
let pool: usize = 0;
let kana: usize = 0;
let version: i32 = 0;

function section(index: usize): usize {
  return TABLES + HEADER + <usize>load<u32>(TABLES + HEADER + 8 + (index << 3));
}

function entriesOf(index: usize): u32 {
  return load<u32>(TABLES + HEADER + 12 + (index << 3));
}

/** Makes shipped sections plain, in place: a new instance may get its tables from an old one's memory. */
function makePlain(): void {
  let next: u32 = 0;
  let number: u32 = 0;
  for (let i: usize = 0; i < <usize>entriesOf(1); i++) {
    const at = stage2 + (i << 1);
    const shipped = <u32>load<u16>(at);
    if (shipped != 1) number = shipped == 0 ? next++ : shipped - 2;
    store<u16>(at, <u16>number);
  }
  let end: u32 = 0;
  let shift: u32 = 0;
  for (let i: usize = 0; i < <usize>entriesOf(2); i++) {
    const at = records + (i << 2);
    let record = load<u32>(at);
    if (operationOf(record) == OPERATION_EXPAND) {
      record += end << 16;
      end = (record >> 16) + unitsOf(record);
    } else if (operationOf(record) == OPERATION_SHIFT) {
      record += shift << 16;
      shift = record >> 16;
    }
    store<u32>(at, record);
  }
  store<u32>(TABLES + HEADER, PLAIN);
}

/**
 * Takes the `bytes` of `tables.bin` in TABLES into use. What stands in them is not looked at: their SHA-256 was checked by the page, and no text
 * can read out of this memory.
 * @returns 0; 1 another file or format, 2 another length
 */
export function loadTables(bytes: i32): i32 {
  version = 0;
  if (bytes < <i32>(HEADER + HEAD) || bytes > TABLES_BYTES) return 2;
  // 'INWARDTB', in the byte order of u64.
  if (load<u64>(TABLES) != 0x4254445241574e49) return 1;
  if (load<u32>(TABLES, 24) != <u32>bytes - <u32>HEADER) return 2;
  const format = load<u32>(TABLES + HEADER);
  if (format != PLAIN && format != SHIPPED) return 1;
  stage1 = section(0);
  stage2 = section(1);
  records = section(2);
  pool = section(3);
  kana = section(4);
  if (format == SHIPPED) makePlain();
  version = load<i32>(TABLES + HEADER, 4);
  return 0;
}

/** Major << 16 | minor << 8 | patch of the tables in use; 0 before `loadTables` has answered 0. */
export function unicodeVersion(): i32 {
  return version;
}

/** @param cp below 0x110000, or that of a Zawgyi record */
export function recordOf(cp: u32): u32 {
  return recordInline(cp);
}

/** Inlined where most characters pass. */
// @ts-ignore: decorator
@inline
export function recordInline(cp: u32): u32 {
  const block = <usize>load<u16>(stage1 + (<usize>(cp >> 7) << 1));
  const number = <usize>load<u16>(stage2 + (((block << 7) | <usize>(cp & 127)) << 1));
  return load<u32>(records + (number << 2));
}

// @ts-ignore: decorator
@inline
export function classOfRecord(record: u32): u32 {
  return record & 15;
}

/** Not inlined, where speed is not all. */
export function classOf(cp: u32): u32 {
  return classOfRecord(recordOf(cp));
}

// @ts-ignore: decorator
@inline
export function operationOf(record: u32): u32 {
  return (record >> 5) & 7;
}

// @ts-ignore: decorator
@inline
export function isUpper(record: u32): u32 {
  return (record >> 4) & 1;
}

// @ts-ignore: decorator
@inline
export function unitsOf(record: u32): u32 {
  return (record >> 8) & 31;
}

/** A Latin or Cyrillic letter with an accent that the fold takes away. */
// @ts-ignore: decorator
@inline
export function hasAccent(record: u32): bool {
  return (record & 0x2000) != 0;
}

/** Address of an expansion's first unit. */
// @ts-ignore: decorator
@inline
export function expansionOf(record: u32): usize {
  return pool + (<usize>(record >> 16) << 1);
}

/** What to add to a kana to compose it with U+3099 (`mark` 0) or U+309A (`mark` 1); 0 where it does not. */
export function kanaStep(unit: u32, mark: u32): u32 {
  const i = unit - KANA_FIRST;
  return i < KANA_ENTRIES ? <u32>load<u8>(kana + (<usize>i << 1) + <usize>mark) : 0;
}
