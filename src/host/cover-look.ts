import type { CoverReason } from '../contract/media.ts';
import { avatarHash } from './avatar-hash.ts';
import type { Covers } from './covers.ts';
import type { LookReader } from './port.ts';

/** The file was read, and is no picture that can be known again. */
const UNREADABLE: readonly (CoverReason | undefined)[] = ['no-picture', 'too-big', 'damaged', 'undecodable', 'undecodable-here', 'unreadable'];

/** By the cover that the media worker makes of the picture: the page sees no more of it than that, and the worker no key. */
export function coverLook(covers: Covers): LookReader {
  return async (picture, key) => {
    const { cover, why } = await covers.cover('', picture, { cells: 24 });
    if (cover === undefined) return UNREADABLE.includes(why) ? 'unreadable' : 'unavailable';
    return avatarHash(cover, key) ?? 'plain';
  };
}
