import type { Wanted } from '../image-kernel.ts';
import { INDEX_BYTES_MAX, refuse, SAMPLE_BYTES_MAX, STEPS_MAX } from './video-sample.ts';

/** Asks for parts of a file, one after the other. */
export type Reading<T> = Generator<Wanted, T, Uint8Array>;

/** Bytes asked for at once, where fewer would do: a question costs more than they do. */
const WINDOW = 16_384;

/** A file that is looked at here and there. Only what was asked for is in memory; offsets are the file's. */
export class Input {
  /** Bytes of the file. */
  readonly end: number;
  #from = 0;
  #piece: Uint8Array = new Uint8Array(0);
  #steps = 0;
  #spent = 0;

  constructor(fileBytes: number) {
    this.end = fileBytes;
  }

  /** One box, element or entry more. */
  step(): void {
    if (++this.#steps > STEPS_MAX) refuse('work');
  }

  /** Makes sure that `bytes` of the file from `from` on can be read below. */
  *have(from: number, bytes: number): Reading<void> {
    if (from + bytes > this.end) refuse('cut');
    if (from >= this.#from && from + bytes <= this.#from + this.#piece.length) return;
    const room = Math.max(WINDOW, bytes);
    this.#spent += room;
    if (this.#spent > INDEX_BYTES_MAX) refuse('work');
    this.#piece = yield* ask({ from, to: Math.min(this.end, from + room) });
    this.#from = from;
  }

  /** An unsigned number, the highest byte first. Exact up to 2^53; offsets above are past any file's end all the same. */
  number(at: number, bytes: number): number {
    let value = 0;
    for (let i = at - this.#from; bytes > 0; bytes--) value = value * 256 + (this.#piece[i++] as number);
    return value;
  }

  /** Four letters, or as many as wanted. */
  name(at: number, bytes = 4): string {
    return String.fromCharCode(...this.bytes(at, bytes));
  }

  bytes(at: number, bytes: number): Uint8Array {
    return this.#piece.slice(at - this.#from, at - this.#from + bytes);
  }

  /** The coded picture itself, which nothing else is kept with. @param most bytes of it */
  *sample(from: number, to: number, most = SAMPLE_BYTES_MAX): Reading<Uint8Array> {
    if (to > this.end) refuse('cut');
    // Offsets of a fragment's runs may be negative.
    if (from < 0 || to <= from) refuse('damaged');
    if (to - from > most) refuse('too-big');
    return yield* ask({ from, to });
  }
}

function* ask(wanted: Wanted): Reading<Uint8Array> {
  const piece = yield wanted;
  if (piece.length !== wanted.to - wanted.from) throw new RangeError('The part of the file is not as long as asked for.');
  return piece;
}
