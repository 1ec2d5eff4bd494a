import { refuse } from './video-sample.ts';

/** Bits of a stream's header, the highest of a byte first. A header that ends too soon is damaged. */
export class Bits {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** An unsigned number of up to 32 bits. */
  take(bits: number): number {
    let value = 0;
    for (let i = 0; i < bits; i++, this.#at++) {
      const byte = this.#bytes[this.#at >> 3] ?? refuse('damaged');
      value = value * 2 + (byte >> 7 - (this.#at & 7) & 1);
    }
    return value;
  }

  /** Steps over bits. */
  skip(bits: number): void {
    this.#at += bits;
  }

  flag(): boolean {
    return this.take(1) === 1;
  }

  /** Exp-Golomb: ue(v) of H.264 §9.1, uvlc() of AV1. */
  golomb(): number {
    let zeros = 0;
    while (!this.flag()) zeros++;
    return zeros > 31 ? refuse('damaged') : 2 ** zeros - 1 + this.take(zeros);
  }
}
