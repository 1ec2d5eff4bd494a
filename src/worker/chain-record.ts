import { SKETCH_BYTES } from '../text/sketch-kernel.ts';

/** One near-copy as it is kept: hashes under the secret of the installation, times and numbers. */
export interface ChainEntry {
  /** Of the message: the record's key. */
  readonly id: string;
  readonly conversation: string;
  readonly sender: string;
  /** When it was sent, not after it came. Milliseconds since 1970. */
  readonly at: number;
  /** When it came. Whoever writes says when they sent it, and may date it as they like. Milliseconds since 1970. */
  readonly came: number;
  readonly revision: number;
  /** Different grams of its text. */
  readonly size: number;
}

export interface StoredEntry extends ChainEntry {
  readonly sketch: Uint8Array;
}

/** Another form is refused, and deleted. */
const FORM = 2;
/** Form u8, 3 bytes of zeros, size u32, revision u32, a check u32, at f64, conversation 8, sender 8, came f64; then the sketch. */
const HEAD_BYTES = 48;
const RECORD_BYTES = HEAD_BYTES + SKETCH_BYTES;
const CHECK_AT = 12;

/** 560 bytes. */
export function encodeEntry({ conversation, sender, at, came, revision, size, sketch }: StoredEntry): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(RECORD_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, FORM);
  view.setUint32(4, size, true);
  view.setUint32(8, revision, true);
  view.setFloat64(16, at, true);
  putHex(bytes, 24, conversation);
  putHex(bytes, 32, sender);
  view.setFloat64(40, came, true);
  bytes.set(sketch, HEAD_BYTES);
  view.setUint32(CHECK_AT, checkOf(bytes), true);
  return bytes;
}

/** `undefined` for bytes that `encodeEntry` did not write: damaged, cut, foreign or of another form. Never throws. */
export function decodeEntry(id: string, bytes: Uint8Array): StoredEntry | undefined {
  if (bytes.length !== RECORD_BYTES || bytes[0] !== FORM || !/^[\da-f]{16}$/u.test(id)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [size, at, came] = [view.getUint32(4, true), view.getFloat64(16, true), view.getFloat64(40, true)];
  if (view.getUint32(CHECK_AT, true) !== checkOf(bytes) || size === 0 || size > 0xffff || !Number.isFinite(at + came)) return undefined;
  return { id, conversation: hexOf(bytes, 24), sender: hexOf(bytes, 32), at, came, revision: view.getUint32(8, true), size, sketch: bytes.subarray(HEAD_BYTES) };
}

/** FNV-1a of all but itself: tells damage, not malice; the seal of the store is what stops malice. */
function checkOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) if (at < CHECK_AT || at >= CHECK_AT + 4) hash = Math.imul(hash ^ (bytes[at] ?? 0), 16_777_619);
  return hash >>> 0;
}

function putHex(bytes: Uint8Array, at: number, hex: string): void {
  for (let i = 0; i < 8; i++) bytes[at + i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
}

function hexOf(bytes: Uint8Array, at: number): string {
  return Array.from(bytes.subarray(at, at + 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
