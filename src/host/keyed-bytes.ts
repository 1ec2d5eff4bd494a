import { refused } from './record-seal.ts';

/** A record with its key inside, since its name in the database tells nobody: u16 length in units, the units, the bytes. */
export function withKey(key: string, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(2 + key.length * 2 + bytes.length);
  const view = new DataView(whole.buffer);
  view.setUint16(0, key.length, true);
  for (let n = 0; n < key.length; n++) view.setUint16(2 + n * 2, key.charCodeAt(n), true);
  whole.set(bytes, 2 + key.length * 2);
  return whole;
}

/** @throws {SafetyError} record-refused */
export function splitKey(whole: Uint8Array<ArrayBuffer>): { readonly key: string; readonly bytes: Uint8Array<ArrayBuffer> } {
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  const units = whole.length < 2 ? Infinity : view.getUint16(0, true);
  if (whole.length < 2 + units * 2) throw refused();
  let key = '';
  for (let n = 0; n < units; n++) key += String.fromCharCode(view.getUint16(2 + n * 2, true));
  return { key, bytes: whole.slice(2 + units * 2) };
}
