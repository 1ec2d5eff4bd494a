// GIF89a: every block of the file, for its frames are counted nowhere.

import { frames, framesAre, isTooBig, sizeIs } from './head';
import { have, isLast, pos, skip, starved } from './input';
import { DAMAGED, GO, PIXELS } from './memory';

let inBlocks: bool = false;

/** The screen: it may be smaller than a frame, which then counts. Needs 16 bytes, as `sniff` did. */
export function startGif(): void {
  inBlocks = false;
  framesAre(0);
  sizeIs(load<u16>(pos + 6), load<u16>(pos + 8));
  skip(13 + colours(load<u8>(pos + 10)));
}

export function stepGif(): i32 {
  if (inBlocks) return stepBlocks();
  // A trailer is the last byte; everything else is longer.
  if (!have(11) && !(have(1) && load<u8>(pos) == 0x3b)) return ended();
  const type = load<u8>(pos);
  if (type == 0x2c) {
    sizeIs(<u32>load<u16>(pos + 1) + load<u16>(pos + 5), <u32>load<u16>(pos + 3) + load<u16>(pos + 7));
    framesAre(frames + 1);
    // Separator, nine bytes, the code size.
    skip(11 + colours(load<u8>(pos + 9)));
  } else if (type == 0x21) {
    skip(2);
  } else {
    // The trailer, or what no decoder goes past.
    return frames > 0 ? PIXELS : DAMAGED;
  }
  inBlocks = true;
  return isTooBig() ? PIXELS : GO;
}

function stepBlocks(): i32 {
  if (!have(1)) return ended();
  const bytes = load<u8>(pos);
  skip(1 + bytes);
  inBlocks = bytes != 0;
  return GO;
}

/** There is no more in INPUT. */
function ended(): i32 {
  return isLast() && frames > 0 ? PIXELS : starved();
}

/** Bytes of the table of colours that the flags announce. */
function colours(flags: u32): u32 {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}
