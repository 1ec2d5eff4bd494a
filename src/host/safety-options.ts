import type { SafetyOptions, Store } from '../contract/safety.ts';
import { createMemoryStore } from './memory-store.ts';
import type { SealChoice } from './worker-forms.ts';

const SEALS: readonly SealChoice[] = ['auto', 'header', 'frame', 'off'];
const DEFAULT_DEADLINE_MS = 5_000;
const SHORTEST_DEADLINE_MS = 100;
const LONGEST_DEADLINE_MS = 600_000;

/** What `createSafety` runs with: every default filled in, the assets folder as an absolute address. */
export interface CheckedOptions {
  readonly assets: string;
  readonly seal: SealChoice;
  readonly store: Store;
  readonly now: () => number;
  readonly deadlineMs: number;
}

/**
 * @param pageAddress against which a relative assets folder is read.
 * @throws {TypeError} a field of the wrong type. {RangeError} a folder that does not end in `/` or lies on another
 * origin, an unknown `seal`, a deadline outside 100 to 600,000 ms.
 */
export function checkOptions(options: SafetyOptions, pageAddress: string): CheckedOptions {
  if (typeof options !== 'object' || (options as unknown) === null) throw new TypeError('createSafety takes an object of options.');
  for (const name of ['now', 'describeSender'] as const) {
    if (options[name] !== undefined && typeof options[name] !== 'function') throw new TypeError(`"${name}" is not a function.`);
  }
  const seal = options.seal ?? 'auto';
  if (!SEALS.includes(seal)) throw new RangeError(`"seal" is none of ${SEALS.join(', ')}.`);
  checkStore(options.store);
  return {
    assets: folder(options.assets, pageAddress), seal, store: options.store ?? createMemoryStore(), now: options.now ?? Date.now, deadlineMs: deadline(options.deadlineMs),
  };
}

function folder(assets: unknown, pageAddress: string): string {
  if (typeof assets !== 'string') throw new TypeError('"assets" is not a string: give the folder the assets were copied to.');
  if (!assets.endsWith('/')) throw new RangeError('"assets" does not end in "/".');
  const page = new URL(pageAddress);
  let address: URL;
  try {
    address = new URL(assets, page);
  } catch {
    throw new RangeError('"assets" is not an address.');
  }
  // Not `origin`: schemes of a shell, such as `app:`, have none.
  if (address.protocol !== page.protocol || address.host !== page.host) throw new RangeError('"assets" lies on another origin than the page.');
  return address.href;
}

function deadline(given: unknown): number {
  if (given === undefined) return DEFAULT_DEADLINE_MS;
  if (typeof given !== 'number') throw new TypeError('"deadlineMs" is not a number.');
  if (!(given >= SHORTEST_DEADLINE_MS && given <= LONGEST_DEADLINE_MS)) throw new RangeError('"deadlineMs" is outside 100 to 600000.');
  return given;
}

function checkStore(store: unknown): void {
  if (store === undefined) return;
  const methods = typeof store === 'object' && store !== null ? ['get', 'put', 'delete', 'keys'] : [''];
  for (const name of methods) {
    if (typeof (store as Record<string, unknown>)[name] !== 'function') throw new TypeError('"store" is not a Store.');
  }
}
