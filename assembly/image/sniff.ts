// What a file is, by its first bytes alone: neither its name nor its MIME type is asked.

import { framesAre, startHead } from './head';
import { be32, end, have, isLast, pos } from './input';
import {
  GO, KIND_AVIF, KIND_GIF, KIND_HEIC, KIND_JPEG, KIND_MP4, KIND_PNG, KIND_UNKNOWN, KIND_WEBM, KIND_WEBP, NEED,
} from './memory';

/** Sets the kind. @returns NEED for more of the file, else GO */
export function sniff(): i32 {
  if (!have(64) && !isLast()) return NEED;
  // Shorter files hold no picture of any kind; what stood in INPUT before must not speak for them.
  startHead(have(16) ? kindOf(be32(pos), be32(pos + 4)) : KIND_UNKNOWN);
  framesAre(isSequence ? 2 : 1);
  return GO;
}

let isSequence: bool = false;

function kindOf(first: u32, second: u32): i32 {
  isSequence = false;
  if (first >>> 8 == 0xffd8ff) return KIND_JPEG;
  if (first == 0x89504e47 && second == 0x0d0a1a0a) return KIND_PNG;
  // GIF87a, GIF89a
  if (first == 0x47494638 && (second >>> 16 | 0x0e00) == 0x3f61) return KIND_GIF;
  if (first == 0x52494646 && be32(pos + 8) == 0x57454250) return KIND_WEBP;
  if (second == 0x66747970) return kindOfBrands(first);
  if (first == 0x1a45dfa3) return kindOfDocument();
  return KIND_UNKNOWN;
}

/** `ftyp` of ISO/IEC 14496-12: the major brand, a version, compatible brands; whatever is neither AVIF nor HEIF is MP4. */
function kindOfBrands(bytes: u32): i32 {
  const stop = min(end, pos + <usize>max<u32>(bytes, 12));
  let pictures = false;
  for (let at = pos + 8; at + 4 <= stop; at += 4) {
    const brand = be32(at);
    // Sequences: avis, hevc; msf1, which others must name too
    const moves = brand == 0x61766973 || brand == 0x68657663 || brand == 0x6d736631;
    isSequence = isSequence || moves;
    // avif; heic, heix, heim, heis; mif1
    if (brand == 0x61766966 || brand == 0x61766973) return KIND_AVIF;
    pictures = pictures || moves || brand >>> 8 == 0x686569 || brand == 0x6d696631;
  }
  return pictures ? KIND_HEIC : KIND_MP4;
}

/** EBML's DocType is "webm"; Matroska's other documents are no kind of ours. */
function kindOfDocument(): i32 {
  for (let at = pos; at + 4 <= min(end, pos + 64); at++) if (load<u32>(at) == 0x6d626577) return KIND_WEBM;
  return KIND_UNKNOWN;
}
