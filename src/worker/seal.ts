import { HARMLESS_CONSTANTS, REMOVED_WEBASSEMBLY } from './seal-globals.ts';

/**
 * Second layer of the seal (the first is the policy of the response or frame): every global that is not in the table is
 * removed along the prototype chain, the constructors that make code from strings become unreachable, and the chain
 * takes no new properties. `import()` is syntax and stays: only the policy closes it, which the self-test proves.
 * Cannot be undone. About 1 ms.
 *
 * @param kept the table of this kind of worker: `KEPT_NAMES`, or `MEDIA_NAMES`
 * @returns names that could not be removed; empty in the three engines.
 */
export function seal(scope: object, kept: readonly string[]): readonly string[] {
  for (const holder of chain(scope)) {
    for (const name of Object.getOwnPropertyNames(holder)) {
      if (!kept.includes(name)) remove(holder, name);
    }
  }
  for (const name of REMOVED_WEBASSEMBLY) {
    if (typeof WebAssembly === 'object') remove(WebAssembly, name);
  }
  for (const prototype of functionPrototypes()) blank(prototype, 'constructor');
  for (const holder of chain(scope)) close(holder);
  return remaining(scope, kept);
}

/** Names on the chain that the table does not allow, and ways to make code from strings. */
export function remaining(scope: object, kept: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const holder of chain(scope)) {
    for (const name of Object.getOwnPropertyNames(holder)) {
      if (kept.includes(name) || HARMLESS_CONSTANTS.includes(name)) continue;
      if (isThere(scope, name)) found.push(name);
    }
  }
  for (const prototype of functionPrototypes()) {
    if (prototype.constructor !== undefined) found.push('Function');
  }
  return found;
}

/** The scope and its prototypes, without `Object.prototype`. */
function chain(scope: object): readonly object[] {
  const holders: object[] = [];
  for (let holder: object | null = scope; holder !== null && holder !== Object.prototype; holder = Object.getPrototypeOf(holder) as object | null) {
    holders.push(holder);
  }
  return holders;
}

function functionPrototypes(): readonly { readonly constructor: unknown }[] {
  const kinds = [function () { /* kind */ }, async function () { /* kind */ }, function* () { /* kind */ }, async function* () { /* kind */ }];
  return kinds.map((kind) => Object.getPrototypeOf(kind) as { readonly constructor: unknown });
}

function isThere(scope: object, name: string): boolean {
  try {
    return (scope as Record<string, unknown>)[name] !== undefined;
  } catch {
    // Some getters throw in a worker of an opaque origin; the name is there all the same.
    return true;
  }
}

function remove(holder: object, name: string): void {
  try {
    if (Reflect.deleteProperty(holder, name)) return;
  } catch {
    // A getter of the engine objected; overwrite instead.
  }
  blank(holder, name);
}

function blank(holder: object, name: string): void {
  try {
    Object.defineProperty(holder, name, { value: undefined, writable: false, configurable: false });
  } catch {
    // Reported by `remaining`.
  }
}

function close(holder: object): void {
  try {
    Object.freeze(holder);
  } catch {
    // Some engines refuse to freeze the global object itself; its names are gone either way.
  }
}
