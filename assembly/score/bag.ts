// Embedding bag: mean of int8 rows, dense layer with ReLU, dense layer, softmax. Sums of int8 are whole numbers and so
// exact; every f32 sum runs over the inputs in order with the lanes over the outputs, in the SIMD and in the scalar build
// alike, without fused multiply-add: the same bits everywhere.

import { DENSE, IDS, MODEL, OUT } from '../memory';
import { zero } from '../zero';
import { exp } from './exp';
import {
  bias1, bias2, buckets, classes, denseInputs, dim, DIM_MAX, hidden, HIDDEN_MAX, lanes, MODEL_HEADER, scale, weights1,
  weights2,
} from './model';

const INPUTS = memory.data((DIM_MAX + 16) * 4, 16);
const HIDDEN = memory.data(HIDDEN_MAX * 4, 16);

/** The means and the layer of the last text, gone. */
export function forgetBag(): void {
  zero(INPUTS, (DIM_MAX + 16) * 4);
  zero(HIDDEN, HIDDEN_MAX * 4);
}

/** Sums 16 columns of the rows of `count` ids and writes mean × scale to `to`. */
function meanOfRows(table: usize, count: i32, factor: f32, to: usize): void {
  const end = IDS + (<usize>count << 2);
  const mask = <u32>(buckets - 1);
  if (ASC_FEATURE_SIMD) {
    let a = i32x4.splat(0), b = a, c = a, d = a;
    let p = IDS;
    while (p < end) {
      // 128 rows of int8 fit an i16 lane (128 × 128 = 16,384), so widen to i32 once per block only.
      const stop = min(end, p + 128 * 4);
      let low = i16x8.splat(0), high = low;
      for (; p < stop; p += 4) {
        const row = v128.load(table + <usize>((load<u32>(p) & mask) * dim));
        low = i16x8.add(low, i16x8.extend_low_i8x16_s(row));
        high = i16x8.add(high, i16x8.extend_high_i8x16_s(row));
      }
      a = i32x4.add(a, i32x4.extend_low_i16x8_s(low));
      b = i32x4.add(b, i32x4.extend_high_i16x8_s(low));
      c = i32x4.add(c, i32x4.extend_low_i16x8_s(high));
      d = i32x4.add(d, i32x4.extend_high_i16x8_s(high));
    }
    const f = f32x4.splat(factor);
    v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(a), f));
    v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(b), f), 16);
    v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(c), f), 32);
    v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(d), f), 48);
  } else {
    // Whole numbers first, in the place where the means will stand.
    memory.fill(to, 0, 64);
    for (let p = IDS; p < end; p += 4) {
      const row = table + <usize>((load<u32>(p) & mask) * dim);
      for (let j: usize = 0; j < 16; j++) {
        const at = to + (j << 2);
        store<i32>(at, load<i32>(at) + <i32>load<i8>(row + j));
      }
    }
    for (let j: usize = 0; j < 16; j++) {
      const at = to + (j << 2);
      store<f32>(at, <f32>load<i32>(at) * factor);
    }
  }
}

/** y = x · w + b, [inputs] × [inputs, outputs]; `outputs` is a multiple of 4. */
function denseLayer(x: usize, inputs: i32, w: usize, b: usize, outputs: i32, y: usize, relu: bool): void {
  const stride = <usize>outputs << 2;
  for (let o: usize = 0; o < stride; o += 16) {
    let p = w + o;
    if (ASC_FEATURE_SIMD) {
      let s = v128.load(b + o);
      for (let i = 0; i < inputs; i++, p += stride) {
        s = f32x4.add(s, f32x4.mul(v128.load32_splat(x + (<usize>i << 2)), v128.load(p)));
      }
      v128.store(y + o, relu ? f32x4.max(s, f32x4.splat(0)) : s);
    } else {
      let s0 = load<f32>(b + o), s1 = load<f32>(b + o, 4), s2 = load<f32>(b + o, 8), s3 = load<f32>(b + o, 12);
      for (let i = 0; i < inputs; i++, p += stride) {
        const v = load<f32>(x + (<usize>i << 2));
        s0 += v * load<f32>(p);
        s1 += v * load<f32>(p, 4);
        s2 += v * load<f32>(p, 8);
        s3 += v * load<f32>(p, 12);
      }
      store<f32>(y + o, relu ? max<f32>(s0, 0) : s0);
      store<f32>(y + o, relu ? max<f32>(s1, 0) : s1, 4);
      store<f32>(y + o, relu ? max<f32>(s2, 0) : s2, 8);
      store<f32>(y + o, relu ? max<f32>(s3, 0) : s3, 12);
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

/** Class shares of IDS[0, count) and DENSE to OUT. O(count × dim). */
export function scoreBag(count: i32): void {
  const factor = count > 0 ? scale / <f32>count : 0;
  for (let j = 0; j < dim; j += 16) {
    meanOfRows(MODEL + <usize>MODEL_HEADER + <usize>j, count, factor, INPUTS + (<usize>j << 2));
  }
  memory.copy(INPUTS + (<usize>dim << 2), DENSE, <usize>denseInputs << 2);
  denseLayer(INPUTS, dim + denseInputs, weights1, bias1, hidden, HIDDEN, true);
  denseLayer(HIDDEN, hidden, weights2, bias2, lanes, OUT, false);
  softmax(OUT, classes);
}
