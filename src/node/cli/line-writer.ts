import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { fileFailure } from './failure.ts';

const FLUSH_UNITS = 64 * 1024;

/** Writes whole lines only, in blocks, and waits for the reader's pace: a run cut short leaves a file of whole lines. */
export class LineWriter {
  readonly #stream: NodeJS.WritableStream;
  readonly #path: string;
  #pending: string[] = [];
  #pendingUnits = 0;
  #failure: unknown;

  private constructor(stream: NodeJS.WritableStream, path: string) {
    this.#stream = stream;
    this.#path = path;
    stream.on('error', (error: unknown) => { this.#failure ??= error; });
  }

  /** `-` is stdout. @throws {CommandFailure} the file cannot be opened */
  static async open(path: string): Promise<LineWriter> {
    if (path === '-') return new LineWriter(process.stdout, 'stdout');
    const stream = createWriteStream(path, { encoding: 'utf8' });
    try {
      await once(stream, 'open');
    } catch (error) {
      throw fileFailure('write', path, error);
    }
    return new LineWriter(stream, path);
  }

  /** True once nobody reads any more (a closed pipe): the run may stop quietly. */
  get closed(): boolean {
    return (this.#failure as NodeJS.ErrnoException | undefined)?.code === 'EPIPE';
  }

  async write(value: unknown): Promise<void> {
    const line = `${JSON.stringify(value)}\n`;
    this.#pending.push(line);
    this.#pendingUnits += line.length;
    if (this.#pendingUnits >= FLUSH_UNITS) await this.flush();
  }

  async flush(): Promise<void> {
    const block = this.#pending.join('');
    this.#pending = [];
    this.#pendingUnits = 0;
    if (block !== '') await new Promise<void>((resolve) => { this.#stream.write(block, () => { resolve(); }); });
    if (this.#failure !== undefined && !this.closed) throw fileFailure('write', this.#path, this.#failure);
  }

  async close(): Promise<void> {
    await this.flush();
    if (this.#stream === process.stdout) return;
    await new Promise<void>((resolve) => { (this.#stream as WriteStream).end(() => { resolve(); }); });
  }
}
