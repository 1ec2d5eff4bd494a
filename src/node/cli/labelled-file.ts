import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { CommandFailure, EXIT, fileFailure } from './failure.ts';
import { readLines } from './line-reader.ts';

export interface LabelledRow {
  /** File name without its folder, for the report. */
  readonly file: string;
  readonly line: number;
  readonly value: Readonly<Record<string, unknown>>;
  /** For a row that does not have the fields it needs: names file, line and field, never a value. */
  refuse(field: string): CommandFailure;
}

export interface LabelledFlags {
  readonly in?: readonly string[];
  readonly data?: string;
}

/**
 * The files a run reads: those of `--in`, else what lies in `folder` under `--data`.
 * @throws {CommandFailure} neither is given, or the data is absent
 */
export async function findLabelledFiles(flags: LabelledFlags, folder: string, endings: RegExp): Promise<readonly string[]> {
  if (flags.in !== undefined && flags.in.length > 0) return flags.in;
  if (flags.data === undefined) {
    throw new CommandFailure('Say what to read: --in FILE, or --data DIR.', EXIT.usage);
  }
  const path = join(flags.data, folder);
  const found = (await stat(path).catch(() => null))?.isDirectory() === true
    ? (await readdir(path)).filter((name) => endings.test(name)).sort()
    : [];
  if (found.length === 0) {
    throw new CommandFailure(
      `There is no data in ${path}. Evaluation data is not part of this package; pass --in FILE with your own.`);
  }
  return found.map((name) => join(path, name));
}

/**
 * Rows of a labelled file (JSON Lines, or the same compressed with gzip where the name ends in `.gz`; `-` is stdin).
 * Unlike `screen` it stops at the first bad row: a table over half a file would be a false one.
 * @throws {CommandFailure} unreadable, or a line is no object
 */
export async function* readLabelled(path: string): AsyncGenerator<LabelledRow, void, undefined> {
  const file = path === '-' ? 'stdin' : basename(path);
  const raw = path === '-' ? process.stdin : createReadStream(path);
  const source: AsyncIterable<Uint8Array> = path.endsWith('.gz') ? gunzip(raw) : raw;
  try {
    for await (const { number, content } of readLines(source)) {
      if (content === '') continue;
      if (typeof content !== 'string') throw new CommandFailure(`${file}, line ${number}: ${content.message}`);
      const refuse = (field: string): CommandFailure =>
        new CommandFailure(`${file}, line ${number}: the field "${field}" is missing or of the wrong form.`);
      yield { file, line: number, value: parseObject(content, file, number), refuse };
    }
  } catch (error) {
    throw error instanceof CommandFailure ? error : fileFailure('read', path, error);
  }
}

/** `pipe` alone would wait for ever for a file that cannot be opened. */
function gunzip(raw: NodeJS.ReadableStream): AsyncIterable<Uint8Array> {
  const unpacked = createGunzip();
  raw.once('error', (error: Error) => { unpacked.destroy(error); });
  return raw.pipe(unpacked);
}

function parseObject(content: string, file: string, line: number): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\uFEFF/u, ''));
  } catch {
    throw new CommandFailure(`${file}, line ${line}: not JSON.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CommandFailure(`${file}, line ${line}: not an object.`);
  }
  return value as Readonly<Record<string, unknown>>;
}
