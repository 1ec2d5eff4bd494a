// The row of inputs the network reads, and its hidden layer: what is found in a text is written to its place here at once.
//
// Columns (sums of the ids' rows × scale / √ids) | 8 dense | concepts found, at most 20, over 10 | a 0 or 1 for each concept |
// a 1 for the language that concepts were looked for in | zeros to a multiple of 4.

import { CONCEPTS_MAX } from '../memory';
import { conceptsInModel, dim } from './model';

/** Dense inputs, and the count of concepts. */
export const DENSE_COUNT: i32 = 8;
/** All of the widest model; 208. */
export const INPUTS_MAX: i32 = (32 + DENSE_COUNT + 1 + CONCEPTS_MAX + 32 + 15) & ~15;
export const HIDDEN_MAX: i32 = 128;
const COUNTED_MOST: i32 = 20;

export const INPUTS: usize = memory.data((208 + 128) * 4, 16);
export const HIDDEN: usize = INPUTS + 208 * 4;

/** Nothing is found, and no sum of a text stays. */
export function forgetInputs(): void {
  memory.fill(INPUTS, 0, <usize>(INPUTS_MAX + HIDDEN_MAX) << 2);
}

// @ts-ignore: decorator
@inline
function behindDense(index: i32): usize {
  return INPUTS + (<usize>(dim + DENSE_COUNT + index) << 2);
}

export function noteLanguage(language: i32): void {
  store<f32>(behindDense(1 + conceptsInModel + language), 1);
}

/** @returns whether it is one of the model's, found for the first time */
export function noteConcept(concept: i32): bool {
  if (concept >= conceptsInModel) return false;
  const at = behindDense(1 + concept);
  if (load<u32>(at) != 0) return false;
  store<f32>(at, 1);
  return true;
}

export function noteCount(concepts: i32): void {
  store<f32>(behindDense(0), <f32>min(concepts, COUNTED_MOST) / 10);
}
