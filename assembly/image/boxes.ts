// ISO base media files (ISO/IEC 14496-12): AVIF and HEIC pictures (`ispe` in `meta`), MP4 (`tkhd` in `moov`). Containers are
// entered by stepping over their head, everything else is stepped over whole.

import { kind, sizeIs, width } from './head';
import { be32, have, isLast, pos, skip, starved, wanted } from './input';
import { DAMAGED, GO, KIND_MP4, PIXELS, VIDEO } from './memory';

/** Where in the file the box ends behind which there is nothing to ask; 0 before it came. */
let stop: u64 = 0;

export function startBoxes(): void {
  stop = 0;
}

export function stepBoxes(): i32 {
  const isVideo = kind() == KIND_MP4;
  if (stop > 0 && <u64>wanted() >= stop) return width() > 0 ? (isVideo ? VIDEO : PIXELS) : DAMAGED;
  if (!have(16)) return isLast() && isVideo ? VIDEO : starved();
  const type = be32(pos + 4);
  let bytes = <u64>be32(pos);
  const long = bytes == 1;
  if (long) bytes = <u64>be32(pos + 8) << 32 | be32(pos + 12);
  // 0: to the end of the file
  if (bytes == 0) bytes = 0x7fffffff;
  if (bytes < 8) return DAMAGED;
  let head: u64 = long ? 16 : 8;
  // meta is a full box: version and flags stand before its boxes
  if (type == 0x6d657461) head += 4;
  if (isVideo ? type == 0x6d6f6f76 : type == 0x6d657461) stop = <u64>wanted() + bytes;
  if (isVideo ? type == 0x6d6f6f76 || type == 0x7472616b : type == 0x6d657461 || type == 0x69707270 || type == 0x6970636f) {
    skip(head);
    return GO;
  }
  if (type == 0x69737065) {
    // ispe: version and flags, width, height
    if (!have(20)) return starved();
    sizeIs(be32(pos + 12), be32(pos + 16));
  }
  if (type == 0x746b6864 && isVideo) {
    // tkhd: width and height in 16.16 at its end, behind 64-bit times in version 1
    if (!have(104)) return starved();
    const at = pos + (load<u8>(pos + 8) == 1 ? 96 : 84);
    sizeIs(be32(at) >>> 16, be32(at + 4) >>> 16);
  }
  skip(bytes);
  return GO;
}
