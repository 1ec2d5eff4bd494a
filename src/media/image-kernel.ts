import { SafetyError } from '../contract/errors.ts';
import { IMAGE_ANSWERS, IMAGE_KINDS, type ImageAnswer, type ImageHead, type Picture } from './image-head.ts';

export type { ImageAnswer, ImageHead, ImageKind, Picture } from './image-head.ts';

/** `ABI_VERSION` of assembly/image/memory.ts that this bridge speaks. */
export const IMAGE_ABI_VERSION = 2;

/** Cells on the long side of a grid: what covers show, and the softer choice. The kernel makes no grid of more than 32. */
export const GRID_CELLS = 16;
export const SOFT_GRID_CELLS = 24;

/** As in assembly/image/memory.ts, of the ABI version above. */
const INPUT_BYTES = 0x20000;

interface Global { readonly value: number }

/** What assembly/image.ts exports; shapes and units are documented there. */
export interface ImageKernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly ABI_VERSION: Global;
  readonly INPUT: Global;
  readonly CELLS: Global;
  readonly OUT: Global;
  begin(fileBytes: number, cells: number): number;
  feed(bytes: number): number;
  wanted(): number;
  workDone(): number;
  readonly kind: Global;
  readonly width: Global;
  readonly height: Global;
  readonly frames: Global;
  readonly orientation: Global;
  readonly columns: Global;
  readonly rows: Global;
  beginMean(width: number, height: number, cells: number): number;
  meanRows(rows: number): void;
  endMean(background: number): number;
  cover(side: number): number;
  wipe(): void;
}

/** The parts of the WebAssembly namespace used here: this room has neither the page's nor the worker's `lib`. */
interface WebAssemblyNamespace {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

const GRID = IMAGE_ANSWERS.indexOf('grid');

/** A part of the file that is wanted next. */
export interface Wanted { readonly from: number; readonly to: number }

/**
 * The bridge to one image kernel: a file goes in piece by piece (`readFile`, `readPieces`) or decoded pixels in bands (`mean`);
 * then `grid` and `cover` give copies of what is left of them, until `wipe`. One file at a time. The kernel's memory is
 * half a megabyte and never grows.
 */
export class ImageKernel {
  readonly #exports: ImageKernelExports;
  readonly #input: Uint8Array<ArrayBuffer>;
  #hasGrid = false;

  /**
   * @param bytes `image.simd.wasm` or `image.scalar.wasm`, which give the same results
   * @throws {SafetyError} no-wasm: no WebAssembly here, not allowed, or no memory; asset-mismatch: a kernel of another version
   */
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    const { WebAssembly } = globalThis as unknown as { readonly WebAssembly?: WebAssemblyNamespace };
    try {
      const { Module, Instance } = WebAssembly as WebAssemblyNamespace;
      this.#exports = new Instance(new Module(bytes), {}).exports as ImageKernelExports;
    } catch {
      throw new SafetyError('no-wasm', 'The image kernel could not be started.');
    }
    const { memory, INPUT } = this.#exports;
    if (this.#exports.ABI_VERSION.value !== IMAGE_ABI_VERSION) {
      throw new SafetyError('asset-mismatch', 'The kernel is of another version.');
    }
    this.#input = new Uint8Array(memory.buffer, INPUT.value, INPUT_BYTES);
  }

  get exports(): ImageKernelExports {
    return this.#exports;
  }

