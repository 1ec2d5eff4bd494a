/** What an app has for one covered photo; the functions are the same ones at every drawing. */
export const bytes = (): Promise<Blob> => new Promise((resolve, reject) => {
  const canvas = document.createElement('canvas');
  canvas.toBlob((blob) => { if (blob === null) reject(new Error('no blob')); else resolve(blob); });
});
export const heard = (state: string): void => { window.heard.push(state); };
export const told = ({ detail }: CustomEvent<{ action: string; notice: { id: string } }>): void => { window.heard.push(`${detail.action} ${detail.notice.id}`); };
export const notice = { id: 'n', kind: 'scam' as const, family: 'parcel' as const, level: 'strong' as const, reasons: [], where: [], actions: ['open-the-app-yourself' as const, 'block' as const] };
export const props = { from: 'Ann', kind: 'image' as const, open: bytes, cover: { width: 2, height: 1, data: new Uint8ClampedArray(8).fill(200) } };
