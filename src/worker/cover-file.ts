import { neutral, type CoverReason, type CoverReply, type CoverRequest } from '../contract/media.ts';
import type { ImageHead } from '../media/image-head.ts';
import type { ImageKernel } from '../media/image-kernel.ts';
import { readStill } from '../media/still/read-still.ts';
import { turned, type Rotation } from '../media/turned.ts';
import type { Size } from '../media/video/stream-size.ts';
import { FileParts } from './file-parts.ts';
import { refusalReason } from './refusal-reason.ts';

/** Pixels of a picture, or of a video's first frame. */
export interface Decoded {
  readonly width: number;
  readonly height: number;
  /** By which it is still to be turned to be upright: a cover is turned sooner than a frame is. */
  readonly rotation?: Rotation;
  /** RGBA as `ImageData` has it, any number of whole rows at a time. */
  readonly bands: Iterable<Uint8ClampedArray>;
  /** Gives the memory back. */
  close(): void;
}

/** Asks the engine for pixels. @returns why there are none; rejects for the same as `undecodable` */
export type Decode = (file: Blob, head: ImageHead) => Promise<Decoded | CoverReason>;

export interface Decoders {
  readonly picture: Decode;
  readonly video: Decode;
  /** Waits for a file that comes over a port to be there. */
  readonly arrive?: (file: Blob) => Promise<void>;
}

/** Of a picture (assembly/image/memory.ts), and what shows of which kind a file is. */
const FILE_BYTES_MAX = 64_000_000;
const SNIFFED_BYTES = 64;

/** One file to its cover. Resolves whatever the file is; nothing of it is left in the kernel. */
export async function coverFile(kernel: ImageKernel, { file, cells }: CoverRequest, decoders: Decoders): Promise<CoverReply> {
  try {
    // A long video is told by its first bytes, and has a reader of its own; a picture of this size has none.
    const isLong = file.size > FILE_BYTES_MAX;
    if (!isLong && !await isThere(file, decoders)) return neutral('unreadable');
    const parts = new FileParts(isLong ? file.slice(0, SNIFFED_BYTES) : file);
    const head = await parts.read(kernel.readPieces(parts.fileBytes, cells));
    if (isLong && head !== undefined && head.answer !== 'video') return neutral('too-big');
    switch (head?.answer) {
      case undefined: return neutral('unreadable');
      case 'grid': return shown(kernel, ...(head.orientation > 4 ? [head.height, head.width] as const : [head.width, head.height] as const));
      case 'pixels': {
        const sizes = await sizesOf(parts, head);
        return typeof sizes === 'string' ? neutral(sizes) : await decoded(kernel, file, head, cells, decoders.picture, sizes);
      }
      // A JPEG that the kernel leaves to the engine; one whose size it did not come to is left alone.
      case 'unsupported': return head.height > 0 ? await decoded(kernel, file, head, cells, decoders.picture) : neutral('undecodable');
      case 'video':
        if (isLong && !await isThere(file, decoders)) return neutral('unreadable');
        return await decoded(kernel, file, head, cells, decoders.video);
      case 'unknown': return neutral('no-picture');
      case 'too-big': case 'work': return neutral('too-big');
      case 'damaged': case 'cut': return neutral('damaged');
    }
  } finally {
    kernel.wipe();
  }
}

async function isThere(file: Blob, { arrive }: Decoders): Promise<boolean> {
  try {
    await arrive?.(file);
    return true;
  } catch {
    return false;
  }
}

/** In which sizes, turned or not, an engine may give a picture; or why it is not asked for one. */
async function sizesOf(parts: FileParts, head: ImageHead): Promise<readonly Size[] | CoverReason> {
  if (head.kind !== 'avif' && head.kind !== 'heic') return [head];
  const still = await parts.read(readStill(parts.fileBytes));
  if (still === undefined) return 'unreadable';
  return still.answer === 'sizes' ? still.sizes : refusalReason(still.answer);
}

async function decoded(
  kernel: ImageKernel, file: Blob, head: ImageHead, cells: number, decode: Decode, sizes: readonly Size[] = [head],
): Promise<CoverReply> {
  const [said = head] = sizes;
  let picture: Decoded | CoverReason;
  try {
    picture = await decode(file, head);
  } catch {
    return neutral('undecodable', said.width, said.height);
  }
  if (typeof picture === 'string') return neutral(picture, said.width, said.height);
  const { width, height, bands, rotation = 0 } = picture;
  try {
    if (head.answer !== 'video' && !fits({ width, height }, sizes, head)) return neutral('damaged');
    if (kernel.mean(width, height, bands, undefined, cells) !== 'grid') return neutral('undecodable', width, height);
    return shown(kernel, width, height, rotation);
  } catch {
    // The engine gave a picture and then not its pixels.
    return neutral('undecodable', width, height);
  } finally {
    picture.close();
  }
}

/**
 * Of the very size that was read before, in either turning: anything else is another picture than the one that was held against the caps,
 * or one that the engine scaled. Only a GIF may be smaller: engines cut off what of its frames lies outside, and have nothing to scale it to.
 */
function fits({ width, height }: Size, sizes: readonly Size[], { kind }: ImageHead): boolean {
  return sizes.some((size) => (kind === 'gif' ? width <= size.width && height <= size.height
    : (width === size.width && height === size.height) || (width === size.height && height === size.width)));
}

function shown(kernel: ImageKernel, width: number, height: number, rotation: Rotation = 0): CoverReply {
  const isUpright = rotation % 180 === 0;
  return { state: 'picture', width: isUpright ? width : height, height: isUpright ? height : width, cover: turned(kernel.cover(), rotation) };
}
