// exp and log from +, −, ×, ÷ alone. `Math.exp` and `Math.log` may differ in the last bit between engines and versions,
// which would change a trained model's bytes; these cannot.

const LN2 = 0.6931471805599453;

/** e^x to about 1e-15 relative for |x| ≤ 700; 0 below and the value at 700 above. */
export function exactExp(x: number): number {
  if (x < -700) return 0;
  const bounded = x > 700 ? 700 : x;
  const k = Math.round(bounded / LN2);
  const r = bounded - k * LN2;
  let term = 1;
  let sum = 1;
  for (let i = 1; i <= 18; i++) {
    term = (term * r) / i;
    sum += term;
  }
  return sum * powerOfTwo(k);
}

/** Natural logarithm of x > 0 to about 1e-15. */
export function exactLog(x: number): number {
  let m = x;
  let k = 0;
  while (m >= 1.5) { m /= 2; k++; }
  while (m < 0.75) { m *= 2; k--; }
  const z = (m - 1) / (m + 1);
  const z2 = z * z;
  let power = z;
  let sum = 0;
  for (let i = 1; i < 40; i += 2) {
    sum += power / i;
    power *= z2;
  }
  return 2 * sum + k * LN2;
}

function powerOfTwo(k: number): number {
  let out = 1;
  for (let i = Math.abs(k); i > 0; i--) out = k > 0 ? out * 2 : out / 2;
  return out;
}
