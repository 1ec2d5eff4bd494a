import { ImageKernel } from '../../../src/media/image-kernel.ts';
import { coverFile } from '../../../src/worker/cover-file.ts';
import { decodePicture } from '../../../src/worker/decode-picture.ts';

/** Runs in a worker of the page: makes the pictures, then times each way in turn, so that a busy moment hits them all. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

export interface CoversOrder {
  readonly kernel: number[];
  readonly width: number;
  readonly height: number;
  readonly rounds: number;
}

export interface CoversTimes {
  readonly bytes: { readonly jpeg: number; readonly png: number };
  /** Milliseconds by name, one a round. */
  readonly times: Readonly<Record<string, readonly number[]>>;
}

const COVER_SIDE = 320;

/** Slopes with grain of several sizes, as photos have it: flat parts, edges, noise. */
async function picture(width: number, height: number): Promise<OffscreenCanvas> {
  const tile = new ImageData(500, 375);
  for (let i = 0; i < tile.data.length; i += 4) {
    const [x, y] = [(i >> 2) % 500, Math.floor((i >> 2) / 500)];
    let n = Math.imul(x + 1, 0x9e3779b1) ^ Math.imul(y + 1, 0x85ebca77);
    n = Math.imul(n ^ n >>> 15, 0x2c1b3c6d);
    const edge = (x >> 5 ^ y >> 5) % 3 * 40;
    for (let c = 0; c < 3; c++) tile.data[i + c] = 60 + edge + Math.floor((c === 1 ? x : y) / 4) + (n >>> (8 * c) & 15);
    tile.data[i + 3] = 255;
  }
  const bitmap = await createImageBitmap(tile);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  context.globalAlpha = 0.5;
  for (let y = 0; y < height; y += 375) for (let x = 0; x < width; x += 500) context.drawImage(bitmap, x, y);
  return canvas;
}

scope.onmessage = async ({ data: { kernel: bytes, width, height, rounds } }: MessageEvent<CoversOrder>) => {
  const canvas = await picture(width, height);
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
  const png = await canvas.convertToBlob({ type: 'image/png' });
  const kernel = new ImageKernel(Uint8Array.from(bytes));
  const ours = async (file: Blob): Promise<void> => {
    const { state } = await coverFile(kernel, { file, cells: 16 }, { picture: decodePicture, video: () => Promise.resolve('undecodable') });
    if (state !== 'picture') throw new Error('no cover');
  };
  const held = new Uint8Array(await jpeg.arrayBuffer());
  const small = new OffscreenCanvas(COVER_SIDE, 240).getContext('2d') as OffscreenCanvasRenderingContext2D;
  const ways: Readonly<Record<string, () => Promise<void>>> = {
    'coverMedia, JPEG': () => ours(jpeg),
    'its grid and cover alone, bytes in memory': async () => {
      kernel.readFile(held);
      kernel.cover();
      kernel.wipe();
    },
    'ImageDecoder with desiredWidth, JPEG': async () => {
      const decoder = new ImageDecoder({ data: await jpeg.arrayBuffer(), type: 'image/jpeg', desiredWidth: 500, desiredHeight: 375 } as ImageDecoderInit);
      const { image } = await decoder.decode();
      small.drawImage(image, 0, 0, COVER_SIDE, 240);
      small.getImageData(0, 0, 1, 1);
      image.close();
      decoder.close();
    },
    'createImageBitmap with resize, JPEG': async () => {
      const bitmap = await createImageBitmap(jpeg, { resizeWidth: 32, resizeQuality: 'medium' });
      small.drawImage(bitmap, 0, 0, COVER_SIDE, 240);
      small.getImageData(0, 0, 1, 1);
      bitmap.close();
    },
    'full decode and canvas blur, JPEG': async () => {
      const bitmap = await createImageBitmap(jpeg);
      const full = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
      full.filter = `blur(${width / 40}px)`;
      full.drawImage(bitmap, 0, 0);
      full.getImageData(0, 0, 1, 1);
      bitmap.close();
    },
    'coverMedia, PNG': () => ours(png),
    'decode alone, PNG': async () => { (await createImageBitmap(png)).close(); },
  };
  const times: Record<string, number[]> = {};
  for (let round = 0; round <= rounds; round++) {
    for (const [name, way] of Object.entries(ways)) {
      const start = performance.now();
      await way();
      // The first round warms up.
      if (round > 0) (times[name] ??= []).push(performance.now() - start);
    }
  }
  scope.postMessage({ bytes: { jpeg: jpeg.size, png: png.size }, times } satisfies CoversTimes);
};
