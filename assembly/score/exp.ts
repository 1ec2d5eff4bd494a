// e^x by the same steps in every build: the standard library's `exp` changes its algorithm with the optimiser's flags.

const LOG2_E: f64 = 1.4426950408889634;
const LN2: f64 = 0.6931471805599453;

/**
 * Powers of two apart, Taylor's series to the eighth power on |r| ≤ ln 2 / 2, in f64, rounded once: within 1 ulp of f32.
 * Below −87 the answer is e^−87 (1.6e-38), above 88 it is e^88.
 */
export function exp(x: f32): f32 {
  const bounded = max<f64>(-87, min<f64>(88, <f64>x));
  const k = nearest(bounded * LOG2_E);
  const r = bounded - k * LN2;
  let sum: f64 = 1;
  for (let i: i32 = 8; i > 0; i--) sum = 1 + (sum * r) / <f64>i;
  return <f32>(sum * reinterpret<f64>((<i64>k + 1023) << 52));
}
