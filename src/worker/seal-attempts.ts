/**
 * The self-test's attempts by name, one table for both forms. Each says what happened, by outcome: that a constructor does
 * not throw proves nothing, and WebKit fires no violation events. One that settles is a way that stands open, whatever it
 * gives but `false`; one that gives `false` or throws is closed. Attempts that need no server come first: they prove a policy
 * also while offline.
 */
export const ATTEMPTS: Readonly<Record<string, () => unknown>> = {
  // connect-src. Any answer at all, also a 404, means that the request left.
  'fetch-data': () => fetch('data:text/plain,x'),
  'fetch-self': () => fetch(ownAddress('fetch')),
  xhr,
  // script-src. The fragment makes it a new module to the engine and the same file to the server.
  'import-data': () => load(EMPTY_MODULE),
  'import-self': () => load(ownAddress('import')),
  'import-blob': () => load(blobAddress('')),
  'import-scripts': () => { importScripts(EMPTY_MODULE); },
  // script-src without 'unsafe-eval'
  eval: () => (0, eval)('1') === 1,
  function: () => Reflect.construct(Function, ['return 1'])() === 1,
  'async-function': async () => (await Reflect.construct((async () => undefined).constructor, ['return 1'])()) === 1,
  'string-timer': stringTimer,
  // No nested worker: in Firefox 153 starting one hangs the starting worker in about one start of twenty (measured, see
  // docs/seal.md). `worker-src` falls back to `script-src`, `Worker` is removed, and the page compares the header itself.
};

/** Left out in the frame form, which allows `blob:` scripts and workers: its own worker is one. They inherit the frame's policy. */
export const HEADER_ATTEMPTS: readonly string[] = ['import-self', 'import-blob'];

const EMPTY_MODULE = 'data:text/javascript,';
const MARK = 'inward.mark';

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
