import type { Attachment } from './message.ts';

/** Cells on the long side of a cover's grid. 16 keeps at most 8 cycles a picture's width; 24 is softer on the eye and shows more. */
export type CoverCells = 16 | 24;

export interface CoverOptions {
  readonly signal?: AbortSignal;
  /** Default 16. */
  readonly cells?: CoverCells;
  /** What the message calls it. `audio` and `file` get the neutral tile and are not read; the others are judged by their bytes alone. */
  readonly kind?: Attachment['kind'];
}

/**
 * Why there is no picture of a file. Codes are only ever added.
 * `no-picture`: by its kind it has none, or by its bytes it is none that is known here (SVG, PDF and TIFF among them); `too-big`: past
 * a cap, or past the work that its size allows; `damaged`: against its own format, cut off, or another picture than its header says;
 * `undecodable`: this browser cannot decode it; `undecodable-here`: needs a browser, in Node; `unreadable`: its bytes could not be read.
 * The others are those of `SafetyError`: `deadline` and `worker-failed` end the worker, the next file gets a new one.
 */
export type CoverReason =
  | 'no-picture' | 'too-big' | 'damaged' | 'undecodable' | 'undecodable-here' | 'unreadable'
  | 'no-wasm' | 'seal-failed' | 'asset-unavailable' | 'asset-integrity' | 'asset-mismatch' | 'insecure-context' | 'deadline'
  | 'worker-failed' | 'disposed';

/** Rows of RGBA, 8 bits each, every pixel opaque: what `<inward-cover>` takes as `cover`. */
export interface CoverImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** What of a file may be shown before the person opens it. */
export interface CoverReply {
  /** `neutral`: show a tile; nothing of the file is known, or may be shown. */
  readonly state: 'picture' | 'neutral';
  readonly why?: CoverReason;
  /** Pixels of the original as it is shown, upright; 0 where unknown. */
  readonly width: number;
  readonly height: number;
  /** 320 pixels on its long side, of the original's proportions. */
  readonly cover: CoverImage | undefined;
}

export interface MediaCover extends CoverReply {
  readonly id: string;
}

export function neutral(why: CoverReason, width = 0, height = 0): CoverReply {
  return { state: 'neutral', why, width, height, cover: undefined };
}

export interface CoverRequest {
  readonly file: Blob;
  readonly cells: CoverCells;
}

export interface MediaStart {
  /** Version of the page's bundle; another one is refused with `asset-mismatch`. */
  readonly version: string;
  /** Verified bytes of `image.bin` or `image-scalar.bin`, whichever runs here. Transferred. */
  readonly assets: Readonly<Record<string, ArrayBuffer>>;
}

/** The door of the media worker, as `EnginePort` is that of the text's. */
export interface MediaPort {
  /** Once, first. @throws {SafetyError} asset-mismatch; no-wasm: the kernel could not be started */
  start(payload: MediaStart): Promise<void>;
  /** One file at a time. Resolves whatever the file is. */
  cover(request: CoverRequest): Promise<CoverReply>;
}

export const MEDIA_METHODS = ['start', 'cover'] as const satisfies readonly (keyof MediaPort)[];
