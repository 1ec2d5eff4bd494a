import { NAME_BYTES, refused, toHex } from './record-seal.ts';

/**
 * Which records are live, and at which version. Versions count up over the whole life of the keys, so that an old
 * ciphertext never fits again, not even after its record was deleted and made anew.
 *
 *     0  u8   format, 1
 *     1  f64  newest version given out
 *     9  n × { 16 bytes name, f64 version }
 */
export interface VersionIndex {
  readonly newest: number;
  readonly versions: ReadonlyMap<string, number>;
}

const FORMAT = 1;
const HEAD_BYTES = 9;
const ENTRY_BYTES = NAME_BYTES + 8;

export const EMPTY_INDEX: VersionIndex = { newest: 0, versions: new Map() };

export function encodeIndex(index: VersionIndex): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD_BYTES + index.versions.size * ENTRY_BYTES);
  const view = new DataView(bytes.buffer);
  bytes[0] = FORMAT;
  view.setFloat64(1, index.newest, true);
  let offset = HEAD_BYTES;
  for (const [name, version] of index.versions) {
    for (let n = 0; n < NAME_BYTES; n++) bytes[offset + n] = parseInt(name.slice(n * 2, n * 2 + 2), 16);
    view.setFloat64(offset + NAME_BYTES, version, true);
    offset += ENTRY_BYTES;
  }
  return bytes;
}

/** @throws {SafetyError} record-refused */
export function decodeIndex(bytes: Uint8Array<ArrayBuffer>): VersionIndex {
  if (bytes[0] !== FORMAT || bytes.length < HEAD_BYTES || (bytes.length - HEAD_BYTES) % ENTRY_BYTES !== 0) throw refused();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const versions = new Map<string, number>();
  for (let offset = HEAD_BYTES; offset < bytes.length; offset += ENTRY_BYTES) {
    versions.set(toHex(bytes.subarray(offset, offset + NAME_BYTES)), view.getFloat64(offset + NAME_BYTES, true));
  }
  return { newest: view.getFloat64(1, true), versions };
}

/** With these records at a new version, or without them. */
export function advance(index: VersionIndex, names: readonly string[], live: boolean): VersionIndex {
  const versions = new Map(index.versions);
  const newest = index.newest + 1;
  for (const name of names) {
    versions.delete(name);
    if (live) versions.set(name, newest);
  }
  return { newest, versions };
}
