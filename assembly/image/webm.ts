// WebM: EBML elements (RFC 8794) up to the tracks' sizes in pixels. As with boxes, containers are entered, the rest is
// stepped over.

import { sizeIs } from './head';
import { have, isLast, pos, skip } from './input';
import { DAMAGED, GO, NEED, VIDEO } from './memory';

export function stepWebm(): i32 {
  // The longest head: four bytes of id, eight of size; and a number of up to eight.
  if (!have(20)) return isLast() ? VIDEO : NEED;
  const idBytes = 1 + clz<u32>(<u32>load<u8>(pos) << 24);
  const sizeBytes = 1 + clz<u32>(<u32>load<u8>(pos + <usize>idBytes) << 24);
  if (idBytes > 4 || sizeBytes > 8) return DAMAGED;
  const id = number(pos, idBytes);
  const marker = <u64>1 << (7 * sizeBytes);
  const bytes = number(pos + <usize>idBytes, sizeBytes) - marker;
  const head = idBytes + sizeBytes;
  // The first cluster: no track comes behind it.
  if (id == 0x1f43b675) return VIDEO;
  // Segment, Tracks, TrackEntry, Video
  if (id == 0x18538067 || id == 0x1654ae6b || id == 0xae || id == 0xe0) {
    skip(head);
    return GO;
  }
  if ((id == 0xb0 || id == 0xba) && bytes <= 4) {
    const value = <u32>number(pos + <usize>head, <i32>bytes);
    if (id == 0xb0) sizeIs(value, 0);
    else sizeIs(0, value);
  }
  if (bytes == marker - 1) return DAMAGED;
  skip(bytes + head);
  return GO;
}

function number(at: usize, bytes: i32): u64 {
  let value: u64 = 0;
  for (let i = 0; i < bytes; i++) value = value << 8 | load<u8>(at + i);
  return value;
}
