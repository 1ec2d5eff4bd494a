import type { MediaKind, RevealProblem } from './catalogue.ts';
import { make } from './element.ts';

/** Bytes of one original that are taken into the page at most. */
export const ORIGINAL_BYTES = 64 * 1024 * 1024;
/** Pixels of a picture; more is refused after decoding, before it is drawn. */
export const ORIGINAL_PIXELS = 64_000_000;
/** Longest side of the canvas (iOS holds canvases to about 16.7 megapixels). */
const CANVAS_SIDE = 4096;

export class RevealFailure extends Error {
  override readonly name = 'RevealFailure';
  readonly problem: RevealProblem;

  constructor(problem: RevealProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * The node that shows an original. All it holds hangs on `signal`: when that aborts, pixels are dropped, playing ends, URLs are revoked
 * and the node leaves the page. Sounds and files have nothing to show.
 * @throws {RevealFailure} it cannot be shown
 */
export async function originalNode(blob: Blob, kind: MediaKind, signal: AbortSignal): Promise<HTMLElement | undefined> {
  if (!(blob instanceof Blob)) throw new RevealFailure('failed');
  if (kind === 'audio' || kind === 'file') return undefined;
  if (blob.size > ORIGINAL_BYTES) throw new RevealFailure('too-big');
  return kind === 'video' ? video(blob, signal) : picture(blob, signal);
}

/** The first frame on a canvas: never an `<img>`, so there is no URL, no alternative text, and nothing to drag. */
async function picture(blob: Blob, signal: AbortSignal): Promise<HTMLElement> {
  const bitmap = await createImageBitmap(blob).catch(() => { throw new RevealFailure('undecodable'); });
  try {
    if (signal.aborted) throw new RevealFailure('failed');
    if (bitmap.width * bitmap.height > ORIGINAL_PIXELS) throw new RevealFailure('too-big');
    const scale = Math.min(1, CANVAS_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = make('canvas', { class: 'original', part: 'original', role: 'img' });
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext('2d');
    if (context === null) throw new RevealFailure('failed');
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    signal.addEventListener('abort', () => {
      canvas.remove();
      canvas.width = canvas.height = 0;
    });
    return canvas;
  } finally {
    bitmap.close();
  }
}

/** Needs `media-src blob:` in the page's policy; without it, `undecodable`. Nothing plays until the person presses play. */
function video(blob: Blob, signal: AbortSignal): Promise<HTMLElement> {
  const url = heldUrl(blob.slice(0, blob.size, /^video\/[\w.+-]+$/u.test(blob.type) ? blob.type : 'video/mp4'), signal);
  const player = make('video', {
    class: 'original', part: 'original', controls: '', playsinline: '', preload: 'metadata', disablepictureinpicture: '',
    disableremoteplayback: '', controlslist: 'nodownload noremoteplayback',
  });
  return new Promise((resolve, reject) => {
    player.addEventListener('loadedmetadata', () => { resolve(player); });
    player.addEventListener('error', () => { reject(new RevealFailure('undecodable')); });
    signal.addEventListener('abort', () => {
      player.pause();
      player.removeAttribute('src');
      player.load();
      player.remove();
      reject(new RevealFailure('failed'));
    });
    player.src = url;
    player.load();
  });
}

/** Hands bytes to the person's downloads. Under a neutral type: opened by itself, such a URL can run nothing as this page. */
export function download(blob: Blob, fileName: string, signal: AbortSignal): void {
  const url = heldUrl(blob.slice(0, blob.size, 'application/octet-stream'), signal);
  make('a', { href: url, download: fileName }).click();
  // Browsers begin to read after the click; some ask the person first.
  setTimeout(() => { URL.revokeObjectURL(url); }, 40_000);
}

function heldUrl(blob: Blob, signal: AbortSignal): string {
  if (signal.aborted) throw new RevealFailure('failed');
  const url = URL.createObjectURL(blob);
  signal.addEventListener('abort', () => { URL.revokeObjectURL(url); });
  return url;
}
