// The two forms of the tables' payload (layout: pack.ts).

/** Sections as they are used, and as they are shipped. */
export const PLAIN_FORMAT = 3;
export const SHIPPED_FORMAT = 4;

/** The payload as the kernel uses it: what a model was trained with, however it is shipped. */
export function plainTables(payload: Uint8Array): Uint8Array {
  const out = payload.slice();
  const view = new DataView(out.buffer);
  if (view.getUint32(0, true) !== SHIPPED_FORMAT) throw new Error('Not the payload of a tables.bin of this version.');
  view.setUint32(0, PLAIN_FORMAT, true);
  const stage2 = view.getUint32(16, true);
  let next = 0;
  let number = 0;
  for (let i = 0; i < view.getUint32(20, true); i++) {
    const shipped = view.getUint16(stage2 + 2 * i, true);
    if (shipped !== 1) number = shipped === 0 ? next++ : shipped - 2;
    view.setUint16(stage2 + 2 * i, number, true);
  }
  const records = view.getUint32(24, true);
  let end = 0;
  let shift = 0;
  for (let i = 0; i < view.getUint32(28, true); i++) {
    const record = view.getUint32(records + 4 * i, true);
    let payload = record >>> 16;
    if ((record >>> 5 & 7) === 2) {
      payload = payload + end & 0xffff;
      end = payload + (record >>> 8 & 31);
    } else if ((record >>> 5 & 7) === 1) {
      shift = payload = payload + shift & 0xffff;
    }
    view.setUint32(records + 4 * i, (record & 0xffff | payload << 16) >>> 0, true);
  }
  return out;
}
