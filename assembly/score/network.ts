// From ids, dense inputs, concepts and language to class shares: two layers and a softmax. Every f32 sum runs over the
// inputs in order with the lanes over the outputs, in the SIMD and in the scalar build alike, without fused multiply-add:
// the same bits everywhere.
//
// Inputs: columns (sums of the ids' rows × scale / √ids) | 8 dense | concepts found, at most 20, over 10 | a 0 or 1 for each
// concept | a 1 for the language | zeros to a multiple of 4.

import { DENSE, IDS, OUT } from '../memory';
import { DENSE_COUNT, idCount } from '../features/features';
import { zero } from '../zero';
import { exp } from './exp';
import { conceptCount, FOUND, spoken } from './found';
import {
  bias1, bias2, buckets, classes, columns, conceptsInModel, dim, hidden, HIDDEN_MAX, inputs, INPUTS_MAX, lanes, scale, weights1, weights2,
} from './model';
import { rootShare, sumRows } from './rows';

const COUNTED_MOST: i32 = 20;
const INPUTS = memory.data(INPUTS_MAX * 4, 16);
const HIDDEN = memory.data(HIDDEN_MAX * 4, 16);

/** The inputs and the layer of the last text, gone. */
export function forgetNetwork(): void {
  zero(INPUTS, INPUTS_MAX * 4);
  zero(HIDDEN, HIDDEN_MAX * 4);
}

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

function softmax(values: usize, count: i32): void {
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
}

/** The row of inputs, in the order above. */
function gather(): void {
  zero(INPUTS, INPUTS_MAX * 4);
  const factor = rootShare(scale, idCount);
  for (let j = 0; j < dim; j += 16) {
    sumRows(columns + <usize>j, dim, <u32>(buckets - 1), IDS, IDS + (<usize>idCount << 2), factor, INPUTS + (<usize>j << 2));
  }
  let at = INPUTS + (<usize>dim << 2);
  memory.copy(at, DENSE, <usize>DENSE_COUNT << 2);
  at += <usize>DENSE_COUNT << 2;
  store<f32>(at, <f32>min(conceptCount, COUNTED_MOST) / 10);
  at += 4;
  memory.copy(at, FOUND, <usize>conceptsInModel << 2);
  at += <usize>conceptsInModel << 2;
  if (spoken >= 0) store<f32>(at + (<usize>spoken << 2), 1);
}

/**
 * Scores what `features` and then `concepts` left; without `concepts`, as a text that names none in no language.
 * O(ids × dim + inputs that are not zero × hidden); about 1 µs for 80 units.
 * @returns the number of classes in OUT; 0 where no model is in force, or where the numbers ran over (a hostile model of
 * finite but huge weights): then OUT holds nothing to use
 */
export function score(): i32 {
  if (classes == 0) return 0;
  gather();
  layer(INPUTS, inputs, weights1, bias1, hidden, HIDDEN);
  for (let p = HIDDEN, end = p + (<usize>hidden << 2); p < end; p += 4) store<f32>(p, max<f32>(load<f32>(p), 0));
  layer(HIDDEN, hidden, weights2, bias2, lanes, OUT);
  softmax(OUT, classes);
  for (let i = 0; i < classes; i++) {
    const share = load<f32>(OUT + (<usize>i << 2));
    if (!(share >= 0 && share <= 1)) return 0;
  }
  return classes;
}
