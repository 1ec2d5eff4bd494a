// Linear scorer: sigmoid(mean of the ids' weights + dense · weights + bias). For small models and scorecards.

import { DENSE, IDS, MODEL, OUT } from '../memory';
import { exp } from './exp';
import { bias1, buckets, denseInputs, dim, MODEL_HEADER, scale, weights1 } from './model';

/** One share, 0–1, to OUT. `dim` is the type of the ids' weights: 0 none, 1 int8 × scale, 2 f32. O(count). */
export function scoreLinear(count: i32): void {
  const table = MODEL + <usize>MODEL_HEADER;
  const end = IDS + (<usize>count << 2);
  const mask = <u32>(buckets - 1);
  let sum: f32 = 0;
  if (dim == 1) {
    let whole: i32 = 0;
    for (let p = IDS; p < end; p += 4) whole += <i32>load<i8>(table + <usize>(load<u32>(p) & mask));
    sum = <f32>whole * scale;
  } else if (dim == 2) {
    for (let p = IDS; p < end; p += 4) sum += load<f32>(table + (<usize>(load<u32>(p) & mask) << 2));
  }
  let logit = load<f32>(bias1);
  if (count > 0) logit += sum / <f32>count;
  for (let i: usize = 0; i < <usize>denseInputs; i++) {
    logit += load<f32>(DENSE + (i << 2)) * load<f32>(weights1 + (i << 2));
  }
  store<f32>(OUT, <f32>1 / (<f32>1 + exp(-logit)));
}
