import type { Input, Reading } from '../video/input.ts';
import { mustFit, streamSizes, type Size } from '../video/stream-size.ts';
import { refuse, type VideoFormat } from '../video/video-sample.ts';
import type { Extent } from './items.ts';

/** Bytes of all coded pictures of a file, their configurations with each of them: a whole file at most (assembly/image/memory.ts). */
const CODED_BYTES_MAX = 64_000_000;

/** Reads coded pictures and holds what their own headers say to the caps and to the size that the file says. */
export class CodedSizes {
  readonly #input: Input;
  #spent = 0;

  constructor(input: Input) {
    this.#input = input;
  }

  /** @throws {Refused} too-big; damaged: another size than is said; unsupported: a size that its headers do not tell; work, cut */
  *mustBe(said: Size, format: VideoFormat, config: Uint8Array, places: readonly Extent[]): Reading<void> {
    mustFit(said);
    const sizes = streamSizes(format, config, yield* this.#read(places, config.length));
    for (const size of sizes) {
      mustFit(size);
      const { width, height } = size.shown ?? size;
      if (width !== said.width || height !== said.height) refuse('damaged');
    }
  }

  *#read(places: readonly Extent[], more: number): Reading<Uint8Array> {
    const parts: Uint8Array[] = [];
    this.#spent += more;
    for (const { from, to } of places) {
      this.#spent += to - from;
      if (this.#spent > CODED_BYTES_MAX) refuse('work');
      parts.push(yield* this.#input.sample(from, to, CODED_BYTES_MAX));
    }
    if (parts.length === 1) return parts[0] as Uint8Array;
    const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}
