import { imageDataRGB } from 'stackblur-canvas';
import type { ImageKernel } from '../../../src/media/image-kernel.ts';
import type { Way } from './covers-worker.ts';

const COVER_SIDE = 320;
/** Of the width: what a blur needs to hide a face (research/image §2.1), and an eighth, below which JPEG decoders do not go. */
const BLUR_SHARE = 0.025;
const EIGHTH = 8;

/**
 * Our way and those of others from a JPEG to something that can be shown, as a Blob, which is how files come, and as bytes that the
 * worker holds. Of theirs, only the last two are blurred.
 */
export function jpegWays(name: string, bytes: Uint8Array<ArrayBuffer>, kernel: ImageKernel, ours: (file: Blob) => Promise<void>): Readonly<Record<string, Way>> {
  const file = new Blob([bytes], { type: 'image/jpeg' });
  const { width, height } = kernel.readFile(bytes);
  const small = contextOf(COVER_SIDE, Math.round(COVER_SIDE * height / width));
  const show = (picture: ImageBitmap | VideoFrame): void => {
    small.drawImage(picture, 0, 0, small.canvas.width, small.canvas.height);
    small.getImageData(0, 0, 1, 1);
    picture.close();
  };
  const decodeSmall = async (data: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<void> => {
    const decoder = new ImageDecoder({ data, type: 'image/jpeg', desiredWidth: width / EIGHTH, desiredHeight: height / EIGHTH } as ImageDecoderInit);
    show((await decoder.decode()).image);
    decoder.close();
  };
  const decodeFull = async (from: Blob): Promise<OffscreenCanvasRenderingContext2D> => {
    const bitmap = await createImageBitmap(from);
    const full = contextOf(width, height);
    full.drawImage(bitmap, 0, 0);
    bitmap.close();
    return full;
  };
  const peers = (from: string, given: () => Blob): Readonly<Record<string, Way>> => ({
    [`createImageBitmap with resize${from}, ${name}`]: {
      run: async () => { show(await createImageBitmap(given(), { resizeWidth: 32, resizeQuality: 'medium' })); },
    },
    [`full decode and stackblur${from}, ${name}`]: {
      isSlow: true,
      run: async () => {
        const full = await decodeFull(given());
        full.putImageData(imageDataRGB(full.getImageData(0, 0, width, height), 0, 0, width, height, Math.round(width * BLUR_SHARE)), 0, 0);
      },
    },
  });
  return {
    [`coverMedia, ${name}`]: { run: () => ours(file) },
    [`ImageDecoder with desiredWidth, ${name}`]: { run: async () => { await decodeSmall(await file.arrayBuffer()); } },
    ...peers('', () => file),
    [`full decode and canvas blur, ${name}`]: {
      isSlow: true,
      run: async () => {
        const full = await decodeFull(file);
        full.filter = `blur(${width * BLUR_SHARE}px)`;
        full.drawImage(full.canvas, 0, 0);
        full.getImageData(0, 0, 1, 1);
      },
    },
    [`coverMedia, bytes in memory, ${name}`]: { run: () => { kernel.readFile(bytes); kernel.cover(); kernel.wipe(); } },
    [`ImageDecoder with desiredWidth, bytes in memory, ${name}`]: { run: () => decodeSmall(bytes) },
    ...peers(', bytes in memory', () => new Blob([bytes], { type: 'image/jpeg' })),
  };
}

/** Its pixels are read, so they lie where reading is quick. */
function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  return new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
}
