// The one tag of EXIF that a cover needs: 0x0112, orientation (Exif 2.32 §4.6.4). Wrong data leaves the picture as it is.

import { turnedBy } from './head';
import { be16, be32 } from './input';

/** @param at a TIFF header @param limit the first byte behind the data */
export function readExif(at: usize, limit: usize): void {
  if (at + 8 > limit) return;
  const little = load<u8>(at) == 0x49;
  const first = little ? load<u32>(at + 4) : be32(at + 4);
  if (first > 0xffff || at + first + 2 > limit) return;
  let entry = at + first + 2;
  const count = half(entry - 2, little);
  for (let i = 0; i < count && entry + 12 <= limit; i++, entry += 12) {
    if (half(entry, little) != 0x112) continue;
    const value = half(entry + 8, little);
    if (value >= 1 && value <= 8) turnedBy(value);
    return;
  }
}

function half(at: usize, little: bool): i32 {
  return little ? <i32>load<u16>(at) : be16(at);
}
