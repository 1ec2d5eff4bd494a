import { ImageKernel } from '../../../src/media/image-kernel.ts';
import { coverFile } from '../../../src/worker/cover-file.ts';
import { decodePicture } from '../../../src/worker/decode-picture.ts';
import { jpegWays } from './covers-ways.ts';

/** Runs in a worker of the page: times each way in turn, so that a busy moment hits them all. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

export interface CoversOrder {
  readonly kernel: string;
  /** Addresses by name. */
  readonly jpegs: Readonly<Record<string, string>>;
  readonly bomb: string;
  readonly rounds: number;
}

export interface CoversTimes {
  readonly pngBytes: number;
  /** Milliseconds by name, one a round. */
  readonly times: Readonly<Record<string, readonly number[]>>;
}

/** A way to be timed; one that takes long takes part in every third round. */
export interface Way {
  readonly isSlow?: boolean;
  /** Done in one turn and divided by: a page's clock has steps of 5 µs. */
  readonly times?: number;
  run(): Promise<void> | void;
}

/** What getImageData gives of 12 megapixels comes in bands of so many rows. */
const BAND_ROWS = 64;

async function bytesOf(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`no ${address}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function makeWays(order: CoversOrder): Promise<{ readonly ways: Readonly<Record<string, Way>>; readonly pngBytes: number }> {
  const kernel = new ImageKernel(await bytesOf(order.kernel));
  const ours = async (file: Blob, state = 'picture'): Promise<void> => {
    const reply = await coverFile(kernel, { file, cells: 16 }, { picture: decodePicture, video: () => Promise.resolve('undecodable') });
    if (reply.state !== state) throw new Error(`the state is ${reply.state}`);
  };
  const ways: Record<string, Way> = {};
  for (const [name, address] of Object.entries(order.jpegs)) Object.assign(ways, jpegWays(name, await bytesOf(address), kernel, ours));

  const bitmap = await createImageBitmap(new Blob([await bytesOf(Object.values(order.jpegs)[0] ?? '')]));
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
  context.drawImage(bitmap, 0, 0);
  const png = await canvas.convertToBlob({ type: 'image/png' });
  ways['coverMedia, PNG'] = { isSlow: true, run: () => ours(png) };
  ways['decode alone, PNG'] = { isSlow: true, run: async () => { (await createImageBitmap(png)).close(); } };

  const pixels = context.getImageData(0, 0, width, height).data;
  const target = new Uint8ClampedArray(pixels.length);
  const bands = function* (): Generator<Uint8ClampedArray> {
    const bytes = BAND_ROWS * width * 4;
    for (let from = 0; from < pixels.length; from += bytes) yield pixels.subarray(from, from + bytes);
  };
  ways['mean of raw pixels'] = { times: 4, run: () => { if (kernel.mean(width, height, bands()) !== 'grid') throw new Error('no mean'); } };
  ways['plain copy of them'] = { times: 4, run: () => { target.set(pixels); } };

  const bomb = await bytesOf(order.bomb);
  const bombFile = new Blob([bomb]);
  ways['PNG of 16,000 × 16,000 refused, bytes in memory'] = {
    times: 100, run: () => { if (kernel.readFile(bomb).answer !== 'too-big') throw new Error('not refused'); kernel.wipe(); },
  };
  ways['PNG of 16,000 × 16,000 refused, from a Blob'] = { run: () => ours(bombFile, 'neutral') };
  return { ways, pngBytes: png.size };
}

scope.onmessage = async ({ data: order }: MessageEvent<CoversOrder>) => {
  const { ways, pngBytes } = await makeWays(order);
  const times: Record<string, number[]> = {};
  const slow = Object.keys(ways).filter((name) => ways[name]?.isSlow === true);
  for (let round = 0; round < order.rounds; round++) {
    for (const [name, { isSlow, times: turns = 1, run }] of Object.entries(ways)) {
      // Not one after the other: who comes behind has to wait until the memory of who was before is free.
      if (isSlow === true && round % 3 !== slow.indexOf(name) % 3) continue;
      const start = performance.now();
      for (let turn = 0; turn < turns; turn++) await run();
      (times[name] ??= []).push((performance.now() - start) / turns);
    }
  }
  // The first time warms up.
  for (const list of Object.values(times)) list.shift();
  scope.postMessage({ pngBytes, times } satisfies CoversTimes);
};
