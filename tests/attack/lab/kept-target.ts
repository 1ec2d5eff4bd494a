/** What the worker of `kept-globals` says of itself. Names only. */
export interface KeptReport {
  /** Names on the global object and its prototypes, `Object.prototype` apart, that give something. */
  readonly left: readonly string[];
  /** The same by `for … in`. */
  readonly listed: readonly string[];
  /** Of the names asked for one by one: those that give something. */
  readonly dangerous: readonly string[];
  /** By kept name: what of the things taken before the seal can be had from it. */
  readonly reached: Readonly<Record<string, readonly string[]>>;
  /** The same from what the kept names make, by name of the thing. */
  readonly fromMade: Readonly<Record<string, readonly string[]>>;
  readonly fromLiterals: readonly string[];
  /** Members of what the classes on the chain can make. */
  readonly constructed: readonly string[];
  /** Prototypes of the global object that take a new property. */
  readonly added: readonly number[];
}

/** Asked for by name, whatever a walk says: a network, a store, a thread, a clock, a page, code from strings. */
export const DANGEROUS: readonly string[] = [
  'fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource', 'RTCPeerConnection', 'RTCDataChannel', 'navigator',
  'importScripts', 'Request', 'Response', 'Headers', 'FormData', 'URL', 'Blob', 'File', 'FileReader', 'FileReaderSync', 'FontFace', 'fonts', 'Image',
  'ImageDecoder', 'createImageBitmap', 'OffscreenCanvas', 'CSSStyleSheet', 'ReportingObserver', 'reportError', 'Notification', 'PushManager', 'ServiceWorker',
  'ServiceWorkerRegistration', 'TCPSocket', 'UDPSocket', 'USB', 'HID', 'Serial', 'Bluetooth',
  'indexedDB', 'IDBFactory', 'caches', 'CacheStorage', 'cookieStore', 'StorageManager', 'localStorage', 'sessionStorage', 'FileSystemHandle', 'webkitRequestFileSystem',
  'Worker', 'SharedWorker', 'BroadcastChannel', 'MessageChannel', 'MessagePort', 'MessageEvent', 'EventTarget', 'Event', 'postMessage', 'addEventListener', 'dispatchEvent',
  'onmessage', 'close', 'name', 'location', 'origin', 'LockManager', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry',
  'performance', 'Performance', 'PerformanceObserver', 'Date', 'Temporal', 'Intl', 'setTimeout', 'setInterval', 'queueMicrotask', 'requestAnimationFrame', 'scheduler',
  'structuredClone', 'console', 'crypto', 'eval', 'Function', 'TrustedTypePolicyFactory', 'trustedTypes', 'ShadowRealm', 'window', 'document', 'parent', 'top', 'frames',
  'ReadableStream', 'WritableStream', 'TransformStream', 'CompressionStream', 'MediaSource', 'VideoDecoder', 'AudioData', 'GPU', 'escape', 'unescape',
];
