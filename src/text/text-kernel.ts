import { HITS, HITS_MAX, INPUT, INPUT_UNITS, MODEL, MODEL_BYTES, SEGMENTS, SEGMENTS_MAX, TABLES } from '../../build/regions.gen.ts';
import type { RejectedWord } from '../contract/engine.ts';
import { LIMITS } from '../contract/limits.ts';
import { instantiate } from './kernel.ts';
import type { KernelExports, KernelKind, KernelModule } from './kernel.ts';
import { noCounts, type KernelCounts } from './kernel-counts.ts';
import { loadTable, type TableName } from './load-table.ts';
import type { MatchReport, ReadReport, SurfaceText, TextHit, WordEntry } from './text-hits.ts';
import { atOnce, listSlices, type Entries } from './word-list.ts';

export type { MatchReport, ReadReport, SurfaceText, TextHit, WordEntry } from './text-hits.ts';

const STATUS_TRUNCATED = 1;
const STATUS_LONE_SURROGATE = 2;
const STATUS_HITS_FULL = 4;
const STATUS_CAPPED = 4 | 8;
const SEGMENT_SCORED = 1;
/** Words beside the main list: past the first number a new main list pays, past the second there is no room. */
export const BESIDE_WORDS = 2_000;
const BESIDE_MAX = 4_000;
const NO_HITS: MatchReport = { hits: [], capped: false, full: false };

/** An instance with views of its memory. What every message calls stands by itself: a look-up among the exports costs more than the call. */
interface Opened extends Pick<KernelExports, 'normalise' | 'status' | 'match' | 'wipe'> {
  readonly exports: KernelExports;
  readonly input: Uint16Array<ArrayBuffer>;
  readonly segments: Uint32Array<ArrayBuffer>;
  readonly hits: Uint32Array<ArrayBuffer>;
}

/**
 * The bridge to one text kernel: `read` copies a message in once and normalises it once, any number of readers follow
 * (`match`, and those that call `exports` themselves), `wipe` leaves nothing of it behind.
 */
export class TextKernel {
  readonly kind: KernelKind;
  /** Entries of the small list beside the main one. */
  beside: readonly WordEntry[] = [];
  /** Tables that only some checks need; every new instance gets them. */
  readonly wordTables = new Map<TableName, Uint8Array>();
  readonly counts: KernelCounts;
  #module: KernelModule;
  #opened: Opened;
  #tableBytes: number;
  #modelBytes = 0;
  #words = 0;
  #splits = true;
  /** Where each surface read ends; those of the last message are overwritten by the next. */
  readonly #ends: number[] = [];

  /**
   * @param tables `tables.bin`, verified and whole; it may be transferred or dropped afterwards
   * @param counts where this kernel counts on
   * @throws {SafetyError} no-wasm, asset-mismatch (tables of another version), asset-integrity (damaged tables)
   */
  constructor(tables: ArrayBuffer | Uint8Array, module: KernelModule, counts = noCounts()) {
    const bytes = tables instanceof Uint8Array ? tables : new Uint8Array(tables);
    this.#module = module;
    this.counts = counts;
    this.kind = module.kind;
    this.#tableBytes = bytes.length;
    this.#opened = opened(this.#instantiate(bytes));
  }

