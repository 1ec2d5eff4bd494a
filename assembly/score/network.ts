// From the inputs to class shares: two layers and a softmax. Every f32 sum runs over the inputs in order with the lanes
// over the outputs, in the SIMD and in the scalar build alike, without fused multiply-add: the same bits everywhere.

import { DENSE, IDS, OUT } from '../memory';
import { idCount } from '../features/features';
import { exp } from './exp';
import { DENSE_COUNT, HIDDEN, INPUTS } from './inputs';
import { bias1, bias2, buckets, classes, columns, dim, hidden, inputs, lanes, scale, weights1, weights2 } from './model';
import { rootShare, sumRows } from './rows';

/**
 * y = x · w + b, [inputs] × [inputs, outputs]; `outputs` is a multiple of 4. An input of zero is passed over: its products
 * are zeros, weights being finite, and a zero changes no sum but −0, which neither ReLU nor exp tells from 0.
 */
function layer(x: usize, count: i32, w: usize, b: usize, outputs: i32, y: usize): void {
  const stride = <usize>outputs << 2;
  memory.copy(y, b, stride);
  const end = x + (<usize>count << 2);
  for (; x < end; x += 4, w += stride) {
    const v = load<f32>(x);
    if (v == 0) continue;
    if (ASC_FEATURE_SIMD) {
      const s = f32x4.splat(v);
      for (let o: usize = 0; o < stride; o += 16) v128.store(y + o, f32x4.add(v128.load(y + o), f32x4.mul(s, v128.load(w + o))));
    } else {
      for (let o: usize = 0; o < stride; o += 4) store<f32>(y + o, load<f32>(y + o) + v * load<f32>(w + o));
    }
  }
}

/** @returns whether the shares are numbers: the largest alone adds 1 to their sum */
function softmax(values: usize, count: i32): bool {
  const end = values + (<usize>count << 2);
  let largest = load<f32>(values);
  for (let p = values + 4; p < end; p += 4) largest = max<f32>(largest, load<f32>(p));
  let sum: f32 = 0;
  for (let p = values; p < end; p += 4) {
    const e = exp(load<f32>(p) - largest);
    store<f32>(p, e);
    sum += e;
  }
  for (let p = values; p < end; p += 4) store<f32>(p, load<f32>(p) / sum);
  return sum >= 1;
}

/**
 * Scores what `features` and then `concepts` left; without `concepts`, as a text that names none in no language.
 * O(ids × dim + inputs that are not zero × hidden); about 1 µs for 80 units.
 * @returns the number of classes in OUT; 0 where no model is in force, or where the numbers ran over (a hostile model of
 * finite but huge weights): then OUT holds nothing to use
 */
export function score(): i32 {
  if (classes == 0) return 0;
  const factor = rootShare(scale, idCount);
  sumRows(columns, dim, <u32>(buckets - 1), IDS, IDS + (<usize>idCount << 2), factor, INPUTS, dim);
  memory.copy(INPUTS + (<usize>dim << 2), DENSE, <usize>DENSE_COUNT << 2);
  layer(INPUTS, inputs, weights1, bias1, hidden, HIDDEN);
  for (let p = HIDDEN, end = p + (<usize>hidden << 2); p < end; p += 4) store<f32>(p, max<f32>(load<f32>(p), 0));
  layer(HIDDEN, hidden, weights2, bias2, lanes, OUT);
  return softmax(OUT, classes) ? classes : 0;
}
