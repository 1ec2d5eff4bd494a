import type { MediaCover } from 'inward';
import type { MediaKind, OpenOriginal } from 'inward/ui';

/** "See its cover": one file of the person's own, in this page only. */
export interface CoverLab {
  state: 'empty' | 'busy' | 'done';
  file: { readonly name: string; readonly blob: Blob } | undefined;
  kind: MediaKind;
  open: OpenOriginal | undefined;
  /** Cells along the longer side. */
  cells: 16 | 24;
  result: LabResult | undefined;
  /** A file is being held over the field. */
  over: boolean;
}

export interface LabResult {
  readonly outcome: MediaCover;
  /** Milliseconds from bytes to cover, the hop to the worker and back included: the middle of `runs`. */
  readonly medianMs: number;
  readonly runs: number;
  readonly undecodedJpeg: boolean;
}

export function createCoverLab(): CoverLab {
  return { state: 'empty', file: undefined, kind: 'image', open: undefined, cells: 16, result: undefined, over: false };
}

/** Cells of the grid a cover is made from: as many along the longer side, the other side in proportion. */
export function grid({ cover, width, height }: MediaCover, cells: number): { readonly columns: number; readonly rows: number } | undefined {
  if (cover === undefined || width < 1 || height < 1) return undefined;
  const short = Math.max(1, Math.round(cells * Math.min(width, height) / Math.max(width, height)));
  return width >= height ? { columns: cells, rows: short } : { columns: short, rows: cells };
}

const REASONS: Readonly<Record<string, string>> = {
  'no-picture': 'This is no picture or video that a cover can be made of, so a neutral tile stands for it.',
  'too-big': 'This is larger than what is looked at, so a neutral tile stands for it. Nothing of it was decoded.',
  'damaged': 'This file is damaged, or is not what it says it is. A neutral tile stands for it.',
  'undecodable': 'This browser cannot decode it, so a neutral tile stands for it.',
  'unreadable': 'The file could not be read, so a neutral tile stands for it.',
  'deadline': 'It took too long, so a neutral tile stands for it.',
  'no-wasm': 'This browser does not run WebAssembly, so a neutral tile stands for everything.',
};

/** Why there is no picture of it. Codes are only ever added. */
export function reasonCopy(why: string | undefined): string {
  return REASONS[why ?? ''] ?? 'No cover could be made, so a neutral tile stands for it.';
}

/**
 * Whether a JPEG is of the kind whose grid is read without decoding: Huffman codes, 8 bits, one colour or three, baseline or progressive
 * (T.81 B.2.2). It walks the markers up to the first frame.
 */
export function isUndecodedJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return marker <= 0xc2 && bytes[at + 4] === 8 && [1, 3].includes(bytes[at + 9] ?? 0);
    } else {
      at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    }
  }
  return false;
}
