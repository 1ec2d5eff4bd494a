
/** One call on its way to the engine. */
export interface Call {
  readonly method: string;
  readonly args: readonly unknown[];
  /** Buffers that move instead of being copied. */
  readonly transfer: readonly ArrayBuffer[];
  readonly deadlineMs: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * First come, first served, one call in flight. Held while the worker restarts: what waits is not lost, and a call's
 * clock starts only when it is at the head.
 */
export class CallQueue {
  readonly #perform: (call: Call) => void;
  readonly #waiting: Call[] = [];
  #current: Call | undefined;
  #held = false;

  constructor(perform: (call: Call) => void) {
    this.#perform = perform;
  }

  get current(): Call | undefined {
    return this.#current;
  }

  add(call: Call): void {
    this.#waiting.push(call);
    this.#advance();
  }

  /** The call in flight, if it is still this one, has its answer. */
  finish(call: Call): boolean {
    if (this.#current !== call) return false;
    this.#current = undefined;
    this.#advance();
    return true;
  }

  hold(): void {
    this.#held = true;
  }

  release(): void {
    this.#held = false;
    this.#advance();
  }

  rejectCurrent(error: Error): void {
    const call = this.#current;
    this.#current = undefined;
    call?.reject(error);
  }

  rejectAll(error: () => Error): void {
    this.rejectCurrent(error());
    for (const call of this.#waiting.splice(0)) call.reject(error());
  }

  #advance(): void {
    if (this.#held || this.#current !== undefined) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#current = next;
    this.#perform(next);
  }
}
