// The two forms of the tables' payload (layout: pack.ts).

/** Sections as they are used, and as they are shipped. */
export const PLAIN_FORMAT = 1;
export const SHIPPED_FORMAT = 2;

/** The payload as the kernel uses it: what a model was trained with, however it is shipped. */
export function plainTables(payload: Uint8Array): Uint8Array {
  const out = payload.slice();
  const view = new DataView(out.buffer);
  if (view.getUint32(0, true) !== SHIPPED_FORMAT) throw new Error('Not the payload of a tables.bin of this version.');
  view.setUint32(0, PLAIN_FORMAT, true);
  const stage2 = view.getUint32(16, true);
  for (let i = 1; i < view.getUint32(20, true); i++) {
    view.setUint16(stage2 + 2 * i, view.getUint16(stage2 + 2 * i, true) + view.getUint16(stage2 + 2 * i - 2, true), true);
  }
  const records = view.getUint32(24, true);
  for (let i = 1; i < view.getUint32(28, true); i++) {
    view.setUint32(records + 4 * i, view.getUint32(records + 4 * i, true) + view.getUint32(records + 4 * i - 4, true), true);
  }
  return out;
}
