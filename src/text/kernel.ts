import { ASSET_HEADER_BYTES } from '../contract/assets.ts';
import { SafetyError } from '../contract/errors.ts';
import { availableKernel } from '../contract/simd.ts';

/** `ABI_VERSION` of assembly/memory.ts that this bridge speaks. */
export const ABI_VERSION = 5;

export type KernelKind = 'simd' | 'scalar';

/** What assembly/text.ts exports, without its map: that is compiled in (`build/regions.gen.ts`). Shapes and units are documented there. */
export interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  unicodeVersion(): number;
  loadTables(bytes: number): number;
  /** @param bytes length of `lookalikes.bin` at READINGS + (READINGS_BYTES − bytes & ~15). 0 taken, 1 another version's, else damaged */
  loadReadings(bytes: number): number;
  /** @param bytes length of `common-words.bin` at COMMON. Answers as `loadReadings` */
  loadCommonWords(bytes: number): number;
  listBegin(slot: number, patterns: number, units: number): number;
  listAdd(entry: number, kind: number, units: number): number;
  /**
   * Words added from now on are read as Zawgyi where the one of `units` at INPUT may be; 0 units: as Unicode again.
   * @returns 1 for Zawgyi
   */
  listReads(units: number): number;
  /** A slice of it. @returns 0 built, 1 no memory, 2 call again */
  listBuild(slot: number): number;
  normalise(segments: number): number;
  status(): number;
  capitals(): number;
  match(): number;
  /** @param split whether a term may have one space inside; on from the start */
  matchOptions(split: boolean): void;
  /** Steps of the last `match`, against its limit (assembly/match/work.ts). */
  workDone(): number;
  wipe(): void;
  /** @param length bytes the host put at MODEL; 0: taken (assembly/score/model.ts) */
  checkModel(length: number): number;
  /** Features of the scored surfaces read last, to IDS and DENSE. @returns the number of ids */
  features(): number;
  /** Bits: 1 too short to judge, 2 a link, 4 a run of five digits, 8 cut at LIMITS.scoredUnits; behind `language`, 16 unsure. */
  featureFlags(): number;
  /** Units at SCRATCH: the scored text as the features saw it. */
  featureUnits(): number;
  /** Of the same text, by the model. @returns an index into the model's languages, −1 without a model */
  language(): number;
  /** Looks for the concepts the text names in that language. @returns rows { concept, segment, start, end } in CONCEPTS */
  concepts(language: number): number;
  /** Looks for parts of cues in the text that `features` read, after `score`. @returns rows { owner, segment, start, end } in CONCEPTS */
  cues(): number;
  /** Scores what `features` wrote and `concepts` found. @returns the number of class shares in OUT, 0 for none */
  score(): number;
}

/** One compiled build of the kernel. Instances share it. */
export interface KernelModule {
  readonly kind: KernelKind;
  readonly module: object;
}

/** The parts of the WebAssembly namespace used here: this room has neither the page's nor the worker's `lib`. */
interface WebAssemblyNamespace {
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

const scope = globalThis as unknown as { readonly WebAssembly?: WebAssemblyNamespace };

function wasm(): WebAssemblyNamespace {
  const { WebAssembly } = scope;
  if (WebAssembly === undefined) throw new SafetyError('no-wasm', 'There is no WebAssembly.');
  return WebAssembly;
}

/**
 * Compiles a build of the kernel; both give the same results. About 2 ms.
 * @param asset `simd.bin` or `scalar.bin`, verified and whole
 * @param kind which of them it is; the one that runs here
 * @throws {SafetyError} no-wasm: no WebAssembly here, or the policy does not allow it ('wasm-unsafe-eval')
 */
export function compileKernel(asset: ArrayBuffer | Uint8Array<ArrayBuffer>, kind = availableKernel() as KernelKind): KernelModule {
  const { Module } = wasm();
  try {
    return { kind, module: new Module(new Uint8Array(asset).slice(ASSET_HEADER_BYTES)) };
  } catch {
    throw new SafetyError('no-wasm', "WebAssembly needs script-src 'wasm-unsafe-eval'.");
  }
}

/**
 * A fresh instance with the memory of its own. That the file is this version's is told by its header and digest, on the page.
 * @throws {SafetyError} no-wasm: no memory for it
 */
export function instantiate(kernel: KernelModule): KernelExports {
  const { Instance } = wasm();
  try {
    return new Instance(kernel.module, {}).exports as KernelExports;
  } catch {
    throw new SafetyError('no-wasm', 'There is no memory for the kernel.');
  }
}
