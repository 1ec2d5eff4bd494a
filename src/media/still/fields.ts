import type { Box } from '../video/boxes.ts';
import type { Input, Reading } from '../video/input.ts';
import { refuse } from '../video/video-sample.ts';

/** Numbers of a box, one behind the other, never past its end. */
export class Fields {
  readonly #input: Input;
  readonly #to: number;
  #at: number;

  constructor(input: Input, { from, to }: Box) {
    this.#input = input;
    this.#at = from;
    this.#to = to;
  }

  /** Where the next one lies. */
  get at(): number {
    return this.#at;
  }

  /** An unsigned number of up to eight bytes; of none: 0. */
  *take(bytes: number): Reading<number> {
    const at = yield* this.#have(bytes);
    return this.#input.number(at, bytes);
  }

  *name(): Reading<string> {
    return this.#input.name(yield* this.#have(4));
  }

  *#have(bytes: number): Reading<number> {
    const at = this.#at;
    this.#at += bytes;
    if (this.#at > this.#to) refuse('damaged');
    yield* this.#input.have(at, bytes);
    return at;
  }
}
