import type { Wanted } from '../image-kernel.ts';

/** The caps of a picture (assembly/image/memory.ts), for a frame. */
export const SIDE_MAX = 16_384;
export const PIXELS_MAX = 64_000_000;

/** Most bytes of one coded frame, and of everything that is asked for to find it. */
export const SAMPLE_BYTES_MAX = 8_388_608;
export const INDEX_BYTES_MAX = 8_388_608;

/** Most bytes of a decoder's configuration. */
export const CONFIG_BYTES_MAX = 65_536;

/** Boxes, elements, entries of tables and units of a stream that are looked at in one file, all together. */
export const STEPS_MAX = 16_384;

/** Bitstreams whose sizes and configurations are known here. */
export type VideoFormat = 'avc' | 'hevc' | 'vp8' | 'vp9' | 'av1';

/** The first coded picture of a video that stands by itself, with what a decoder has to know. */
export interface VideoSample {
  readonly answer: 'sample';
  /** RFC 6381, as `VideoDecoder.configure` takes it. */
  readonly codec: string;
  /** `avcC` or `hvcC`; the other formats need none. */
  readonly description: Uint8Array | undefined;
  /** Pixels, as the container says; what the stream itself says is held to the same caps. */
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise by which a player turns what is decoded. WebM has none. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** Where in the file the coded picture lies, and its bytes. */
  readonly sample: Wanted;
  readonly bytes: Uint8Array;
}

/**
 * What becomes of a video that gives no frame; all of these get a neutral tile. `unsupported`: no picture, or of a form that is not
 * read here (encrypted, laced, a codec without a reader); `damaged`: against its format; `cut`: it ends before its first picture;
 * `too-big`: past a cap; `work`: past the limit of steps, or of bytes asked for.
 */
export type VideoRefusal = 'unsupported' | 'damaged' | 'cut' | 'too-big' | 'work';

/** How the readers give up. Never leaves `readVideo`. */
export class Refused extends Error {
  readonly answer: VideoRefusal;

  constructor(answer: VideoRefusal) {
    super(answer);
    this.answer = answer;
  }
}

export function refuse(answer: VideoRefusal): never {
  throw new Refused(answer);
}
