// WebP: chunks of the RIFF container (RFC 9649). Frames of an animation are counted.

import { frames, framesAre, sizeIs } from './head';
import { be32, have, isLast, pos, skip, starved } from './input';
import { DAMAGED, GO, PIXELS } from './memory';

let isAnimated: bool = false;

export function startWebp(): void {
  isAnimated = false;
  framesAre(0);
  skip(12);
}

export function stepWebp(): i32 {
  // The longest head of a chunk that is read here; at the end, no picture is shorter.
  if (!have(18)) return isLast() && frames > 0 ? PIXELS : starved();
  const type = be32(pos);
  const bytes = load<u32>(pos + 4);
  const body = pos + 8;
  if (type == 0x56503858) {
    // VP8X
    isAnimated = (load<u8>(body) & 2) != 0;
    sizeIs((load<u32>(body + 4) & 0xffffff) + 1, (load<u32>(body + 6) >>> 8) + 1);
  } else if (type == 0x56503820) {
    // VP8: a key frame's tag and start code stand before its size
    if (load<u8>(body + 3) != 0x9d) return DAMAGED;
    sizeIs(load<u16>(body + 6) & 0x3fff, load<u16>(body + 8) & 0x3fff);
    framesAre(1);
  } else if (type == 0x5650384c) {
    // VP8L
    const size = load<u32>(body + 1);
    sizeIs((size & 0x3fff) + 1, (size >>> 14 & 0x3fff) + 1);
    framesAre(1);
  } else if (type == 0x414e4d46) {
    // ANMF
    framesAre(frames + 1);
  }
  if (frames > 0 && !isAnimated) return PIXELS;
  skip(8 + <u64>bytes + (bytes & 1));
  return GO;
}
