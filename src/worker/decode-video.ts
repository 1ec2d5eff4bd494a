import type { Wanted } from '../media/image-kernel.ts';
import { readVideo, type VideoReading } from '../media/video/read-video.ts';
import type { Decode } from './cover-file.ts';
import { pixelsOf } from './decode-picture.ts';
import { refusalReason } from './refusal-reason.ts';
import { firstFrame } from './video-frame.ts';

/** The first frame of an MP4 or WebM, of any length; where the file has it turned, it is still to be. */
export const decodeVideo: Decode = async (file, { kind }) => {
  const reading = await readParts(file, kind === 'webm' ? 'webm' : 'mp4');
  if (reading === undefined) return 'unreadable';
  if (reading.answer !== 'sample') return refusalReason(reading.answer);
  const frame = await firstFrame(reading);
  // Only a frame that was given back has no rectangle.
  const visible = frame?.visibleRect ?? undefined;
  if (frame === undefined || visible === undefined) return 'undecodable';
  return { ...pixelsOf(frame, visible.width, visible.height), rotation: reading.rotation };
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
