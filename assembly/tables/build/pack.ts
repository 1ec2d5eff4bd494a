// Packs folding and classes for the kernel. Little-endian; offsets count from the start of the payload.
//
//    0  u32  format: 4         4  u32  Unicode version, major << 16 | minor << 8 | patch
//    8  u32  stage 1 offset    12  u32  stage 1 entries (u16: block of 128 code points -> block number)
//   16  u32  stage 2 offset    20  u32  stage 2 entries (u16: code point of a block -> record number)
//   24  u32  records offset    28  u32  records (u32, below)
//   32  u32  pool offset       36  u32  pool units (u16)
//   40  u32  kana offset       44  u32  kana entries (u8 × 2)
//
// Two blocks follow those of Unicode, at code point 0x110000: U+1000–U+10FF as Zawgyi uses them (myanmar.ts).
//
// What can be told from the entries before it is shipped as nothing, a seventh less after brotli. Stage 2: 0 the next new
// record, 1 the record of the code point before, else the record + 2. Records: the payload of an expansion as its distance
// from the end of the expansion before, that of a shift as its distance from the shift before, each mod 2^16. The kernel
// makes both plain in place and sets the format to 3; `plainTables` does the same.
//
//   record  bits 0–3 class, in Zawgyi's blocks its role; 4 upper-case letter, 5–7 operation, 8–12 units of an expansion or
//           what a kept character does in a syllable (syllables.ts), 13 letter with an accent, 14 a Korean syllable that particles begin with, 16–31 payload

import { CODE_POINTS, UNICODE_VERSION } from './unicode-data.ts';
import type { Classes } from './classes.ts';
import { CLASS } from './classes.ts';
import type { Folding } from './fold.ts';
import { isBase, zawgyi, ZAWGYI_CODE_POINTS } from './myanmar.ts';
import { SHIPPED_FORMAT } from './plain.ts';
import { beginsParticle, syllableRole } from './syllables.ts';

const BLOCK = 128;
const HEAD = 48;

/** How the kernel makes the folded units of a code point. */
export const OPERATION = {
  keep: 0,
  /** One BMP unit: (code point + payload) mod 2^16. */
  shift: 1,
  /** Units of the pool from payload on. */
  expand: 2,
  drop: 3,
  /** Keeps, but may compose with or move before what stands there: kept marks, conjoining jamo, voicing marks. */
  join: 4,
  space: 5,
  /** Dropped unless what stands around it makes it part of an emoji; or noted, and dropped. */
  context: 6,
} as const;

/** Zero-width joiner, keycap, tags; right-to-left override. */
const isContextual = (cp: number): boolean => cp === 0x200d || cp === 0x20e3 || cp === 0x202e || (cp >= 0xe0020 && cp <= 0xe007f);

const isJoiningJamo = (cp: number): boolean => (cp >= 0x1161 && cp <= 0x1175) || (cp >= 0x11a8 && cp <= 0x11c2);

