/** Where a covered picture, video or file stands. Only `clear` has the original in the page. */
export type RevealState = 'covered' | 'confirming' | 'opening' | 'clear';

/** What moves it. `press` and `confirm` are made in `Reveal.reveal` alone, out of a trusted press. */
export type RevealSignal = 'press' | 'press-under-notice' | 'confirm' | 'opened' | 'failed' | 'cover';

/** The whole machine. A request starts `covered`; the one column that ends in `clear` starts from `opening`, which only presses reach. */
export const REVEAL: Readonly<Record<RevealState, Readonly<Record<RevealSignal, RevealState>>>> = {
  covered:    { press: 'opening',    'press-under-notice': 'confirming', confirm: 'covered', opened: 'covered',    failed: 'covered',    cover: 'covered' },
  confirming: { press: 'confirming', 'press-under-notice': 'confirming', confirm: 'opening', opened: 'confirming', failed: 'confirming', cover: 'covered' },
  opening:    { press: 'opening',    'press-under-notice': 'opening',    confirm: 'opening', opened: 'clear',      failed: 'covered',    cover: 'covered' },
  clear:      { press: 'clear',      'press-under-notice': 'clear',      confirm: 'clear',   opened: 'clear',      failed: 'covered',    cover: 'covered' },
};

/** What is read of a click. `isTrusted` cannot be set by a script on a real event. */
export interface Press {
  readonly isTrusted: boolean;
  /** Clicks in a row at one place (`UIEvent.detail`), 0 from a keyboard. */
  readonly detail?: number;
}

/** What stands around a press. */
export interface Around {
  /** A notice stands: a second press is needed. */
  readonly warned: boolean;
  /** The page is in front of somebody. */
  readonly visible: boolean;
}

/**
 * One cover's life. Pure: no clock, no page. Each way into `opening` has a number of its own, so that bytes which arrive after
 * a re-cover, or for an attempt that was given up, open nothing.
 */
export class Reveal {
  #state: RevealState = 'covered';
  #attempt = 0;

  get state(): RevealState { return this.#state; }

  /** Number of the attempt under way or shown; an older one is over. */
  get attempt(): number { return this.#attempt; }

  /**
   * The only way towards `clear`. A press by script, on a hidden page, or the second half of a double click changes nothing:
   * what one presses twice in one place was meant for what stood there before.
   */
  reveal(press: Press, { warned, visible }: Around): RevealState {
    if (press.isTrusted !== true || !visible || (press.detail ?? 0) > 1) return this.#state;
    if (this.#state === 'confirming') return this.#move('confirm');
    return this.#move(warned ? 'press-under-notice' : 'press');
  }

  /** The original of this attempt can be shown. False: the attempt is over, let go of it. */
  opened(attempt: number): boolean {
    return this.#isOpening(attempt) && this.#move('opened') === 'clear';
  }

  /** This attempt cannot be shown, or no longer. False: it was over already. */
  failed(attempt: number): boolean {
    if (attempt !== this.#attempt || (this.#state !== 'opening' && this.#state !== 'clear')) return false;
    return this.#move('failed') === 'covered';
  }

  /** Always possible, from everywhere. */
  cover(): RevealState { return this.#move('cover'); }

  #isOpening(attempt: number): boolean { return this.#state === 'opening' && attempt === this.#attempt; }

  #move(signal: RevealSignal): RevealState {
    const next = REVEAL[this.#state][signal];
    if (next === 'opening' && this.#state !== 'opening') this.#attempt++;
    this.#state = next;
    return next;
  }
}
