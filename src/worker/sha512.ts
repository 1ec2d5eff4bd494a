/**
 * SHA-512 (FIPS 180-4 §6.4) by `BigInt`, its constants worked out as §4.2.3 and §5.3.5 define them: a third of the bytes of a library's, which
 * docs/decisions/0040 weighs. For public data of some hundred bytes: about 0.2 ms a block of 128, and not in constant time.
 */
export function sha512(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array((message.length + 17 + 127 >> 7) * 128);
  padded.set(message);
  padded[message.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  const view = new DataView(padded.buffer);
  const state = firstState();
  for (let at = 0; at < padded.length; at += 128) block(state, view, at);
  const digest = new DataView(new ArrayBuffer(64));
  state.forEach((word, i) => { digest.setBigUint64(i * 8, word); });
  return new Uint8Array(digest.buffer);
}

const WORD = (1n << 64n) - 1n;

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

const PRIMES = Array.from({ length: 410 }, (_, n) => n).filter((n) => n > 1 && isPrime(n));

/** The first 64 bits behind the point of the root of that degree: Newton's way down to ⌊(n · 2^(64 degree))^(1 / degree)⌋. */
function rootBits(n: number, degree: 2n | 3n): bigint {
  const value = BigInt(n) << 64n * degree;
  let root = 1n << 70n;
  for (;;) {
    const next = ((degree - 1n) * root + value / root ** (degree - 1n)) / degree;
    if (next >= root) return root & WORD;
    root = next;
  }
}

const ROUNDS = PRIMES.slice(0, 80).map((prime) => rootBits(prime, 3n));

function firstState(): bigint[] {
  return PRIMES.slice(0, 8).map((prime) => rootBits(prime, 2n));
}

const turn = (x: bigint, by: bigint): bigint => (x >> by | x << 64n - by) & WORD;

function block(state: bigint[], view: DataView, at: number): void {
  const words: bigint[] = [];
  let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
  ROUNDS.forEach((round, t) => {
    const back = (by: number): bigint => words[t - by] as bigint;
    words.push(t < 16 ? view.getBigUint64(at + t * 8)
      : back(16) + (turn(back(15), 1n) ^ turn(back(15), 8n) ^ back(15) >> 7n) + back(7) + (turn(back(2), 19n) ^ turn(back(2), 61n) ^ back(2) >> 6n) & WORD);
    const one = h + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + (e & f ^ ~e & g) + round + (words[t] as bigint);
    const two = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + (a & b ^ a & c ^ b & c);
    [a, b, c, d, e, f, g, h] = [one + two & WORD, a, b, c, d + one & WORD, e, f, g];
  });
  [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] = (state[i] as bigint) + word & WORD; });
}
