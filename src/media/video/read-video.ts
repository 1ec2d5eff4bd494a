import { codecName } from './codec-name.ts';
import { Input, type Reading } from './input.ts';
import { readMp4 } from './mp4.ts';
import { mustFit, streamSize } from './stream-size.ts';
import { Refused, type VideoRefusal, type VideoSample } from './video-sample.ts';
import { readWebm } from './webm.ts';

export type VideoReading = VideoSample | { readonly answer: VideoRefusal };

/**
 * Finds the first picture of a video that stands by itself, asking for one part of the file after the other: where it is told where
 * things lie, and the coded picture itself, but never the file. Linear in what is asked for, at most `INDEX_BYTES_MAX` and
 * `SAMPLE_BYTES_MAX`; `STEPS_MAX` steps. Nothing is decoded. Any size of file.
 *
 * @param kind as the image kernel knows it by the first bytes
 * @throws {RangeError} for a part that is not as long as asked for; whatever the file says is an answer
 */
export function* readVideo(kind: 'mp4' | 'webm', fileBytes: number): Reading<VideoReading> {
  const input = new Input(fileBytes);
  try {
    const found = yield* kind === 'mp4' ? readMp4(input) : readWebm(input);
    const { format, config, width, height, rotation, from, to } = found;
    mustFit(found);
    const bytes = yield* input.sample(from, to);
    mustFit(streamSize(format, config, bytes));
    const description = format === 'avc' || format === 'hevc' ? config : undefined;
    return { answer: 'sample', codec: codecName(found, bytes), description, width, height, rotation, sample: { from, to }, bytes };
  } catch (error) {
    if (error instanceof Refused) return { answer: error.answer };
    throw error;
  }
}
