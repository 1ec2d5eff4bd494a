// What was found in the text in force beside its features: the language that concepts were looked for in, and those.

import { CONCEPTS_MAX } from '../memory';

/** f32 per concept: 1 where the text names it, as the network reads it. */
export const FOUND = memory.data(CONCEPTS_MAX * 4, 16);

export let conceptCount: i32 = 0;
/** Index of the language; −1 where none was asked for. */
export let spoken: i32 = -1;

export function forgetFound(): void {
  memory.fill(FOUND, 0, CONCEPTS_MAX * 4);
  conceptCount = 0;
  spoken = -1;
}

export function speak(language: i32): void {
  spoken = language;
}

/** @returns whether it is found for the first time */
export function noteFound(concept: u32): bool {
  const at = FOUND + (<usize>concept << 2);
  if (load<u32>(at) != 0) return false;
  store<f32>(at, 1);
  conceptCount++;
  return true;
}
