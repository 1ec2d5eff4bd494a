import { boxAt, type Box } from '../video/boxes.ts';
import { Input, type Reading } from '../video/input.ts';
import { readTrack } from '../video/mp4.ts';
import { firstInTable } from '../video/mp4-table.ts';
import type { Size } from '../video/stream-size.ts';
import { refuse, Refused, type VideoRefusal } from '../video/video-sample.ts';
import { oneOfEach, only } from './boxes-by-type.ts';
import { CodedSizes } from './coded-sizes.ts';
import { pictureSizes } from './picture-sizes.ts';
import { readItems } from './items.ts';

/** The sizes in which an engine may give the picture, in either turning; or why it is not to be asked. */
export type StillReading = { readonly answer: 'sizes'; readonly sizes: readonly Size[] } | { readonly answer: VideoRefusal };

/** Handlers of tracks whose pictures an engine may decode for a picture; the last for what is transparent. */
const HANDLERS = ['pict', 'vide', 'auxv'];

/**
 * Reads what the streams inside an AVIF or HEIC say of their size (AV1 sequence headers, H.265 parameter sets), asking for one part of the
 * file after the other. A container may say 64 × 64 over a stream of 85 megapixels: engines decode the stream, and then scale it down to
 * what the container says. Every coded picture of the file, tiles, alpha and thumbnails among them, has to be within the caps and of
 * exactly the size that the file says of it. Linear in the file. Nothing is decoded.
 *
 * @throws {RangeError} for a part that is not as long as asked for; whatever the file says is an answer
 */
export function* readStill(fileBytes: number): Reading<StillReading> {
  const input = new Input(fileBytes);
  const coded = new CodedSizes(input);
  try {
    const boxes = yield* oneOfEach(input, 0, Infinity, ['meta', 'moov']);
    const sizes = yield* pictureSizes(input, yield* readItems(input, only(boxes, 'meta')), coded);
    const moov = boxes.get('moov');
    return { answer: 'sizes', sizes: moov === undefined ? sizes : [...sizes, ...yield* trackSizes(input, moov, coded)] };
  } catch (error) {
    if (error instanceof Refused) return { answer: error.answer };
    throw error;
  }
}

/** Of what moves: an engine goes by the tracks or by the items, as it likes. */
function* trackSizes(input: Input, moov: Box, coded: CodedSizes): Reading<readonly Size[]> {
  const sizes: Size[] = [];
  for (let at = moov.from; at + 8 <= moov.to;) {
    const box = yield* boxAt(input, at, moov.to);
    const track = box.type === 'trak' ? yield* readTrack(input, box, HANDLERS) : undefined;
    if (track !== undefined) {
      const { format, config, width, height, shown, table } = track;
      const first = (yield* firstInTable(input, table, 'any')) ?? refuse('unsupported');
      yield* coded.mustBe({ width, height }, format, config, [first]);
      // An alpha of another size would be scaled.
      for (const other of [shown, ...sizes]) if (other.width !== width || other.height !== height) refuse('damaged');
      sizes.push({ width, height });
    }
    at = box.to;
  }
  return sizes;
}
