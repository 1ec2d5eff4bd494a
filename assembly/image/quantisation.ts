// DQT: of each table only the first number, by which the DC value is multiplied.

import { be16 } from './input';
import { DAMAGED, GO, STEPS } from './memory';

/** 0: no such table came. */
export function dcStep(table: i32): i32 {
  return load<i32>(STEPS + (<usize>table << 2));
}

export function readQuantisation(at: usize, limit: usize): i32 {
  while (at < limit) {
    const isWide = load<u8>(at) >> 4;
    const bytes: usize = isWide ? 129 : 65;
    if (isWide > 1 || at + bytes > limit) return DAMAGED;
    store<i32>(STEPS + ((load<u8>(at) & 3) << 2), isWide ? be16(at + 1) : <i32>load<u8>(at + 1));
    at += bytes;
  }
  return GO;
}