  /**
   * Reads a file, asking for one part of it after the other. @throws {RangeError} for a part that is not as long as asked for
   * @param fileBytes of the whole file @param cells on the long side, 1 to 32
   * @param window most bytes asked for at once; more are asked for where a segment needs them
   */
  *readPieces(fileBytes: number, cells: number = GRID_CELLS, window = this.#input.length): Generator<Wanted, ImageHead, Uint8Array> {
    const kernel = this.#exports;
    this.#hasGrid = false;
    // The kernel counts in 32 bits.
    let answer = kernel.begin(Math.min(fileBytes, 0x7fffffff), cells);
    let bytes = window;
    while (answer === 0) {
      const from = kernel.wanted();
      const to = Math.min(fileBytes, from + Math.min(bytes, this.#input.length));
      const piece = yield { from, to };
      if (piece.length !== to - from) throw new RangeError('The part of the file is not as long as asked for.');
      this.#input.set(piece);
      answer = kernel.feed(piece.length);
      // INPUT holds the longest segment there is, so that a whole INPUT is always enough to go on.
      bytes = kernel.wanted() === from ? bytes * 2 : window;
    }
    this.#hasGrid = answer === GRID;
    return this.#head(IMAGE_ANSWERS[answer] as ImageAnswer);
  }

  /** Reads a file that is in memory. O(bytes); about 10 ms per megabyte of a JPEG, less for anything else. */
  readFile(file: Uint8Array, cells: number = GRID_CELLS, window?: number): ImageHead {
    const reading = this.readPieces(file.length, cells, window);
    let step = reading.next();
    while (step.done !== true) step = reading.next(file.subarray(step.value.from, step.value.to));
    return step.value;
  }

  /**
   * The exact mean of decoded pixels.
   * @param width pixels @param height pixels
   * @param bands gives rows `from` to `to` as `ImageData` has them (RGBA, not premultiplied); any number of whole rows at a time
   * @param background [red, green, blue] where the picture is transparent
   * @returns 'grid', or 'too-big'
   */
  mean(
    width: number, height: number, bands: Iterable<Uint8Array | Uint8ClampedArray>,
    background: readonly [number, number, number] = [255, 255, 255], cells: number = GRID_CELLS,
  ): 'grid' | 'too-big' | 'cut' {
    const kernel = this.#exports;
    this.#hasGrid = false;
    if (kernel.beginMean(width, height, cells) !== 0) return 'too-big';
    const rowBytes = width * 4;
    const most = Math.floor(this.#input.length / rowBytes) * rowBytes;
    for (const band of bands) {
      for (let from = 0; from < band.length; from += most) {
        const to = Math.min(band.length, from + most);
        this.#input.set(band.subarray(from, to));
        kernel.meanRows((to - from) / rowBytes);
      }
    }
    const [red, green, blue] = background;
    this.#hasGrid = kernel.endMean(blue << 16 | green << 8 | red) === GRID;
    return this.#hasGrid ? 'grid' : 'cut';
  }

  /** The grid, upright. @throws {RangeError} where there is none */
  grid(): Picture {
    const { CELLS } = this.#exports;
    return this.#copy(CELLS.value, this.#mustHave(this.#exports.columns.value), this.#exports.rows.value);
  }

  /** The cover, of the picture's proportions. @param side pixels of its long side, 320 at most @throws {RangeError} where there is no grid */
  cover(side = 320): Picture {
    const size = this.#mustHave(this.#exports.cover(side));
    return this.#copy(this.#exports.OUT.value, size >>> 16, size & 0xffff);
  }

  /** Leaves nothing of the file in the kernel's memory. About 30 µs. */
  wipe(): void {
    this.#hasGrid = false;
    this.#exports.wipe();
  }

  #mustHave(size: number): number {
    if (!this.#hasGrid) throw new RangeError('No picture was read.');
    return size;
  }

  #copy(from: number, width: number, height: number): Picture {
    const bytes = width * height * 4;
    return { width, height, data: new Uint8ClampedArray(this.#exports.memory.buffer.slice(from, from + bytes)) };
  }

  #head(answer: ImageAnswer): ImageHead {
    const { kind, width, height, frames, orientation } = this.#exports;
    return {
      answer, kind: IMAGE_KINDS[kind.value] ?? 'unknown', width: width.value >>> 0, height: height.value >>> 0,
      frames: frames.value >>> 0, orientation: orientation.value,
    };
  }
}
