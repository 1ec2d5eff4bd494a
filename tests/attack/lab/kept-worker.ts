import { closeScope } from '../../../src/worker/self-test.ts';
import { openDoor } from '../../../src/worker/worker-door.ts';
import type { KeptReport } from './kept-target.ts';

/**
 * A worker that closes itself with the real code, or not at all (`open`), and then says what it finds. Nothing here uses
 * the seal's own walk: names by `for … in`, by own keys along the prototypes, and by asking for each of a fixed list.
 */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const MARK = Symbol.for('inward.attack');

/** @param kept the table of the worker under attack @param made what its names make, by name; asked for after the seal */
export function lookAtWorker(kept: readonly string[], made: () => Promise<Readonly<Record<string, unknown>>> = () => Promise.resolve({})): void {
  if (Object.hasOwn(globalThis, MARK)) return;
  Object.defineProperty(globalThis, MARK, { value: true });
  const taken = takeAll(kept);
  void start(kept, taken, made);
}

type Taken = ReadonlyMap<unknown, string>;

async function start(kept: readonly string[], taken: Taken, made: () => Promise<Readonly<Record<string, unknown>>>): Promise<void> {
  const form = scope.name === 'frame' || scope.name === 'header' ? scope.name : 'off';
  const door = await openDoor(scope, form);
  if (form !== 'off') await closeScope(scope, form, kept);
  const things = await made();
  door.listen((event) => { door.postMessage(look(event.data as readonly string[], kept, taken, things), []); });
  door.postMessage('ready', []);
}

/** Everything the global chain gives that the table does not name, by identity: value, getter, setter, prototype. */
function takeAll(kept: readonly string[]): Taken {
  const found = new Map<unknown, string>();
  const add = (value: unknown, name: string): void => {
    if ((typeof value === 'object' && value !== null) || typeof value === 'function') found.set(value, found.get(value) ?? name);
  };
  for (const holder of holders()) {
    for (const name of Object.getOwnPropertyNames(holder)) {
      if (kept.includes(name) && name !== 'constructor') continue;
      const { value, get, set } = Object.getOwnPropertyDescriptor(holder, name) ?? {};
      add(value, name === 'constructor' ? (value as { name: string }).name : name);
      add(get, `get ${name}`);
      add(set, `set ${name}`);
      if (typeof value === 'function') add((value as { prototype?: unknown }).prototype, `${name}.prototype`);
    }
  }
  // The language's own, reachable however the global names stand.
  found.delete(Object.prototype);
  found.delete(Function.prototype);
  for (const holder of holders()) found.delete(holder);
  for (const kind of functionKinds()) add(kind.constructor, `${kind.constructor.name} constructor`);
  // The notice worker has none of it after the seal.
  add(WebAssembly.compileStreaming, 'compileStreaming');
  add(WebAssembly.instantiateStreaming, 'instantiateStreaming');
  return found;
}

function look(dangerous: readonly string[], kept: readonly string[], taken: Taken, made: Readonly<Record<string, unknown>>): KeptReport {
  const listed: string[] = [];
  for (const name in globalThis) if (read(name) !== undefined) listed.push(name);
  const left = new Set<string>();
  for (const holder of holders()) {
    for (const name of Reflect.ownKeys(holder)) if (typeof name === 'string' && (name === 'undefined' || read(name) !== undefined)) left.add(name);
  }
  return {
    left: [...left].sort(), listed, dangerous: dangerous.filter((name) => read(name) !== undefined),
    reached: Object.fromEntries(kept.map((name) => [name, reachedFrom(taken, [read(name)])])),
    fromMade: Object.fromEntries(Object.entries(made).map(([name, thing]) => [name, reachedFrom(taken, [thing])])),
    fromLiterals: reachedFrom(taken, literals()), constructed: constructed(), added: added(),
  };
}

/** Names of taken things that can be had from `roots` by properties, getters, setters and prototypes, without calls. */
function reachedFrom(taken: Taken, roots: readonly unknown[]): readonly string[] {
  const seen = new Set<unknown>();
  const reached = new Set<string>();
  const next = [...roots];
  while (next.length > 0) {
    const at = next.pop();
    if (((typeof at !== 'object' || at === null) && typeof at !== 'function') || seen.has(at)) continue;
    seen.add(at);
    const name = taken.get(at);
    if (name !== undefined) reached.add(name);
    next.push(Reflect.getPrototypeOf(at));
    for (const key of Reflect.ownKeys(at)) {
      const own = Reflect.getOwnPropertyDescriptor(at, key);
      // What this file itself holds is no finding: its map of taken things is no property of anything.
      next.push(own?.value, own?.get, own?.set);
    }
  }
  return [...reached].sort();
}

/** What code can have without any name. */
function literals(): readonly unknown[] {
  const generator = function* (): Generator<number> { yield 0; };
  const later = async function* (): AsyncGenerator<number> { yield await Promise.resolve(0); };
  return [
    ...functionKinds(), generator(), later(), [], [].values(), {}, /x/u, 'a'[Symbol.iterator](), /x/gu[Symbol.matchAll]('x'), new Map().entries(),
    new Set().values(), Promise.resolve(), new Error('x'), 1n, Symbol.iterator, new TextEncoder(), new TextDecoder(), ...typeof WebAssembly === 'object' ? [new WebAssembly.Memory({ initial: 0 })] : [],
  ].map((value) => (typeof value === 'bigint' || typeof value === 'symbol' ? Object(value) as unknown : value));
}

/** Classes on the chain that can be had by `constructor`, and whether one can be made that has any method. */
function constructed(): readonly string[] {
  const useful: string[] = [];
  for (const holder of holders()) {
    const kind = (holder as { readonly constructor?: new () => object }).constructor;
    if (kind === undefined) continue;
    try {
      const made = new kind();
      for (let at: object | null = made; at !== null && at !== Object.prototype; at = Reflect.getPrototypeOf(at)) {
        for (const key of Reflect.ownKeys(at)) if (key !== 'constructor' && (made as Record<PropertyKey, unknown>)[key] !== undefined) useful.push(`${kind.name}.${String(key)}`);
      }
    } catch {
      // As it should be.
    }
  }
  return useful.filter((name) => !name.endsWith('Symbol(Symbol.toStringTag)'));
}

/** Prototypes of the global object that take a new property, by number. */
function added(): readonly number[] {
  return holders().slice(1).flatMap((holder, index) => {
    const took = Reflect.defineProperty(holder, 'onmessage', { value: () => undefined, configurable: true });
    if (took) Reflect.deleteProperty(holder, 'onmessage');
    return took ? [index + 1] : [];
  });
}

function functionKinds(): readonly { readonly constructor: { readonly name: string } }[] {
  return [function () { /* kind */ }, async function () { /* kind */ }, function* () { /* kind */ }, async function* () { /* kind */ }];
}

function holders(): readonly object[] {
  const found: object[] = [];
  for (let at: object | null = globalThis; at !== null && at !== Object.prototype; at = Reflect.getPrototypeOf(at)) found.push(at);
  return found;
}

function read(name: string): unknown {
  try {
    return (globalThis as unknown as Record<string, unknown>)[name];
  } catch {
    return 'throws';
  }
}
