import type { Wanted } from '../media/image-kernel.ts';
import { readVideo, type VideoReading } from '../media/video/read-video.ts';
import type { Decode } from './cover-file.ts';
import { pixelsOf } from './decode-picture.ts';
import { firstFrame } from './video-frame.ts';

const ARRIVING_BYTES = 0x200000;

/** The first frame of an MP4 or WebM, of any length; where the file has it turned, it is still to be. */
export const decodeVideo: Decode = async (file, { kind }) => {
  const reading = await readParts(file, kind === 'webm' ? 'webm' : 'mp4');
  if (reading === undefined) return 'unreadable';
  const { answer } = reading;
  if (answer !== 'sample') return answer === 'unsupported' ? 'undecodable' : answer === 'cut' || answer === 'damaged' ? 'damaged' : 'too-big';
  const frame = await firstFrame(reading);
  // Only a frame that was given back has no rectangle.
  const visible = frame?.visibleRect ?? undefined;
  if (frame === undefined || visible === undefined) return 'undecodable';
  return { ...pixelsOf(frame, visible.width, visible.height), rotation: reading.rotation };
};

/**
 * The same where a file comes over a port, as in the frame form: Firefox (153) never ends a read beyond what has arrived of a file
 * in memory, but waits for bytes that are asked for in their order. They are read and let go: 10 MB in 50 ms.
 */
export const decodeArriving: Decode = async (file, head) => {
  try {
    for (let at = 0; at < file.size; at += ARRIVING_BYTES) await file.slice(at, at + ARRIVING_BYTES).arrayBuffer();
  } catch {
    return 'unreadable';
  }
  return decodeVideo(file, head);
};

/** @returns undefined where bytes cannot be read (any more) */
async function readParts(file: Blob, kind: 'mp4' | 'webm'): Promise<VideoReading | undefined> {
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
