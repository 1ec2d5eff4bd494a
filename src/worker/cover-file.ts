import { neutral, type CoverReason, type CoverReply, type CoverRequest } from '../contract/media.ts';
import type { ImageHead } from '../media/image-head.ts';
import type { ImageKernel } from '../media/image-kernel.ts';
import { readBlob } from './read-blob.ts';

/** Pixels of a picture, or of a video's first frame, as it is shown: turned upright. */
export interface Decoded {
  readonly width: number;
  readonly height: number;
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
}

/** One file to its cover. Resolves whatever the file is; nothing of it is left in the kernel. */
export async function coverFile(kernel: ImageKernel, { file, cells }: CoverRequest, decoders: Decoders): Promise<CoverReply> {
  try {
    const head = await readBlob(kernel, file, cells);
    switch (head?.answer) {
      case undefined: return neutral('unreadable');
      case 'grid': return shown(kernel, ...(head.orientation > 4 ? [head.height, head.width] as const : [head.width, head.height] as const));
      case 'pixels': return await decoded(kernel, file, head, cells, decoders.picture);
      // A JPEG that the kernel leaves to the engine; one whose size it did not come to is left alone.
      case 'unsupported': return head.height > 0 ? await decoded(kernel, file, head, cells, decoders.picture) : neutral('undecodable');
      case 'video': return await decoded(kernel, file, head, cells, decoders.video);
      case 'unknown': return neutral('no-picture');
      case 'too-big': case 'work': return neutral('too-big');
      case 'damaged': case 'cut': return neutral('damaged');
    }
  } finally {
    kernel.wipe();
  }
}

async function decoded(kernel: ImageKernel, file: Blob, head: ImageHead, cells: number, decode: Decode): Promise<CoverReply> {
  let picture: Decoded | CoverReason;
  try {
    picture = await decode(file, head);
  } catch {
    return neutral('undecodable', head.width, head.height);
  }
  if (typeof picture === 'string') return neutral(picture, head.width, head.height);
  const { width, height, bands } = picture;
  try {
    if (head.answer !== 'video' && !fits(width, height, head)) return neutral('damaged');
    return kernel.mean(width, height, bands, undefined, cells) === 'grid' ? shown(kernel, width, height) : neutral('undecodable', width, height);
  } catch {
    // The engine gave a picture and then not its pixels.
    return neutral('undecodable', width, height);
  } finally {
    picture.close();
  }
}

/** Larger than its header said, in either turning: another picture than the one that was held against the caps. */
function fits(width: number, height: number, head: ImageHead): boolean {
  return (width <= head.width && height <= head.height) || (width <= head.height && height <= head.width);
}

function shown(kernel: ImageKernel, width: number, height: number): CoverReply {
  return { state: 'picture', width, height, cover: kernel.cover() };
}
