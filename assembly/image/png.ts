// PNG (W3C, third edition): chunks up to the first IDAT. APNG says its frames there.

import { framesAre, sizeIs } from './head';
import { be32, have, pos, skip, starved } from './input';
import { DAMAGED, GO, PIXELS } from './memory';

let first: bool = true;

export function startPng(): void {
  first = true;
  skip(8);
}

export function stepPng(): i32 {
  if (!have(16)) return starved();
  const bytes = be32(pos);
  const type = be32(pos + 4);
  if (first != (type == 0x49484452)) return DAMAGED;
  if (type == 0x49444154) return PIXELS;
  if (first) sizeIs(be32(pos + 8), be32(pos + 12));
  first = false;
  // acTL
  if (type == 0x6163544c) framesAre(be32(pos + 8));
  skip(<u64>bytes + 12);
  return GO;
}
