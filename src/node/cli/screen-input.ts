import { createReadStream } from 'node:fs';
import { open, readFile, realpath, stat } from 'node:fs/promises';
import type { Relationship } from '../../contract/message.ts';
import type { BatchItem } from '../../contract/safety.ts';
import { ChatExportError, type ChatReading } from '../chat-export/chat-item.ts';
import { readTelegram } from '../chat-export/telegram.ts';
import { readWhatsApp } from '../chat-export/whatsapp.ts';
import { CommandFailure, EXIT, LineFailure, fileFailure } from './failure.ts';
import { readLines } from './line-reader.ts';

export type ExportFormat = 'whatsapp' | 'telegram';

export interface ScreenInputFlags {
  readonly in: string;
  readonly out: string;
  readonly format: 'jsonl' | ExportFormat;
  readonly relationship: Relationship;
  readonly me?: string;
}

export interface ScreenLine {
  /** Line of the file (JSONL) or place in the chat, counted from 1. */
  readonly number: number;
  /** How far the input is read, in the unit of `ScreenInput.total`. */
  readonly position: number;
  /** @throws {LineFailure} the line is no `{ message, context }` */
  read(): Required<BatchItem>;
}

export interface ScreenInput {
  /** Bytes or messages in all; 0 where it is not known. */
  readonly total: number;
  lines(signal: AbortSignal): AsyncIterable<ScreenLine>;
}

/**
 * Checks the flags against each other and that the input can be read, before anything is written.
 * @throws {CommandFailure}
 */
export async function openInput(flags: ScreenInputFlags): Promise<ScreenInput> {
  await refuseSameFile(flags);
  if (flags.format === 'jsonl') return openJsonl(flags.in);
  if (flags.me === undefined) {
    throw new CommandFailure(
      `--format ${flags.format} needs --me NAME: your own name as it stands in the export.`, EXIT.usage);
  }
  return openExport(flags.format, flags.in, { me: flags.me, relationship: flags.relationship });
}

async function refuseSameFile(flags: ScreenInputFlags): Promise<void> {
  if (flags.in === '-' || flags.out === '-') return;
  const [from, to] = await Promise.all([flags.in, flags.out].map((path) => realpath(path).catch(() => null)));
  if (from !== null && from === to) {
    throw new CommandFailure('--in and --out are the same file; it would be overwritten while it is read.', EXIT.usage);
  }
}

async function openJsonl(path: string): Promise<ScreenInput> {
  if (path === '-') return { total: 0, lines: (signal) => jsonLines(process.stdin, signal) };
  let total: number;
  try {
    const handle = await open(path, 'r');
    const facts = await handle.stat();
    await handle.close();
    if (facts.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' });
    total = facts.size;
  } catch (error) {
    throw fileFailure('read', path, error);
  }
  return { total, lines: (signal) => jsonLines(createReadStream(path), signal) };
}

async function* jsonLines(
  source: NodeJS.ReadableStream & AsyncIterable<unknown>, signal: AbortSignal,
): AsyncGenerator<ScreenLine, void, undefined> {
  // A reader waiting on a terminal or a slow pipe is woken by ending the stream.
  const end = (): void => { (source as NodeJS.ReadStream).destroy(); };
  signal.addEventListener('abort', end, { once: true });
  try {
    for await (const { number, content, endByte } of readLines(source as AsyncIterable<Uint8Array>)) {
      yield { number, position: endByte, read: () => parseLine(content) };
    }
  } catch (error) {
    if (!signal.aborted) throw fileFailure('read', 'the input', error);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

function parseLine(content: string | LineFailure): Required<BatchItem> {
  if (typeof content !== 'string') throw content;
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\uFEFF/u, ''));
  } catch {
    // JSON.parse quotes its input in its message, so its words are not passed on.
    throw new LineFailure('input-invalid', 'The line is not JSON.');
  }
  if (!isObject(value) || !isObject(value['message'])) {
    throw new LineFailure('input-invalid', 'The line is not an object with "message" and "context".');
  }
  return value as unknown as Required<BatchItem>;
}

async function openExport(format: ExportFormat, path: string, reading: ChatReading): Promise<ScreenInput> {
  const text = path === '-' ? await readAll(process.stdin) : await readExportFile(path);
  try {
    const items = format === 'whatsapp' ? readWhatsApp(text, reading) : readTelegram(text, reading);
    return { total: items.length, lines: () => exportLines(items) };
  } catch (error) {
    if (error instanceof ChatExportError) throw new CommandFailure(error.message);
    throw error;
  }
}

async function* exportLines(items: readonly Required<BatchItem>[]): AsyncGenerator<ScreenLine, void, undefined> {
  for (const [index, item] of items.entries()) {
    // Lets Ctrl-C through in a run that otherwise never waits.
    if (index % 256 === 0) await new Promise((resolve) => { setImmediate(resolve); });
    yield { number: index + 1, position: index + 1, read: () => item };
  }
}

/** Bytes of an exported chat that are read at once: about ten years of a busy group without media. */
const EXPORT_BYTES_MAX = 256 * 1024 * 1024;

async function readExportFile(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > EXPORT_BYTES_MAX) {
      throw new CommandFailure(`The export is over ${EXPORT_BYTES_MAX} bytes; export a shorter span.`);
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    throw error instanceof CommandFailure ? error : fileFailure('read', path, error);
  }
}

async function readAll(source: NodeJS.ReadableStream): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    const part = Buffer.from(chunk as Uint8Array);
    length += part.byteLength;
    if (length > EXPORT_BYTES_MAX) throw new CommandFailure(`The export is over ${EXPORT_BYTES_MAX} bytes.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
