import type { Wanted } from '../media/image-kernel.ts';

/** Bytes asked for at once: most photos are whole in the one read. A read takes a millisecond and a half, as does a megabyte. */
const FIRST_READ = 0x100000;
const LONGEST_READ = 0x400000;

/** Parts of a file, where they are asked for one behind the other: more is read than was asked for, and kept until it does not do. */
export class FileParts {
  readonly #file: Blob;
  #held = new Uint8Array(0);
  #from = 0;
  #most: number;

  constructor(file: Blob) {
    this.#file = file;
    this.#most = file.size > LONGEST_READ ? FIRST_READ : LONGEST_READ;
  }

  get fileBytes(): number {
    return this.#file.size;
  }

  /** @returns undefined where its bytes cannot be read (any more): taken away, or another length */
  async part({ from, to }: Wanted): Promise<Uint8Array | undefined> {
    if (from < this.#from || to > this.#from + this.#held.length) {
      try {
        this.#held = new Uint8Array(await this.#file.slice(from, Math.min(this.#file.size, Math.max(to, from + this.#most))).arrayBuffer());
      } catch {
        return undefined;
      }
      this.#from = from;
      this.#most = LONGEST_READ;
      if (this.#held.length < to - from) return undefined;
    }
    return this.#held.subarray(from - this.#from, to - this.#from);
  }

  /** Runs a reader that asks for parts. @returns undefined as above */
  async read<T>(reading: Generator<Wanted, T, Uint8Array>): Promise<T | undefined> {
    let step = reading.next();
    while (step.done !== true) {
      const part = await this.part(step.value);
      if (part === undefined) return undefined;
      step = reading.next(part);
    }
    return step.value;
  }
}