  /** Another build with the same tables and no list: this one is no longer of use then. @throws {SafetyError} as the constructor */
  rebuilt(module: KernelModule): TextKernel {
    const next = new TextKernel(new Uint8Array(this.exports.memory.buffer, TABLES, this.#tableBytes), module, this.counts);
    for (const [name, table] of this.wordTables) next.loadWordTable(name, table);
    return next;
  }

  /** The instance in force. A new one replaces it with every `setWords`: never keep it, nor a view of its memory. */
  get exports(): KernelExports {
    return this.#opened.exports;
  }

  get unicodeVersion(): string {
    const packed = this.exports.unicodeVersion();
    return [packed >> 16, (packed >> 8) & 255, packed & 255].join('.');
  }

  /**
   * Puts a whole new list in force. What cannot match is named by index. About 12 ms for 10,000 words, 100 to 400 ms for
   * 100,000. @throws {SafetyError} limit-exceeded: no memory for it; the old list stays in force
   */
  setWords(entries: Entries): readonly RejectedWord[] {
    return atOnce(this.wordSlices(entries));
  }

  /**
   * The same, a slice with each `next`: until the last one puts a new instance in its place, the old list is in force and
   * may be added to; that is beside the new one then.
   * @param own of so many entries duplicates go there too, while there is room, and are not refused: what was taken beside
   * a list must not fall silent where both become one
   */
  *wordSlices(entries: Entries, own = 0): Generator<undefined, readonly RejectedWord[]> {
    const old = this.exports;
    const had = new Set(this.beside);
    const next = this.#instantiate(new Uint8Array(old.memory.buffer, TABLES, this.#tableBytes));
    for (const [name, table] of this.wordTables) loadTable(next, name, table);
    const { rejected, added } = yield* listSlices(next, entries);
    const beside = this.beside.filter((entry) => !had.has(entry));
    const refused = rejected.filter(({ index, why }) => why !== 'duplicate' || index >= own || beside.length >= BESIDE_WORDS / 2
      || beside.push(entries.at(index) as WordEntry) === 0);
    this.#words = added + atOnce(listSlices(next, beside, 1)).added;
    this.wipe();
    if (this.#modelBytes > 0) loadModelInto(next, new Uint8Array(old.memory.buffer, MODEL, this.#modelBytes));
    next.matchOptions(this.#splits);
    this.#opened = opened(next);
    this.beside = beside;
    return refused;
  }

  /**
   * Puts words beside the main list, in place of those there; about 1 ms for 1,000. Duplicates of the main list are not told:
   * both answer. @returns what cannot match, by index; `undefined`: there is no room for so many, nothing changed
   */
  putBeside(entries: readonly WordEntry[]): readonly RejectedWord[] | undefined {
    if (entries.length > BESIDE_MAX) return undefined;
    this.wipe();
    const { rejected, added } = atOnce(listSlices(this.exports, entries, 1));
    this.#opened = opened(this.exports);
    const refused = new Set(rejected.map(({ index }) => index));
    this.beside = entries.filter((_, index) => !refused.has(index));
    this.#words = Math.max(this.#words, added);
    return rejected;
  }

  /** Whether a term of five letters or more may have one space inside. On from the start. */
  setSplits(splits: boolean): void {
    this.#splits = splits;
    this.exports.matchOptions(splits);
  }

  /**
   * Takes a table that only hidden words need, whole, and keeps it for every list.
   * @throws {SafetyError} asset-mismatch, asset-integrity
   */
  loadWordTable(name: TableName, table: Uint8Array): void {
    loadTable(this.exports, name, table);
    this.wordTables.set(name, table);
  }

  /** Copies a packed model in. @returns the kernel's answer, 0 for taken (codes: assembly/score/model.ts) */
  loadModel(bytes: Uint8Array): number {
    const answer = loadModelInto(this.exports, bytes);
    this.#modelBytes = answer === 0 ? bytes.length : 0;
    return answer;
  }

  /** The one copy and the one normalisation of a message. About 0.3 µs for 50 Latin units. */
  read(surfaces: readonly SurfaceText[]): ReadReport {
    const { input, segments } = this.#opened;
    const ends = this.#ends;
    const count = Math.min(surfaces.length, segments.length >> 1);
    let cut = surfaces.length > count;
    let at = 0;
    for (let s = 0; s < count; s++) {
      const { text, scored } = surfaces[s] as SurfaceText;
      let units = text.length;
      if (units > LIMITS.messageUnits - at) {
        units = LIMITS.messageUnits - at;
        // A pair is not divided.
        if (units > 0 && (text.charCodeAt(units - 1) & 0xfc00) === 0xd800) units--;
        cut = true;
      }
      at = copyText(text, input, at, units);
      ends[s] = at;
      segments[s * 2] = at;
      segments[s * 2 + 1] = scored ? SEGMENT_SCORED : 0;
    }
    this.counts.textCopies++;
    this.counts.normalise++;
    const units = this.#opened.normalise(count);
    const status = this.#opened.status();
    return {
      units,
      cut: cut || (status & STATUS_TRUNCATED) !== 0,
      illFormed: (status & STATUS_LONE_SURROGATE) !== 0,
    };
  }

  /** Hits of the list in the message that was read. Not called into the kernel where the list is empty. */
  match(): MatchReport {
    if (this.#words === 0) return NO_HITS;
    this.counts.match++;
    const count = this.#opened.match();
    const status = this.#opened.status();
    const found = this.#opened.hits;
    const hits: TextHit[] = [];
    for (let i = 0; i < count * 4; i += 4) {
      const [head, start, end, entry] = [found[i] ?? 0, found[i + 1] ?? 0, found[i + 2] ?? 0, found[i + 3] ?? 0];
      const surface = head & 0xffff;
      const base = surface === 0 ? 0 : this.#ends[surface - 1] ?? 0;
      hits.push({ surface, start: start - base, end: end - base, entry, how: head >>> 16 });
    }
    return { hits, capped: (status & STATUS_CAPPED) !== 0, full: (status & STATUS_HITS_FULL) !== 0 };
  }

  /** Zeroes everything that held text or what was counted in it. Call it in `finally` after `read`. */
  wipe(): void {
    this.#opened.wipe();
  }

  #instantiate(tables: Uint8Array): KernelExports {
    const kernel = instantiate(this.#module);
    loadTable(kernel, 'tables.bin', tables);
    return kernel;
  }
}

/** Views go stale whenever memory grows: only while a list is made, or one beside it. */
function opened(exports: KernelExports): Opened {
  const { memory, normalise, status, match, wipe } = exports;
  return {
    exports, normalise, status, match, wipe,
    input: new Uint16Array(memory.buffer, INPUT, INPUT_UNITS),
    segments: new Uint32Array(memory.buffer, SEGMENTS, SEGMENTS_MAX * 2),
    hits: new Uint32Array(memory.buffer, HITS, HITS_MAX * 4),
  };
}

/** By itself, so that it is compiled once for all callers. @returns the unit behind the copy */
function copyText(text: string, input: Uint16Array<ArrayBuffer>, at: number, units: number): number {
  for (let i = 0; i < units; i++) input[at + i] = text.charCodeAt(i);
  return at + units;
}

function loadModelInto(kernel: KernelExports, bytes: Uint8Array): number {
  if (bytes.length > MODEL_BYTES) return 1;
  new Uint8Array(kernel.memory.buffer).set(bytes, MODEL);
  return kernel.checkModel(bytes.length);
}
