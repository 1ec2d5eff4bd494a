// Huffman codes (T.81 Annex C and F). DHT is kept as it came, for a file may send more tables than it uses; look-ups are made
// when a scan begins, and so never more often than there are scans with DC values.

import { DAMAGED, GO, HUFFMAN, HUFFMAN_BYTES, LOOKUP_BITS, TABLE_BYTES, TABLES } from './memory';

const LOOKUPS: u32 = 1 << LOOKUP_BITS;
/** Bit by slot: tables that came. */
let came: i32 = 0;

export function startHuffman(): void {
  came = 0;
}

export function hasTable(slot: i32): bool {
  return (came >> slot & 1) != 0;
}

export function codesOf(slot: i32): usize {
  return HUFFMAN + <usize>slot * HUFFMAN_BYTES;
}

/** Slots: 0–3 DC, 4–7 AC. */
export function readHuffman(at: usize, limit: usize): i32 {
  while (at + 17 <= limit) {
    const type = load<u8>(at);
    // DC or AC, 0 to 3
    if (type & 0xec) return DAMAGED;
    let symbols: usize = 0;
    let code = 0;
    for (let length = 1; length <= 16; length++) {
      const count = <i32>load<u8>(at + length);
      symbols += count;
      code = (code << 1) + count;
      if (code > 1 << length) return DAMAGED;
    }
    if (symbols > 256 || at + 17 + symbols > limit) return DAMAGED;
    const slot = type >> 2 | type & 3;
    memory.copy(codesOf(slot), at + 1, 16 + symbols);
    came |= 1 << slot;
    at += 17 + symbols;
  }
  return at == limit ? GO : DAMAGED;
}

/**
 * The code that `bits`, 16 of them, begin with, of any length.
 * @returns length << 8 | symbol; 0 where no code is
 */
export function codeAt(codes: usize, bits: u32): u32 {
  let first: u32 = 0;
  let symbols = codes + 16;
  for (let length: u32 = 1; length <= 16; length++) {
    const count = <u32>load<u8>(codes + length - 1);
    const rank = (bits >>> (16 - length)) - first;
    if (rank < count) return length << 8 | load<u8>(symbols + rank);
    first = first + count << 1;
    symbols += count;
  }
  return 0;
}

/** By the next LOOKUP_BITS bits: length << 8 | symbol, 0 where the code is longer or none. */
function makeLookup(codes: usize, table: usize): void {
  memory.fill(table, 0, TABLE_BYTES);
  let symbols = codes + 16;
  let to = table;
  for (let length: u32 = 1; length <= LOOKUP_BITS; length++) {
    for (let count = <i32>load<u8>(codes + length - 1); count > 0; count--) {
      const entry = <u16>(length << 8 | load<u8>(symbols++));
      const stop = to + (<usize>2 << (LOOKUP_BITS - length));
      for (; to < stop; to += 2) store<u16>(to, entry);
    }
  }
}

export function dcLookup(slot: i32): usize {
  const table = TABLES + <usize>slot * TABLE_BYTES;
  makeLookup(codesOf(slot), table);
  return table;
}

/**
 * For AC values, which are stepped over: as many codes with their bits as begin within LOOKUP_BITS, at once. An entry is
 * end << 12 | steps << 6 | bits: `steps` values of the block, then its end if `end`; 63, more than any block has left, for codeAt.
 */
export function acLookup(slot: i32): usize {
  const single = TABLES + 8 * TABLE_BYTES;
  const table = TABLES + <usize>slot * TABLE_BYTES;
  makeLookup(codesOf(slot), single);
  for (let index: u32 = 0; index < LOOKUPS; index++) {
    let steps: u32 = 0;
    let bits: u32 = 0;
    while (bits < LOOKUP_BITS) {
      const code = <u32>load<u16>(single + ((index << bits & LOOKUPS - 1) << 1));
      if (code == 0 || bits + (code >> 8) > LOOKUP_BITS) break;
      const size = code & 15;
      const run = code >> 4 & 15;
      if (size == 0 && run < 15) {
        steps |= 64;
        bits += code >> 8;
        break;
      }
      if (steps + run > 62) break;
      steps += run + 1;
      bits += (code >> 8) + size;
    }
    store<u16>(table + (index << 1), <u16>((bits == 0 ? 63 : steps) << 6 | bits));
  }
  return table;
}
