/** The names of the table below: reasons are for readers and stay out of the worker's file. The types hold them together. */
export const KEPT_NAMES = [
  'globalThis', 'self', 'undefined', 'NaN', 'Infinity', 'Object', 'Array', 'Boolean', 'Number', 'BigInt', 'String', 'Symbol',
  'Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'RegExp', 'Iterator', 'JSON', 'Reflect', 'Proxy', 'Math',
  'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError',
  'SyntaxError', 'TypeError', 'URIError', 'encodeURIComponent', 'decodeURIComponent', 'ArrayBuffer', 'DataView',
  'Uint8Array', 'Int8Array', 'Uint8ClampedArray', 'Uint16Array', 'Int16Array', 'Uint32Array', 'Int32Array',
  'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'WebAssembly', 'TextEncoder', 'TextDecoder', 'constructor',
] as const;
type KeptGlobal = (typeof KEPT_NAMES)[number];

/**
 * The reviewed list: every name that stays on the worker's global object and its prototypes, each with a reason. What
 * is not named here is removed before the first message. `tests/attack/kept-globals` follows each of them; a name that
 * can reach the network, storage, another thread, a clock or the page never gets a reason.
 */
const LANGUAGE = 'ECMAScript value or class without input or output';
const ARRAYS = 'the views the kernel bridge and the records use';

export const KEPT_GLOBALS: Readonly<Record<KeptGlobal, string>> = {
  globalThis: 'the language needs it; everything reachable from it is in this table',
  self: 'bundled code may name the global object so',
  undefined: LANGUAGE, NaN: LANGUAGE, Infinity: LANGUAGE,
  Object: LANGUAGE, Array: LANGUAGE, Boolean: LANGUAGE, Number: LANGUAGE, BigInt: LANGUAGE, String: LANGUAGE, Symbol: LANGUAGE,
  Map: LANGUAGE, Set: LANGUAGE, WeakMap: LANGUAGE, WeakSet: LANGUAGE, Promise: LANGUAGE, RegExp: LANGUAGE, Iterator: LANGUAGE,
  JSON: LANGUAGE, Reflect: LANGUAGE, Proxy: LANGUAGE,
  Math: 'arithmetic; its `random` is forbidden by lint (DESIGN §2.7)',
  parseInt: LANGUAGE, parseFloat: LANGUAGE, isNaN: LANGUAGE, isFinite: LANGUAGE,
  Error: LANGUAGE, AggregateError: LANGUAGE, EvalError: LANGUAGE, RangeError: LANGUAGE, ReferenceError: LANGUAGE,
  SyntaxError: LANGUAGE, TypeError: LANGUAGE, URIError: LANGUAGE,
  encodeURIComponent: 'pure text function', decodeURIComponent: 'pure text function',
  ArrayBuffer: ARRAYS, DataView: ARRAYS, Uint8Array: ARRAYS, Int8Array: ARRAYS, Uint8ClampedArray: ARRAYS, Uint16Array: ARRAYS,
  Int16Array: ARRAYS, Uint32Array: ARRAYS, Int32Array: ARRAYS, Float32Array: ARRAYS, Float64Array: ARRAYS,
  BigInt64Array: ARRAYS, BigUint64Array: ARRAYS,
  WebAssembly: 'the kernels; its streaming forms, which take a response, are removed',
  TextEncoder: 'UTF-8 of records, pure', TextDecoder: 'UTF-8 of records, pure',
  constructor: 'classes of the global chain: two cannot be made, an EventTarget has no method left',
};

/** WebAssembly members that read from a network response. */
export const REMOVED_WEBASSEMBLY = ['compileStreaming', 'instantiateStreaming'] as const;

/** Resist removal in every engine and are plain numbers of a storage API that is gone. */
export const HARMLESS_CONSTANTS: readonly string[] = ['TEMPORARY', 'PERSISTENT'];
