// The automaton's alphabet: 64 symbols. 0 is the mark between segments, 1–26 the letters a–z, 27–36 the digits, 37 the
// space; every other unit is hashed to one of 38–63, so hits through those are compared unit by unit.

export const SYMBOL_SPACE: u32 = 37;
const HASHED: u32 = 38;
const MULTIPLIER: u32 = 0x9e37;

/** Symbol of a folded unit other than the mark between segments. */
export function symbolOf(unit: u32): u32 {
  return symbolInline(unit);
}

/** Inlined where most characters pass. */
// @ts-ignore: decorator
@inline
export function symbolInline(unit: u32): u32 {
  if (unit - 0x61 < 26) return unit - 0x60;
  if (unit - 0x30 < 10) return unit - 0x15;
  if (unit == 0x20) return SYMBOL_SPACE;
  // The upper byte of a 16-bit product, scaled to 26 classes: cheap in eight lanes too.
  return HASHED + ((((unit * MULTIPLIER) & 0xffff) >> 8) * 26 >> 8);
}

/** The same, for sixteen units of a byte, which `low` and `high` hold once more. */
// @ts-ignore: decorator
@inline
export function symbolsOf(units: v128, low: v128, high: v128): v128 {
  let symbols = i8x16.add(i8x16.narrow_i16x8_u(hashesOf(low), hashesOf(high)), i8x16.splat(<i8>HASHED));
  const fromA = i8x16.sub(units, i8x16.splat(0x61));
  symbols = v128.bitselect(i8x16.sub(units, i8x16.splat(0x60)), symbols, i8x16.lt_u(fromA, i8x16.splat(26)));
  const from0 = i8x16.sub(units, i8x16.splat(0x30));
  symbols = v128.bitselect(i8x16.sub(units, i8x16.splat(0x15)), symbols, i8x16.lt_u(from0, i8x16.splat(10)));
  return v128.bitselect(i8x16.splat(<i8>SYMBOL_SPACE), symbols, i8x16.eq(units, i8x16.splat(0x20)));
}

// @ts-ignore: decorator
@inline
function hashesOf(units: v128): v128 {
  const product = i16x8.shr_u(i16x8.mul(units, i16x8.splat(<i16>MULTIPLIER)), 8);
  return i16x8.shr_u(i16x8.mul(product, i16x8.splat(26)), 8);
}

/** Whether the unit has a symbol of its own, so that equal symbols mean equal units. */
export function isExact(unit: u32): bool {
  return symbolOf(unit) < HASHED;
}
