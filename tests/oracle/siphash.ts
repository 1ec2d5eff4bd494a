// SipHash (Aumasson, Bernstein 2012), slow and obvious: whole numbers of any size, one step a line.

const MASK = (1n << 64n) - 1n;
const add = (a: bigint, b: bigint): bigint => (a + b) & MASK;
const turn = (a: bigint, by: bigint): bigint => ((a << by) | (a >> (64n - by))) & MASK;

function wordOf(bytes: readonly number[]): bigint {
  return bytes.reduce((sum, byte, n) => sum | (BigInt(byte) << BigInt(8 * n)), 0n);
}

/** @param key 16 bytes @param rounds for a block, and at the end @returns 64 bits */
export function siphash(key: readonly number[], message: readonly number[], rounds: readonly [number, number] = [1, 3]): bigint {
  const k0 = wordOf(key.slice(0, 8));
  const k1 = wordOf(key.slice(8, 16));
  let [v0, v1, v2, v3] = [k0 ^ 0x736f6d6570736575n, k1 ^ 0x646f72616e646f6dn, k0 ^ 0x6c7967656e657261n, k1 ^ 0x7465646279746573n];
  const sipRound = (): void => {
    v0 = add(v0, v1); v1 = turn(v1, 13n); v1 ^= v0; v0 = turn(v0, 32n);
    v2 = add(v2, v3); v3 = turn(v3, 16n); v3 ^= v2;
    v0 = add(v0, v3); v3 = turn(v3, 21n); v3 ^= v0;
    v2 = add(v2, v1); v1 = turn(v1, 17n); v1 ^= v2; v2 = turn(v2, 32n);
  };
  const whole = message.length - message.length % 8;
  const blocks: bigint[] = [];
  for (let at = 0; at < whole; at += 8) blocks.push(wordOf(message.slice(at, at + 8)));
  blocks.push(wordOf(message.slice(whole)) | (BigInt(message.length & 255) << 56n));
  for (const block of blocks) {
    v3 ^= block;
    for (let n = 0; n < rounds[0]; n++) sipRound();
    v0 ^= block;
  }
  v2 ^= 0xffn;
  for (let n = 0; n < rounds[1]; n++) sipRound();
  return v0 ^ v1 ^ v2 ^ v3;
}
