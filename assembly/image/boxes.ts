// AVIF and HEIC (ISO/IEC 14496-12, 23008-12): the sizes in `meta`. Containers are entered by stepping over their head, any
// other box is stepped over whole.

import { sizeIs, width } from './head';
import { be32, have, pos, skip, starved, wanted } from './input';
import { DAMAGED, GO, PIXELS } from './memory';

/** Where in the file `meta` ends; 0 before it came. */
let stop: u64 = 0;

export function startBoxes(): void {
  stop = 0;
}

export function stepBoxes(): i32 {
  if (stop > 0 && <u64>wanted() >= stop) return width > 0 ? PIXELS : DAMAGED;
  if (!have(20)) return starved();
  const type = be32(pos + 4);
  let bytes = <u64>be32(pos);
  // 1: the size follows in 64 bits, no box here is as long; 0: to the end of the file
  if (bytes == 1) bytes = be32(pos + 8) != 0 ? 0 : be32(pos + 12);
  if (bytes == 0) bytes = 0x7fffffff;
  if (bytes < 8) return DAMAGED;
  // meta is a full box: version and flags stand before its boxes
  const isMeta = type == 0x6d657461;
  if (isMeta) stop = <u64>wanted() + bytes;
  // ispe: version and flags, width, height
  if (type == 0x69737065) sizeIs(be32(pos + 12), be32(pos + 16));
  // iprp, ipco
  skip(isMeta ? 12 : type == 0x69707270 || type == 0x6970636f ? 8 : bytes);
  return GO;
}
