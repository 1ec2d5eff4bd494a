import { TextDecoder } from 'node:util';
import { LineFailure } from './failure.ts';

/** Bytes of one line that are kept. Far above a message of 1 MB, so that such a one still gets its verdict. */
export const LINE_BYTES_MAX = 16 * 1024 * 1024;

const NEWLINE = 0x0a;
const RETURN = 0x0d;

export interface InputLine {
  /** Counted from 1. */
  readonly number: number;
  /** The line's text without its end, or why it has none. Empty for a blank line that is followed by another. */
  readonly content: string | LineFailure;
  /** Bytes of the input up to the end of this line, for progress. */
  readonly endByte: number;
}

/**
 * Lines of a byte stream, one at a time: memory stays at one line however long the input is. LF and CRLF end a line; a
 * byte order mark is dropped; a line that is not UTF-8 or is over `maxBytes` yields its failure and reading goes on.
 * Blank lines at the end are dropped, those between others are kept so that line n out answers line n in.
 */
export async function* readLines(
  source: AsyncIterable<Uint8Array>, maxBytes: number = LINE_BYTES_MAX,
): AsyncGenerator<InputLine, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  let consumed = 0;
  let blanks: InputLine[] = [];

  const finish = (): InputLine => {
    number += 1;
    const content = length > maxBytes
      ? new LineFailure('limit-exceeded', `The line is over ${maxBytes} bytes.`)
      : decode(decoder, parts);
    parts = [];
    length = 0;
    return { number, content, endByte: consumed };
  };
  const keep = (piece: Uint8Array): void => {
    length += piece.byteLength;
    if (length <= maxBytes) parts.push(piece);
    else parts = [];
  };

  for await (const chunk of source) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at));
      consumed += at + 1 - from;
      from = at + 1;
      const line = finish();
      if (line.content === '') {
        blanks.push(line);
        continue;
      }
      yield* blanks;
      blanks = [];
      yield line;
    }
    if (from < chunk.byteLength) {
      keep(chunk.subarray(from));
      consumed += chunk.byteLength - from;
    }
  }
  if (length === 0) return;
  const last = finish();
  if (last.content === '') return;
  yield* blanks;
  yield last;
}

function decode(decoder: TextDecoder, parts: readonly Uint8Array[]): string | LineFailure {
  const bytes = Buffer.concat(parts);
  const end = bytes.at(-1) === RETURN ? bytes.byteLength - 1 : bytes.byteLength;
  try {
    const text = decoder.decode(bytes.subarray(0, end));
    return text.trim() === '' ? '' : text;
  } catch {
    return new LineFailure('input-invalid', 'The line is not valid UTF-8.');
  }
}
