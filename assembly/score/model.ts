// The packed model in MODEL, checked once when it is loaded; the scorers trust what was checked here.
//
//   0   u32     MAGIC 'SCM1'          4   u32  format: 1 bag, 2 linear
//   8   u32     feature version       12  u32  classes
//   16  u32     buckets               20  u32  dim (bag) | weight type (linear: 0 none, 1 int8, 2 f32)
//   24  u32     dense inputs          28  u32  hidden (bag), 0 (linear)
//   32  u8×32   SHA-256 of the normaliser's tables, for people; what is compared here is `check`
//   64  f32     operating point 'tip' 68  f32  operating point 'strong'
//   72  u32     scripts the points were measured for, a bit each (features/units.ts)
//   76  f32     scale of the int8 weights
//   80  u64     check of the normaliser's tables (`tablesCheck`)   88  u64  zero
//   96  weights, each block padded to 16 bytes:
//       bag     int8[buckets][dim] | f32[dim + dense][hidden] | f32[hidden] | f32[hidden][lanes] | f32[lanes]
//       linear  int8|f32[buckets]  | f32[dense] | f32 bias
//       lanes = classes rounded up to 4; the padding is zero

import { DENSE_MAX, MODEL, MODEL_BYTES, OUT_MAX, TABLES, TABLES_BYTES } from '../memory';
import { FEATURE_VERSION } from '../features/features';
import { BUCKETS } from '../features/ngrams';

export const MODEL_HEADER: i32 = 96;
const MAGIC: u32 = 0x314d4353;

export const FORMAT_NONE: i32 = 0;
export const FORMAT_BAG: i32 = 1;
export const FORMAT_LINEAR: i32 = 2;

/** Answers of `checkModel`; src/score/scam-model.ts has a sentence for each. */
export const MODEL_OK: i32 = 0;
export const MODEL_TOO_SHORT: i32 = 1;
export const MODEL_MAGIC: i32 = 2;
export const MODEL_FORMAT: i32 = 3;
export const MODEL_FEATURES: i32 = 4;
export const MODEL_SHAPE: i32 = 5;
export const MODEL_LENGTH: i32 = 6;
export const MODEL_NUMBER: i32 = 7;
export const MODEL_NORMALISER: i32 = 8;

export const DIM_MAX: i32 = 64;
export const HIDDEN_MAX: i32 = 128;

export let format: i32 = FORMAT_NONE;
export let classes: i32 = 0;
export let lanes: i32 = 0;
export let buckets: i32 = 0;
export let dim: i32 = 0;
export let denseInputs: i32 = 0;
export let hidden: i32 = 0;
export let scale: f32 = 0;
/** Addresses of the blocks after the first. */
export let weights1: usize = 0;
export let bias1: usize = 0;
export let weights2: usize = 0;
export let bias2: usize = 0;

// @ts-ignore: decorator
@inline
function word(offset: usize): u32 {
  return load<u32>(MODEL + offset);
}

// @ts-ignore: decorator
@inline
function padded(bytes: i32): usize {
  return <usize>((bytes + 15) & ~15);
}

/** Infinite or not a number: such a weight would poison every score. */
function allFinite(from: usize, to: usize): bool {
  for (let p = from; p < to; p += 4) {
    if ((load<u32>(p) & 0x7f800000) == 0x7f800000) return false;
  }
  return true;
}

/**
 * FNV-1a over the u32 words of the tables' payload: a model was trained on what one set of tables makes of a text, and
 * scores of another are meaningless. A guard against mix-ups; damage and malice are for the page's SHA-256. O(tables).
 */
export function tablesCheck(): u64 {
  const bytes = min(load<u32>(TABLES, 24), <u32>(TABLES_BYTES - 32));
  const end = TABLES + 32 + <usize>bytes;
  let h: u64 = 0xcbf29ce484222325;
  for (let p = TABLES + 32; p + 4 <= end; p += 4) h = (h ^ <u64>load<u32>(p)) * 0x100000001b3;
  return h;
}

/**
 * Checks the `length` bytes that the host put at MODEL and makes them the model in force. Whatever the answer, no
 * earlier model is in force any more. Never traps: every size is bounded before it is used. O(length).
 */
export function checkModel(length: i32): i32 {
  format = FORMAT_NONE;
  if (length < MODEL_HEADER || length > MODEL_BYTES) return MODEL_TOO_SHORT;
  if (word(0) != MAGIC) return MODEL_MAGIC;
  const kind = <i32>word(4);
  if (kind != FORMAT_BAG && kind != FORMAT_LINEAR) return MODEL_FORMAT;
  if (<i32>word(8) != FEATURE_VERSION) return MODEL_FEATURES;
  const c = word(12), b = word(16), d = word(20), inputs = word(24), h = word(28);
  if (c == 0 || c > <u32>OUT_MAX || b > BUCKETS || (b & (b - 1)) != 0 || inputs > <u32>DENSE_MAX) return MODEL_SHAPE;
  let first: usize, end: usize;
  if (kind == FORMAT_BAG) {
    if (b == 0 || d == 0 || d > <u32>DIM_MAX || (d & 15) != 0 || h == 0 || h > <u32>HIDDEN_MAX || (h & 3) != 0) return MODEL_SHAPE;
    lanes = (<i32>c + 3) & ~3;
    first = <usize>MODEL_HEADER + padded(<i32>(b * d));
    weights1 = MODEL + first;
    bias1 = weights1 + <usize>((d + inputs) * h * 4);
    weights2 = bias1 + <usize>(h * 4);
    bias2 = weights2 + <usize>(<i32>h * lanes * 4);
    end = bias2 + <usize>(lanes * 4);
  } else {
    if (c != 1 || d > 2 || h != 0 || (d == 0) != (b == 0)) return MODEL_SHAPE;
    lanes = 1;
    first = <usize>MODEL_HEADER + padded(<i32>(d == 1 ? b : d == 2 ? b * 4 : 0));
    weights1 = MODEL + first;
    bias1 = weights1 + padded(<i32>inputs * 4);
    end = bias1 + 16;
  }
  if (end != MODEL + <usize>length) return MODEL_LENGTH;
  const floats = kind == FORMAT_LINEAR && d == 2 ? MODEL + <usize>MODEL_HEADER : MODEL + first;
  if (!allFinite(MODEL + 64, MODEL + 72) || !allFinite(MODEL + 76, MODEL + 80) || !allFinite(floats, end)) return MODEL_NUMBER;
  if (load<u64>(MODEL + 80) != tablesCheck()) return MODEL_NORMALISER;
  classes = <i32>c;
  buckets = <i32>b;
  dim = <i32>d;
  denseInputs = <i32>inputs;
  hidden = <i32>h;
  scale = load<f32>(MODEL + 76);
  format = kind;
  return MODEL_OK;
}
