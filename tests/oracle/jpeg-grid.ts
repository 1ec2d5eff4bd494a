import { cellsOf, type Cells, type Plane } from './jpeg-cells.ts';
import { bitsFrom, Refused, scanOf, type Bits, type Component, type Frame, type HuffmanTable, type Refusal } from './jpeg-scan.ts';

export interface JpegAnswer { readonly answer: 'grid' | 'cut' | Refusal; readonly cells?: Cells }

/** The slow, obvious reader of a whole JPEG (T.81) that starts with SOI: oracle of assembly/image/jpeg.ts and what it calls. */
export function jpegGrid(file: Uint8Array, long = 16): JpegAnswer {
  try {
    const cells = new JpegOracle(file).read(long);
    return cells === undefined ? { answer: 'cut' } : { answer: 'grid', cells };
  } catch (error) {
    if (error instanceof Refused) return { answer: error.answer };
    throw error;
  }
}

/** DC values by component of a file that must be sound. */
export function jpegPlanes(file: Uint8Array): readonly Plane[] {
  const oracle = new JpegOracle(file);
  oracle.read(1);
  return oracle.planes();
}

class JpegOracle {
  readonly #file: Uint8Array;
  readonly #dc: (HuffmanTable | undefined)[] = [];
  readonly #ac: (HuffmanTable | undefined)[] = [];
  readonly #steps: (number | undefined)[] = [];
  #frame: Frame | undefined;
  #isJfif = false;
  #isAdobeRgb = false;
  #interval = 0;
  #orientation = 1;

  constructor(file: Uint8Array) {
    this.#file = file;
  }

  #be16(at: number): number {
    return (this.#file[at] ?? 0) << 8 | (this.#file[at + 1] ?? 0);
  }

  planes(): readonly Plane[] {
    return this.#frame?.components ?? [];
  }

  read(long: number): Cells | undefined {
    const file = this.#file;
    let at = 0;
    for (;;) {
      at = this.#nextMarker(at);
      const marker = file[at + 1];
      if (marker === undefined || marker === 0xd9) break;
      if (marker === 0xd8) {
        at += 2;
        continue;
      }
      const bytes = this.#be16(at + 2);
      if (at + 4 > file.length || at + 2 + bytes > file.length) break;
      if (bytes < 2) throw new Refused('damaged');
      const segment = file.subarray(at + 4, at + 2 + bytes);
      at += 2 + bytes;
      if (marker === 0xda) {
        const next = this.#scan(segment, at);
        if (next === undefined) break;
        at = next;
        if (this.#frame?.components.every(({ lowestBit }) => lowestBit === 0) === true) break;
      } else {
        this.#segment(marker, segment);
      }
    }
    const frame = this.#frame;
    if (frame === undefined) return undefined;
    return cellsOf(frame.components, frame.width, frame.height, long, this.#isAdobeRgb && !this.#isJfif, this.#orientation);
  }

  /** Offset of the next FF xx that is neither stuffed, nor fill, nor RST; the file's length where there is none. */
  #nextMarker(from: number): number {
    const file = this.#file;
    for (let at = from; at + 1 < file.length; at++) {
      const next = file[at + 1] ?? 0;
      if (file[at] !== 0xff || next === 0xff) continue;
      if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at++;
      else return at;
    }
    return file.length;
  }

  #segment(marker: number, segment: Uint8Array): void {
    const text = String.fromCharCode(...segment.subarray(0, 5));
    if (marker === 0xdb) this.#quantisation(segment);
    else if (marker === 0xc4) this.#huffman(segment);
    else if (marker === 0xdd) {
      if (segment.length < 2) throw new Refused('damaged');
      this.#interval = (segment[0] ?? 0) << 8 | (segment[1] ?? 0);
    } else if (marker === 0xe0) this.#isJfif ||= text.length === 5 && text.startsWith('JFIF');
    else if (marker === 0xe1) {
      if (segment.length >= 14 && text.startsWith('Exif')) this.#exif(segment.subarray(6));
    } else if (marker === 0xee) {
      if (segment.length >= 12 && text.startsWith('Adob')) this.#isAdobeRgb = segment[11] === 0;
    } else if (marker >= 0xc0 && marker <= 0xc2) this.#startFrame(segment, marker === 0xc2);
    else if (marker > 0xc2 && marker < 0xd0 && marker !== 0xc8) throw new Refused('unsupported');
  }

