import { SafetyError } from '../contract/errors.ts';

/** `ABI_VERSION` of assembly/sketch/memory.ts that this bridge speaks. */
export const SKETCH_ABI_VERSION = 1;

/** As in assembly/sketch/memory.ts, of the ABI version above. */
const UNITS_MAX = 8_192;
const TABLES_BYTES = 0x40000;
export const SKETCH_BYTES = 512;
export const ENTRIES_MAX = 5_000;
/** Letters, marks and digits below which a text has no sketch. */
export const SKETCHED_LEAST = 60;
const ID_BYTES = 8;

interface Global { readonly value: number }

/** What assembly/sketch.ts exports; shapes and units are documented there. */
export interface SketchKernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly ABI_VERSION: Global;
  readonly INPUT: Global;
  readonly TABLES: Global;
  readonly KEY: Global;
  readonly SKETCH: Global;
  readonly ID: Global;
  readonly NEAR: Global;
  loadTables(bytes: number): number;
  setKey(): void;
  identify(units: number): void;
  sketch(units: number): number;
  put(slot: number, size: number): void;
  move(from: number, to: number): void;
  clear(slot: number): void;
  lookup(count: number, size: number, shared: number, contained: number): number;
  wipe(units: number, near: number): void;
}

/** The parts of the WebAssembly namespace used here: this room has neither the page's nor the worker's `lib`. */
interface WebAssemblyNamespace {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

/** When two texts are near-copies: both must hold. */
export interface NearCopy {
  /** Of 128 places of the sketches, so many are shared: an estimate of the Jaccard index. */
  readonly shared: number;
  /** Of a thousand grams of the smaller one, so many are in the other one, by that estimate and both sizes. */
  readonly contained: number;
}

export interface NearEntry {
  readonly slot: number;
  /** Places that are shared. */
  readonly shared: number;
}

/**
 * The bridge to one sketch kernel: it reads a text as the text kernel does, makes its sketch under a secret, and compares that with up to
 * 5,000 entries, each in a slot; which slot is whose the caller knows. `wipe` leaves nothing of the text behind. 4 MB of memory, which never grow.
 */
export class SketchKernel {
  readonly #exports: SketchKernelExports;
  readonly #input: Uint16Array<ArrayBuffer>;
  readonly #sketch: Uint8Array<ArrayBuffer>;
  readonly #id: Uint8Array<ArrayBuffer>;
  readonly #near: Uint32Array<ArrayBuffer>;
  #units = 0;
  #found = 0;
  #size = 0;

  /**
   * @param bytes `sketch.simd.wasm` or `sketch.scalar.wasm`, which give the same results
   * @param tables `tables.bin`, verified and whole @param secret 16 bytes: sketches under another one have nothing in common
   * @throws {SafetyError} no-wasm: no WebAssembly here, not allowed, or no memory; asset-mismatch: a file of another version
   */
  constructor(bytes: Uint8Array<ArrayBuffer>, tables: Uint8Array, secret: Uint8Array) {
    const { WebAssembly } = globalThis as unknown as { readonly WebAssembly?: WebAssemblyNamespace };
    try {
      const { Module, Instance } = WebAssembly as WebAssemblyNamespace;
      this.#exports = new Instance(new Module(bytes), {}).exports as SketchKernelExports;
    } catch {
      throw new SafetyError('no-wasm', 'The sketch kernel could not be started.');
    }
    const { memory: { buffer }, ABI_VERSION, INPUT, TABLES, KEY, SKETCH, ID, NEAR } = this.#exports;
    this.#input = new Uint16Array(buffer, INPUT.value, UNITS_MAX);
    this.#sketch = new Uint8Array(buffer, SKETCH.value, SKETCH_BYTES);
    this.#id = new Uint8Array(buffer, ID.value, ID_BYTES);
    this.#near = new Uint32Array(buffer, NEAR.value, ENTRIES_MAX * 2);
    const fits = ABI_VERSION.value === SKETCH_ABI_VERSION && tables.length <= TABLES_BYTES;
    if (fits) new Uint8Array(buffer).set(tables, TABLES.value);
    if (!fits || this.#exports.loadTables(tables.length) !== 0) throw new SafetyError('asset-mismatch', 'The kernel or its tables are of another version.');
    new Uint8Array(buffer, KEY.value, 16).set(secret.subarray(0, 16));
    this.#exports.setKey();
  }

  get exports(): SketchKernelExports {
    return this.#exports;
  }

  /**
   * Makes the sketch of a text, of its first 8,192 units; it is in force until the next one or `wipe`. Zawgyi and Unicode of one text are the same. O(units).
   * @returns the number of its different grams, 0 for a text with fewer than `SKETCHED_LEAST` letters, marks and digits
   */
  sketch(text: string): number {
    this.#size = this.#exports.sketch(this.#copy(text));
    return this.#size;
  }

  /** A copy of the sketch in force: what `restore` takes. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#sketch.slice();
  }

  /** Puts the sketch in force into a slot. */
  put(slot: number): void {
    this.#exports.put(slot, this.#size);
  }

  /** Puts a sketch that `bytes` gave, of `size` grams, into a slot. None is in force then. */
  restore(slot: number, size: number, bytes: Uint8Array): void {
    this.#sketch.set(bytes);
    this.#exports.put(slot, size);
    this.#size = 0;
    this.#sketch.fill(0);
  }

  /** What stands in `from` is in `to` then, and nowhere else. */
  move(from: number, to: number): void {
    this.#exports.move(from, to);
  }

  clear(slot: number): void {
    this.#exports.clear(slot);
  }

  /** Near-copies of the sketch in force among the first `count` slots, by slot. O(count). */
  lookup(count: number, { shared, contained }: NearCopy): readonly NearEntry[] {
    this.#found = this.#size === 0 ? 0 : this.#exports.lookup(count, this.#size, shared, contained);
    return Array.from({ length: this.#found }, (_, n) => ({ slot: this.#near[n * 2] ?? 0, shared: this.#near[n * 2 + 1] ?? 0 }));
  }

  /** The keyed hash of a name: 16 hexadecimal digits. @param kind one letter, so that no conversation is hashed like a message */
  identify(kind: string, name: string): string {
    this.#exports.identify(this.#copy(`\uffff${kind}${name}`));
    return Array.from(this.#id, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** Leaves nothing of texts and names in the kernel's memory, nor of the last sketch; entries stay. */
  wipe(): void {
    this.#exports.wipe(this.#units, this.#found);
    this.#units = this.#found = this.#size = 0;
  }

  #copy(text: string): number {
    const units = Math.min(text.length, UNITS_MAX);
    for (let i = 0; i < units; i++) this.#input[i] = text.charCodeAt(i);
    this.#units = Math.max(this.#units, units);
    return units;
  }
}
