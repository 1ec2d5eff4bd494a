// An xor filter (Graf, Lemire: Xor Filters, arXiv:1912.08258): a set of strings in 12.3 bits each that never denies a member
// and takes one in 1,024 others for one. Larger than the ribbon filter of `common-words.bin`, but read by a few lines of script:
// three rows, one of each third, combined by exclusive or, are the fingerprint. The reader is `src/decide/suffixes.ts`.

/** Bits of a fingerprint, and of a row. */
export const ROW_BITS = 10;

/** FNV-1a of the UTF-16 units from this seed, then mixed; 32 bits, unsigned. */
export function hash32(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ h >>> 15, 0x2c1b3c6d);
  return (h ^ h >>> 13) >>> 0;
}

/** The three rows of a text and what they must give: one hash each, the first of which gives the fingerprint too. */
export function rowsOf(text: string, seed: number, third: number): { readonly rows: readonly number[]; readonly fingerprint: number } {
  const hashes = [0, 1, 2].map((n) => hash32(text, seed + n));
  return { rows: hashes.map((h, n) => n * third + h % third), fingerprint: (hashes[0] as number) >>> 32 - ROW_BITS };
}

/** Rows of the filter, or `undefined` where this seed has no solution: another one has. */
export function xorFilter(members: readonly string[], seed: number, third: number): readonly number[] | undefined {
  const given = members.map((text) => rowsOf(text, seed, third));
  // Which members want a row: how many, and their numbers combined by exclusive or.
  const count = new Uint32Array(3 * third);
  const which = new Uint32Array(3 * third);
  const toggle = (member: number, by: 1 | -1): void => {
    for (const row of given[member]?.rows ?? []) {
      count[row] = (count[row] as number) + by;
      which[row] = (which[row] as number) ^ member;
    }
  };
  given.forEach((_, member) => { toggle(member, 1); });
  const free = [...count.keys()].filter((row) => count[row] === 1);
  const order: [member: number, row: number][] = [];
  for (let row = free.pop(); row !== undefined; row = free.pop()) {
    if (count[row] !== 1) continue;
    const member = which[row] as number;
    order.push([member, row]);
    toggle(member, -1);
    for (const other of given[member]?.rows ?? []) if (count[other] === 1) free.push(other);
  }
  if (order.length < members.length) return undefined;
  const rows = Array.from({ length: 3 * third }, () => 0);
  for (const [member, own] of order.reverse()) {
    const entry = given[member] as ReturnType<typeof rowsOf>;
    rows[own] = entry.rows.reduce((sum, row) => (row === own ? sum : sum ^ (rows[row] as number)), entry.fingerprint);
  }
  return rows;
}

/**
 * The upper eight bits of every row, a byte each, then the lower two, four rows to a byte: the fifth of the rows that nobody wants
 * are whole bytes of zero, of which compression makes nothing.
 */
export function packRows(rows: readonly number[]): Uint8Array {
  const out = new Uint8Array(rows.length + Math.ceil(rows.length / 4));
  rows.forEach((row, n) => {
    out[n] = row >> 2;
    const at = rows.length + (n >> 2);
    out[at] = (out[at] as number) | (row & 3) << (n & 3) * 2;
  });
  return out;
}