  #quantisation(segment: Uint8Array): void {
    for (let at = 0; at < segment.length;) {
      const head = segment[at] ?? 0;
      const bytes = head >> 4 === 1 ? 128 : 64;
      if (head >> 4 > 1 || at + 1 + bytes > segment.length) throw new Refused('damaged');
      this.#steps[head & 3] = bytes === 128 ? (segment[at + 1] ?? 0) << 8 | (segment[at + 2] ?? 0) : segment[at + 1] ?? 0;
      at += 1 + bytes;
    }
  }

  #huffman(segment: Uint8Array): void {
    let at = 0;
    while (at + 17 <= segment.length) {
      const head = segment[at] ?? 0;
      if (head > 0x1f || (head & 15) > 3) throw new Refused('damaged');
      const table = new Map<string, number>();
      let code = 0;
      let symbol = at + 17;
      for (let length = 1; length <= 16; length++) {
        for (let count = segment[at + length] ?? 0; count > 0; count--) {
          if (code >= 2 ** length) throw new Refused('damaged');
          table.set(code.toString(2).padStart(length, '0'), segment[symbol++] ?? 0);
          code++;
        }
        code *= 2;
      }
      if (symbol - at - 17 > 256 || symbol > segment.length) throw new Refused('damaged');
      (head >> 4 === 0 ? this.#dc : this.#ac)[head & 3] = table;
      at = symbol;
    }
    if (at !== segment.length) throw new Refused('damaged');
  }

  #exif(tiff: Uint8Array): void {
    const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
    const little = tiff[0] === 0x49;
    const first = view.getUint32(4, little);
    if (first > 0xffff || first + 2 > tiff.length) return;
    const count = view.getUint16(first, little);
    for (let entry = first + 2, i = 0; i < count && entry + 12 <= tiff.length; entry += 12, i++) {
      if (view.getUint16(entry, little) !== 0x112) continue;
      const value = view.getUint16(entry + 8, little);
      if (value >= 1 && value <= 8) this.#orientation = value;
      return;
    }
  }

  #startFrame(segment: Uint8Array, isProgressive: boolean): void {
    if (this.#frame !== undefined || segment.length < 6) throw new Refused('damaged');
    const [precision, h1 = 0, h0 = 0, w1 = 0, w0 = 0, count = 0] = segment;
    const height = h1 << 8 | h0;
    const width = w1 << 8 | w0;
    if (Math.max(width, height) > 16_384 || width * height > 64_000_000) throw new Refused('too-big');
    if (precision !== 8 || height === 0 || (count !== 1 && count !== 3)) throw new Refused('unsupported');
    if (width === 0 || segment.length < 6 + 3 * count) throw new Refused('damaged');
    const heads = Array.from({ length: count }, (_, i) => {
      const [id = 0, factors = 0, table = 0] = segment.subarray(6 + 3 * i);
      return { id, across: factors >> 4, down: factors & 15, table: table & 3 };
    });
    if (heads.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) throw new Refused('damaged');
    const across = Math.max(...heads.map((head) => head.across));
    const down = Math.max(...heads.map((head) => head.down));
    if (heads.some((head) => across % head.across !== 0 || down % head.down !== 0)) throw new Refused('unsupported');
    const components = heads.map((head): Component => ({
      ...head, blockWidth: across / head.across * 8, blockHeight: down / head.down * 8, step: 0, lowestBit: -1, before: 0, blocks: [],
    }));
    this.#frame = { width, height, across, down, isProgressive, components };
  }

  /** @returns the offset behind the scan's bits; `undefined` where they ended too soon: nothing more is read */
  #scan(segment: Uint8Array, from: number): number | undefined {
    if (this.#frame === undefined) throw new Refused('damaged');
    const scan = scanOf(this.#frame, segment, this.#dc, this.#ac, this.#steps);
    if (scan === undefined) return from;
    let bits: Bits = bitsFrom(this.#file, from);
    const perInterval = this.#interval === 0 ? Infinity : this.#interval;
    for (let mcu = 0; mcu < scan.mcus; mcu++) {
      if (mcu > 0 && mcu % perInterval === 0) {
        const { next } = bits;
        if (bits.left > 7 || this.#file[next] !== 0xff || ((this.#file[next + 1] ?? 0) & 0xf8) !== 0xd0) return undefined;
        bits = bitsFrom(this.#file, next + 2);
        scan.restart();
      }
      if (!scan.decode(mcu, bits)) return undefined;
    }
    // The rest of the bits is no marker and is passed over.
    return bits.next;
  }
}
