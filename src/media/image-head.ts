/** Kinds of file, in the order of `KIND_…` in assembly/image/memory.ts. */
export const IMAGE_KINDS = ['unknown', 'jpeg', 'png', 'webp', 'gif', 'avif', 'heic', 'mp4', 'webm'] as const;

export type ImageKind = (typeof IMAGE_KINDS)[number];

/**
 * What becomes of a file, in the order of the answers of assembly/image/memory.ts:
 * `grid`: the grid is made; `pixels`: within the caps, the engine decodes it and its pixels go to `mean`; `video`: within the caps;
 * `unknown`: no kind known here; `too-big`: past a cap; `unsupported`: a JPEG the reader leaves to the engine (arithmetic,
 * lossless, hierarchical, 12 bits, four colours), within the caps where it says a size; `damaged`: against its own format; `cut`: ends before there is anything to
 * show; `work`: past the work limit. All but the first three get a neutral tile, `unsupported` at the host's choice.
 */
export const IMAGE_ANSWERS = ['', 'grid', 'pixels', 'video', 'unknown', 'too-big', 'unsupported', 'damaged', 'cut', 'work'] as const;

export type ImageAnswer = Exclude<(typeof IMAGE_ANSWERS)[number], ''>;

export interface ImageHead {
  readonly answer: ImageAnswer;
  readonly kind: ImageKind;
  /** Pixels, as stored; 0 where the header was not read so far or does not say. */
  readonly width: number;
  readonly height: number;
  /** Counted as far as the cap asks for; 2 where the file only says that it moves. */
  readonly frames: number;
  /** EXIF, 1 to 8. The grid is turned already. */
  readonly orientation: number;
}

/** RGBA, row by row, every pixel opaque. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}
