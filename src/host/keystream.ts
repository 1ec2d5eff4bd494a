const ROUNDS = 10;
const BLOCK_BYTES = 64;

/**
 * So many bytes of ChaCha20's key stream (RFC 8439 §2.3, nonce and counter from 0): bits that nobody can tell from chance without the
 * key. By itself, because a sealed worker in the frame form has no `crypto.subtle`. About 1 µs for 64 bytes.
 * @param key 32 bytes
 */
export function keystream(key: Uint8Array, bytes: number): Uint8Array {
  const state = new Uint32Array(16);
  // "expand 32-byte k"
  state.set([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574]);
  for (let i = 0; i < 32; i++) state[4 + (i >> 2)] = (state[4 + (i >> 2)] as number) | (key[i] ?? 0) << (i & 3) * 8;
  const out = new Uint8Array(Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES);
  const view = new DataView(out.buffer);
  for (let at = 0; at < out.length; at += BLOCK_BYTES) {
    const block = state.slice();
    for (let round = 0; round < ROUNDS; round++) {
      for (let i = 0; i < 4; i++) quarterRound(block, i, 4 + i, 8 + i, 12 + i);
      for (let i = 0; i < 4; i++) quarterRound(block, i, 4 + ((i + 1) & 3), 8 + ((i + 2) & 3), 12 + ((i + 3) & 3));
    }
    block.forEach((word, i) => { view.setUint32(at + i * 4, word + (state[i] as number), true); });
    state[12] = (state[12] as number) + 1;
  }
  return out.subarray(0, bytes);
}

function quarterRound(x: Uint32Array, a: number, b: number, c: number, d: number): void {
  for (const turn of [16, 12, 8, 7]) {
    const [to, from, other] = turn === 16 || turn === 8 ? [a, b, d] as const : [c, d, b] as const;
    x[to] = (x[to] as number) + (x[from] as number);
    const mixed = (x[other] as number) ^ (x[to] as number);
    x[other] = mixed << turn | mixed >>> (32 - turn);
  }
}
