import type { ImageHead } from '../media/image-head.ts';
import type { Wanted } from '../media/image-kernel.ts';
import type { Rotation } from '../media/turn-grid.ts';
import { readVideo, type VideoReading } from '../media/video/read-video.ts';
import { firstFrame } from './video-frame.ts';

/** Pixels that are drawn and read at once: 4 MB beside the frame itself. */
const BAND_PIXELS = 0x100000;

/** A video's first frame as it was stored: what a player turns by `rotation` is to be turned when it is small. */
export interface DecodedVideo {
  readonly width: number;
  readonly height: number;
  readonly rotation: Rotation;
  /** RGBA as `ImageData` has it, whole rows. */
  readonly bands: Iterable<Uint8ClampedArray>;
  /** Gives the frame back. */
  close(): void;
}

/** The first frame of an MP4 or WebM, of any length. @returns why there is none */
export async function decodeVideo(file: Blob, { kind }: Pick<ImageHead, 'kind'>): Promise<DecodedVideo | 'undecodable' | 'damaged' | 'too-big' | 'unreadable'> {
  const reading = await readBlob(file, kind === 'webm' ? 'webm' : 'mp4');
  if (reading === undefined) return 'unreadable';
  const { answer } = reading;
  if (answer !== 'sample') return answer === 'unsupported' ? 'undecodable' : answer === 'cut' || answer === 'damaged' ? 'damaged' : 'too-big';
  const frame = await firstFrame(reading);
  // Only a frame that was given back has none.
  const visible = frame?.visibleRect ?? undefined;
  if (frame === undefined || visible === undefined) return 'undecodable';
  const { width, height } = visible;
  return { width, height, rotation: reading.rotation, bands: rowsOf(frame, width, height), close: () => { frame.close(); } };
}

/** @returns undefined where bytes cannot be read (any more) */
async function readBlob(file: Blob, kind: 'mp4' | 'webm'): Promise<VideoReading | undefined> {
  const partOf = async ({ from, to }: Wanted): Promise<Uint8Array> => new Uint8Array(await file.slice(from, to).arrayBuffer());
  const reading = readVideo(kind, file.size);
  try {
    let step = reading.next();
    while (step.done !== true) step = reading.next(await partOf(step.value));
    return step.value;
  } catch {
    return undefined;
  }
}

/** Drawn pixel for pixel: a frame that wants to be shown wider than it is would be drawn wider. */
function* rowsOf(frame: VideoFrame, width: number, height: number): Generator<Uint8ClampedArray> {
  const rows = Math.min(height, Math.max(1, Math.floor(BAND_PIXELS / width)));
  const context = new OffscreenCanvas(width, rows).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new RangeError('There is no canvas of this size.');
  context.globalCompositeOperation = 'copy';
  for (let from = 0; from < height; from += rows) {
    context.drawImage(frame, 0, -from, width, height);
    yield context.getImageData(0, 0, width, Math.min(rows, height - from)).data;
  }
}
