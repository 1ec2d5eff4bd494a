import type { ImageKind } from '../media/image-head.ts';
import type { Decode, Decoded } from './cover-file.ts';

/** Pixels that are drawn and read at once: 4 MB beside the picture itself. */
const BAND_PIXELS = 0x100000;

const TYPES: Readonly<Partial<Record<ImageKind, string>>> = {
  jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif', avif: 'image/avif', heic: 'image/heic',
};

/**
 * The engine's own decoder, at the picture's full size: every engine's downscale skips pixels (research/image §2.2). The first
 * frame of what moves, turned as its EXIF says (all three do so whatever is asked), colours in sRGB.
 */
export const decodePicture: Decode = async (file, { kind }) => {
  // By the kind its bytes have: what the sender calls it may send an engine to another decoder.
  const typed = file.slice(0, file.size, TYPES[kind]);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(typed, { imageOrientation: 'from-image', premultiplyAlpha: 'premultiply' });
  } catch {
    return 'undecodable';
  }
  return pixelsOf(bitmap, bitmap.width, bitmap.height);
};

/** Rows of what can be drawn, pixel for pixel: a frame that wants to be shown wider than it is would be drawn wider. */
export function pixelsOf(picture: ImageBitmap | VideoFrame, width: number, height: number): Decoded {
  return { width, height, bands: bandsOf(picture, width, height), close: () => { picture.close(); } };
}

function* bandsOf(picture: ImageBitmap | VideoFrame, width: number, height: number): Generator<Uint8ClampedArray> {
  const rows = Math.min(height, Math.max(1, Math.floor(BAND_PIXELS / width)));
  const context = new OffscreenCanvas(width, rows).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new RangeError('There is no canvas of this size.');
  // In place of the band before, transparent pixels too; never scaled.
  context.globalCompositeOperation = 'copy';
  context.imageSmoothingEnabled = false;
  for (let from = 0; from < height; from += rows) {
    context.drawImage(picture, 0, -from, width, height);
    yield context.getImageData(0, 0, width, Math.min(rows, height - from)).data;
  }
}
