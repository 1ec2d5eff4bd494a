/**
 * The self-test's attempts, one table for both forms. Each says what happened, by outcome: that a constructor does not
 * throw proves nothing, and WebKit fires no violation events. `run` resolves to true where the way is open and to false,
 * or throws, where it is closed. Attempts that need no server come first: they prove a policy also while offline.
 */
export interface Attempt {
  readonly name: string;
  /** Directive that closes it. */
  readonly directive: string;
  readonly forms: readonly ('header' | 'frame')[];
  readonly run: () => Promise<boolean> | boolean;
}

const BOTH = ['header', 'frame'] as const;
// The frame form allows `blob:` scripts and workers: its own worker is one. They inherit the frame's policy.
const HEADER = ['header'] as const;
const EMPTY_MODULE = 'data:text/javascript,';
const MARK = 'inward.mark';

export const ATTEMPTS: readonly Attempt[] = [
  { name: 'fetch-data', directive: 'connect-src', forms: BOTH, run: async () => (await fetch('data:text/plain,x')).ok },
  {
    name: 'fetch-self', directive: 'connect-src', forms: BOTH,
    // Any answer at all, also a 404, means that the request left.
    run: async () => { await fetch(ownAddress('fetch')); return true; },
  },
  { name: 'xhr', directive: 'connect-src', forms: BOTH, run: xhr },
  { name: 'import-data', directive: 'script-src', forms: BOTH, run: async () => { await load(EMPTY_MODULE); return true; } },
  {
    name: 'import-self', directive: 'script-src', forms: HEADER,
    // The fragment makes it a new module to the engine and the same file to the server.
    run: async () => { await load(ownAddress('import')); return true; },
  },
  {
    name: 'import-blob', directive: 'script-src', forms: HEADER,
    run: async () => { await load(blobAddress('')); return true; },
  },
  { name: 'import-scripts', directive: 'script-src', forms: BOTH, run: () => { importScripts(EMPTY_MODULE); return true; } },
  { name: 'eval', directive: "script-src 'unsafe-eval'", forms: BOTH, run: () => (0, eval)('1') === 1 },
  { name: 'function', directive: "script-src 'unsafe-eval'", forms: BOTH, run: () => Reflect.construct(Function, ['return 1'])() === 1 },
  {
    name: 'async-function', directive: "script-src 'unsafe-eval'", forms: BOTH,
    run: async () => (await Reflect.construct((async () => undefined).constructor, ['return 1'])()) === 1,
  },
  { name: 'string-timer', directive: "script-src 'unsafe-eval'", forms: BOTH, run: stringTimer },
  // No nested worker: in Firefox 153 starting one hangs the starting worker in about one start of twenty (measured, see
  // docs/seal.md). `worker-src` falls back to `script-src`, `Worker` is removed, and the page compares the header itself.
];

/** Through a function, so that no bundler reads the address as a module of ours. */
function load(address: string): Promise<unknown> {
  return import(/* @vite-ignore */ address);
}

function xhr(): boolean {
  const request = new XMLHttpRequest();
  request.open('GET', 'data:text/plain,x', false);
  request.send();
  return request.responseText === 'x';
}

async function stringTimer(): Promise<boolean> {
  const marked = self as unknown as Record<string, unknown>;
  setTimeout(`self['${MARK}'] = 1`, 0);
  await new Promise<void>((resolve) => { setTimeout(resolve, 5); });
  const ran = marked[MARK] === 1;
  Reflect.deleteProperty(self, MARK);
  return ran;
}

function ownAddress(fragment: string): string {
  return `${self.location.href.split('#')[0] ?? ''}#inward-${fragment}`;
}

function blobAddress(source: string): string {
  return URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
}
