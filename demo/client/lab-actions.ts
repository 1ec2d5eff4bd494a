import type { MediaCover } from 'inward';
import type { MediaKind } from 'inward/ui';
import type { Parts } from './actions.ts';
import { isUndecodedJpeg, reasonCopy } from './cover-lab.ts';
import type { Model } from './model.ts';

const RUNS = 5;
/** What a JPEG may hold before its frame: EXIF, profiles, a thumbnail. */
const HEAD_BYTES = 1024 * 1024;

/** "See its cover": the person's own file goes to the sealed worker of this page, and nowhere else. */
export class LabActions {
  readonly #parts: Parts;
  #turn = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async take(file: File): Promise<void> {
    const open = (): Promise<Blob> => Promise.resolve(file);
    this.#set(({ lab }) => Object.assign(lab, { file: { name: file.name, blob: file }, kind: kindOf(file.type), open }));
    await this.#run();
  }

  async cells(cells: 16 | 24): Promise<void> {
    this.#set(({ lab }) => { lab.cells = cells; });
    await this.#run();
  }

  over(over: boolean): void {
    if (this.#parts.model.lab.over !== over) this.#set(({ lab }) => { lab.over = over; });
  }

  /** A few times, for the middle of the times; a newer file or choice ends the older one. */
  async #run(): Promise<void> {
    const { model: { lab }, safety } = this.#parts;
    const { file, kind, cells } = lab;
    if (file === undefined || safety === undefined) return;
    const turn = ++this.#turn;
    this.#set(() => Object.assign(lab, { state: 'busy', result: undefined }));
    const times: number[] = [];
    let outcome: MediaCover | undefined;
    for (let run = 0; run < RUNS; run++) {
      const started = performance.now();
      outcome = await safety.coverMedia(`lab-${turn}-${run}`, file.blob, { cells, kind });
      times.push(performance.now() - started);
      if (turn !== this.#turn) return;
    }
    if (outcome === undefined) return;
    const { cover, why } = outcome;
    const head = await file.blob.slice(0, HEAD_BYTES).arrayBuffer().catch(() => new ArrayBuffer(0));
    const medianMs = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
    this.#set((model) => {
      Object.assign(lab, { state: 'done', result: { outcome, medianMs, runs: RUNS, undecodedJpeg: isUndecodedJpeg(new Uint8Array(head)) } });
      model.announcement = cover === undefined ? reasonCopy(why) : 'The cover is there.';
    });
  }

  #set(change: (model: Model) => void): void {
    change(this.#parts.model);
    this.#parts.changed();
  }
}

/** By what the file says it is; the bytes alone decide whether there is a cover. */
function kindOf(type: string): MediaKind {
  const kind = type.split('/', 1)[0];
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file';
}
