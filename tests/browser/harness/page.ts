/** What a test holds of a tab. Every engine gives the same. */
export interface Page {
  /**
   * Sends the source of `fn` into the page, awaits what it returns and hands it back by JSON (`undefined` included).
   * `fn` sees the page's globals and its arguments, nothing of the test file. Not subject to the page's policy.
   * @throws {PageError} with the message, `name` and `code` of whatever `fn` threw, or after `RUN_TIMEOUT_MS`.
   */
  run<A extends readonly unknown[], R>(fn: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Resolves at the page's load event. */
  goto(url: string): Promise<void>;
  /** A person's hand: trusted events. CSS pixels from the window's top left corner; `clicks` in a row. */
  press(x: number, y: number, clicks?: number): Promise<void>;
  key(name: KeyName): Promise<void>;
  /** PNG of what is in the window. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

export type KeyName = 'Enter' | 'Escape' | 'Space' | 'Tab';
export interface Hands {
  press(x: number, y: number, clicks: number): Promise<void>;
  key(name: KeyName): Promise<void>;
  picture(): Promise<Buffer>;
}

/** A tab as a driver sees it: evaluates an expression whose value is a promise of a string. */
export interface RawPage {
  evaluate(expression: string): Promise<string>;
  goto(url: string): Promise<void>;
  close(): Promise<void>;
  /** A person's hands and eyes; a tab that is driven by something simpler has none. */
  readonly hands?: Hands;
  /** The driver's own page, for what only one engine can do (throttling, keyboards). */
  readonly native?: unknown;
}

/** A running browser with one profile: its tabs share storage, channels and locks. */
export interface Driver {
  open(): Promise<RawPage>;
  version(): string;
  /** The browser itself crashed or was closed: nothing more comes from it. */
  isGone(): Promise<boolean>;
  close(): Promise<void>;
}

export const RUN_TIMEOUT_MS = 60_000;

/** An error that was thrown inside the page. */
export class PageError extends Error {
  override readonly name: string;
  readonly code: string | undefined;

  constructor(message: string, name: string, code?: string) {
    super(message);
    this.name = name;
    this.code = code;
  }
}

/** The browser went away under a test. `vitest.config.ts` lets such a test run a second time, and no other. */
export class BrowserGone extends Error {
  constructor(engine: string, cause: unknown) {
    super(`browser went away: ${engine}`, { cause });
  }
}

export function wrapPage(raw: RawPage): Page & { readonly native?: unknown } {
  return {
    native: raw.native,
    async run(fn, ...args) {
      return readReply(await raw.evaluate(callExpression(fn, args))) as never;
    },
    goto: (url) => raw.goto(url),
    press: (x, y, clicks = 1) => handsOf(raw).press(x, y, clicks),
    key: (name) => handsOf(raw).key(name),
    picture: () => handsOf(raw).picture(),
    close: () => raw.close(),
  };
}

function handsOf(raw: RawPage): Hands {
  if (raw.hands === undefined) throw new Error('this tab has no hands');
  return raw.hands;
}

/**
 * The call as one expression. Vitest rewrites `import()` and may name functions through helpers; those two names are
 * given back their plain meaning, so that a test can write `await import('/browser.js')`.
 */
function callExpression(fn: (...args: never[]) => unknown, args: readonly unknown[]): string {
  const values = args.map((arg) => (arg === undefined ? 'undefined' : JSON.stringify(arg))).join(',');
  return `(async () => {
    const __vite_ssr_dynamic_import__ = (url) => import(new URL(url, document.baseURI).href);
    const __name = (target) => target;
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error('page.run: no answer in ${RUN_TIMEOUT_MS} ms')), ${RUN_TIMEOUT_MS}));
    try {
      const value = await Promise.race([(${String(fn)})(${values}), late]);
      return JSON.stringify({ value });
    } catch (e) {
      const object = typeof e === 'object' && e !== null;
      return JSON.stringify({ error: { name: object ? String(e.name) : 'Error', message: object ? String(e.message) : String(e), code: object && typeof e.code === 'string' ? e.code : undefined } });
    }
  })()`;
}

interface Reply {
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string; readonly code?: string };
}

function readReply(json: string): unknown {
  const reply = JSON.parse(json) as Reply;
  if (reply.error !== undefined) throw new PageError(reply.error.message, reply.error.name, reply.error.code);
  return reply.value;
}