export function packTables(folding: Folding, classes: Classes): Uint8Array {
  const pool: number[] = [];
  const inPool = new Map<string, number>();
  const records: number[] = [];
  const recordNumbers = new Map<number, number>();

  const joins = (cp: number): boolean => {
    const kind = classes.classOf(cp);
    return kind === CLASS.mark || kind === CLASS.unspacedMark || isJoiningJamo(cp) || isBase(cp);
  };
  function place(units: readonly number[]): number {
    const key = units.join();
    let at = inPool.get(key);
    if (at === undefined) {
      at = pool.length;
      inPool.set(key, at);
      pool.push(...units);
    }
    return at;
  }
  function record(cp: number): number {
    const to = folding.fold(cp);
    const base = classes.classOf(cp) | (classes.isUpper(cp) ? 16 : 0) | (folding.isDecorated(cp) ? 0x2000 : 0) | (beginsParticle(cp) ? 0x4000 : 0);
    const of = (operation: number, units = 0, payload = 0): number => (base | operation << 5 | units << 8 | payload << 16) >>> 0;
    const [first] = to;
    if (first === undefined) return of(isContextual(cp) ? OPERATION.context : OPERATION.drop);
    if (to.length === 1) {
      if (first === 0x20) return cp === 0x20 || classes.classOf(cp) === CLASS.space ? of(OPERATION.space) : of(OPERATION.expand, 1, place([0x20]));
      if (first === cp) return of(joins(cp) ? OPERATION.join : OPERATION.keep, syllableRole(cp));
      if (first < 0x10000 && !joins(first)) return of(OPERATION.shift, 0, (first - cp) & 0xffff);
    }
    const units = [...String.fromCodePoint(...to)].flatMap((c) => c.split('').map((u) => u.charCodeAt(0)));
    if (units.length > 31) throw new Error('An expansion no longer fits its five bits.');
    return of(OPERATION.expand, units.length, place(units));
  }
  /** U+1000 + `offset` as Zawgyi has it. */
  function zawgyiRecord(offset: number): number {
    const { role, to } = zawgyi(0x1000 + offset);
    const units = to.flatMap((cp) => folding.fold(cp));
    return (role | OPERATION.expand << 5 | units.length << 8 | place(units) << 16) >>> 0;
  }

  const blocks: number[][] = [];
  const blockNumbers = new Map<string, number>();
  const stage1: number[] = [];
  for (let start = 0; start < CODE_POINTS + ZAWGYI_CODE_POINTS; start += BLOCK) {
    const block = Array.from({ length: BLOCK }, (_, i) => {
      const value = start < CODE_POINTS ? record(start + i) : zawgyiRecord(start - CODE_POINTS + i);
      let number = recordNumbers.get(value);
      if (number === undefined) {
        number = records.push(value) - 1;
        recordNumbers.set(value, number);
      }
      return number;
    });
    const key = block.join();
    let number = blockNumbers.get(key);
    if (number === undefined) {
      number = blocks.push(block) - 1;
      blockNumbers.set(key, number);
    }
    stage1.push(number);
  }
  if (records.length > 0xffff || pool.length > 0xffff) throw new Error('The tables no longer fit 16-bit references.');
  return assemble(stage1, blocks.flat(), records, pool, folding.kana.flat());
}

function assemble(
  stage1: readonly number[], stage2: readonly number[], records: readonly number[], pool: readonly number[], kana: readonly number[],
): Uint8Array {
  const [major, minor, patch] = UNICODE_VERSION;
  const parts = [
    Uint16Array.from(stage1), Uint16Array.from(shippedNumbers(stage2)), Uint32Array.from(shippedRecords(records)), Uint16Array.from(pool), Uint8Array.from(kana),
  ];
  const counts = [stage1.length, stage2.length, records.length, pool.length, kana.length / 2];
  const aligned = (n: number): number => (n + 15) & ~15;
  const out = new Uint8Array(parts.reduce((sum, part) => sum + aligned(part.byteLength), HEAD));
  const head = new DataView(out.buffer);
  head.setUint32(0, SHIPPED_FORMAT, true);
  head.setUint32(4, major << 16 | minor << 8 | patch, true);
  let at = HEAD;
  parts.forEach((part, i) => {
    head.setUint32(8 + i * 8, at, true);
    head.setUint32(12 + i * 8, counts[i] ?? 0, true);
    out.set(new Uint8Array(part.buffer), at);
    at += aligned(part.byteLength);
  });
  return out;
}

function shippedNumbers(numbers: readonly number[]): number[] {
  let next = 0;
  return numbers.map((number, i) => {
    if (number !== next) return number === numbers[i - 1] ? 1 : number + 2;
    next++;
    return 0;
  });
}

function shippedRecords(records: readonly number[]): number[] {
  let end = 0;
  let shift = 0;
  return records.map((record) => {
    const payload = record >>> 16;
    const operation = record >>> 5 & 7;
    let from = 0;
    if (operation === OPERATION.expand) {
      from = end;
      end = payload + (record >>> 8 & 31);
    } else if (operation === OPERATION.shift) {
      from = shift;
      shift = payload;
    }
    return (record & 0xffff | payload - from << 16) >>> 0;
  });
}
