// The packed model in MODEL, checked once when it is loaded; the scorers trust what was checked here.
//
//   0   u32     MAGIC 'SCM2'          4   u32  feature version
//   8   u32     classes               12  u32  buckets
//   16  u32     dim, 16 or 32         20  u32  hidden
//   24  u32     languages             28  u32  concepts
//   32  u8×32   SHA-256 of the normaliser's tables; the header of tables.bin has its first four bytes at 28
//   64  u32     slots of the concept table: 0, or a power of two
//   68  f32     scale of the columns  72  f32  scale of the language table
//   76  f32     margin: a language that leads by less is unsure
//   80  u64×2   zero
//   96  int8[buckets][dim] columns | int8[4096][32] language table |
//       u16[slots] fingerprints of forms, 0 for none | u8[slots] their concepts | bits[slots] beginnings of forms |
//       f32[32] language bias | f32[inputs][hidden] | f32[hidden] | f32[hidden][lanes] | f32[lanes]
//       inputs: inputs.ts, rounded up to 4; lanes = classes rounded up to 4; the padding is zero. Each block is a multiple
//       of 16 bytes long.

import { CONCEPTS_MAX, MODEL, MODEL_BYTES, OUT_MAX, TABLES } from '../memory';
import { FEATURE_VERSION } from '../features/features';
import { BUCKETS } from '../features/ngrams';
import { DENSE_COUNT, HIDDEN_MAX } from './inputs';

export const MODEL_HEADER: i32 = 96;
const MAGIC: u32 = 0x324d4353;

/** Answers of `checkModel`; src/score/scam-model.ts has a sentence for each. 3 was an unknown format of 'SCM1'. */
export const MODEL_OK: i32 = 0;
export const MODEL_TOO_SHORT: i32 = 1;
export const MODEL_MAGIC: i32 = 2;
export const MODEL_FEATURES: i32 = 4;
export const MODEL_SHAPE: i32 = 5;
export const MODEL_LENGTH: i32 = 6;
export const MODEL_NUMBER: i32 = 7;
export const MODEL_NORMALISER: i32 = 8;

export const DIM_MAX: u32 = 32;
export const LANGUAGE_ROWS: u32 = 1 << 12;
/** Most languages, and int8 per row of their table. */
export const LANGUAGE_LANES: u32 = 32;
const SLOTS_LEAST: u32 = 128;
const SLOTS_MOST: u32 = 1 << 17;

/** 0: no model is in force. */
export let classes: i32 = 0;
export let lanes: i32 = 0;
export let buckets: i32 = 0;
export let dim: i32 = 0;
export let hidden: i32 = 0;
export let languages: i32 = 0;
export let conceptsInModel: i32 = 0;
export let slots: u32 = 0;
export let inputs: i32 = 0;
export let scale: f32 = 0;
export let languageScale: f32 = 0;
export let margin: f32 = 0;
/** Addresses of the blocks. */
export const columns: usize = MODEL + <usize>MODEL_HEADER;
export let languageTable: usize = 0;
export let languageBias: usize = 0;
/** Of the forms that are looked up: their beginnings. Fingerprints and owners stand before them. */
export let prefixes: usize = 0;
export let weights1: usize = 0;
export let bias1: usize = 0;
export let weights2: usize = 0;
export let bias2: usize = 0;

/** Which forms are looked up. @param at their beginnings @param count slots, a power of two, or 0 for none */
export function useForms(at: usize, count: u32): void {
  prefixes = at;
  slots = count;
}

// @ts-ignore: decorator
@inline
function word(offset: usize): u32 {
  return load<u32>(MODEL + offset);
}

/** Infinite or not a number: such a weight would poison every score. */
function allFinite(from: usize, to: usize): bool {
  for (let p = from; p < to; p += 4) {
    if ((load<u32>(p) & 0x7f800000) == 0x7f800000) return false;
  }
  return true;
}

/**
 * Checks the `length` bytes that the host put at MODEL and makes them the model in force. Whatever the answer, no
 * earlier model is in force any more. Never traps: every size is bounded before it is used. O(length).
 */
export function checkModel(length: i32): i32 {
  classes = languages = 0;
  if (length < MODEL_HEADER || length > MODEL_BYTES) return MODEL_TOO_SHORT;
  if (word(0) != MAGIC) return MODEL_MAGIC;
  if (<i32>word(4) != FEATURE_VERSION) return MODEL_FEATURES;
  const c = word(8), b = word(12), d = word(16), h = word(20), l = word(24), n = word(28), s = word(64);
  if (c - 1 >= <u32>OUT_MAX || popcnt(b) != 1 || b > BUCKETS || (d != 16 && d != DIM_MAX) || h - 1 >= <u32>HIDDEN_MAX || (h & 3) != 0
    || l - 1 >= LANGUAGE_LANES || n > <u32>CONCEPTS_MAX || popcnt(s) > 1 || s - 1 < SLOTS_LEAST - 1 || s > SLOTS_MOST) return MODEL_SHAPE;
  lanes = (<i32>c + 3) & ~3;
  inputs = (<i32>(d + n + l) + DENSE_COUNT + 1 + 3) & ~3;
  languageTable = columns + <usize>(b * d);
  useForms(languageTable + <usize>(LANGUAGE_ROWS * LANGUAGE_LANES + s * 3), s);
  languageBias = prefixes + <usize>(s >> 3);
  weights1 = languageBias + <usize>(LANGUAGE_LANES * 4);
  bias1 = weights1 + <usize>(<u32>inputs * h * 4);
  weights2 = bias1 + <usize>(h * 4);
  bias2 = weights2 + <usize>(<i32>h * lanes * 4);
  const end = bias2 + <usize>(lanes * 4);
  if (end != MODEL + <usize>length) return MODEL_LENGTH;
  if (!allFinite(MODEL + 68, MODEL + 80) || !allFinite(languageBias, end)) return MODEL_NUMBER;
  // Scores of what other tables make of a text are meaningless. A guard against mix-ups; damage and malice are for the page's SHA-256.
  if (word(32) != load<u32>(TABLES, 28)) return MODEL_NORMALISER;
  buckets = <i32>b;
  dim = <i32>d;
  hidden = <i32>h;
  languages = <i32>l;
  conceptsInModel = <i32>n;
  scale = load<f32>(MODEL + 68);
  languageScale = load<f32>(MODEL + 72);
  margin = load<f32>(MODEL + 76);
  classes = <i32>c;
  return MODEL_OK;
}
