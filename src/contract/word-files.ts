import { SafetyError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { readWord } from './parse-settings.ts';
import type { ImportOptions, RejectedLine } from './safety.ts';
import type { HiddenWord, HiddenWordsSettings } from './settings.ts';

/** The field that names a file of words, and the version this package writes. */
const MARK = 'inward-hidden-words';
const FILE_VERSION = 1;

/** Words read from somewhere, each with the line it stood in. */
export interface WordLines {
  readonly words: readonly HiddenWord[];
  readonly lines: readonly number[];
  readonly rejected: readonly RejectedLine[];
  /** Exceptions, where the file has any. */
  readonly allow?: readonly string[];
}

/** One word a line. The byte order mark of a file is no part of its first word. */
export function readLines(text: string, commas: boolean): WordLines {
  const words: HiddenWord[] = [];
  const lines: number[] = [];
  checked(text).replace(/^\uFEFF/u, '').split(/\r\n|[\n\r\u2028\u2029]/u).forEach((line, index) => {
    for (const part of commas ? line.split(/[,\u060C\u3001\uFF0C]/u) : [line]) {
      const word = part.trim();
      if (word === '') continue;
      words.push({ text: word });
      lines.push(index + 1);
    }
  });
  return { words, lines, rejected: [] };
}

/** @throws {SafetyError} input-invalid, settings-too-new. Nothing of the file is in the text. */
export function readJson(json: string): WordLines {
  const text = checked(json).replace(/^\uFEFF/u, '');
  let file: Readonly<Record<string, unknown>> | null;
  try {
    file = JSON.parse(text) as typeof file;
  } catch {
    // The parser's own words would quote the file.
    throw notAFile();
  }
  const version = file?.[MARK];
  const given = file?.['words'];
  const allow = file?.['allow'];
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) throw notAFile();
  if (version > FILE_VERSION) throw new SafetyError('settings-too-new', 'These words were exported by a newer version of inward.');
  if (!Array.isArray(given) || !(allow === undefined || (Array.isArray(allow) && allow.every((text) => typeof text === 'string')))) throw notAFile();
  const words: HiddenWord[] = [];
  const lines: number[] = [];
  const rejected: RejectedLine[] = [];
  given.forEach((entry: unknown, index) => {
    try {
      words.push(readWord(entry, 'word'));
      lines.push(index + 1);
    } catch {
      rejected.push({ line: index + 1, why: 'not-a-word' });
    }
  });
  return { words, lines, rejected, ...(allow === undefined ? {} : { allow: allow as string[] }) };
}

/** One word a line, so that a person can read the file and tools can compare two. */
export function writeJson({ words, allow }: HiddenWordsSettings): string {
  const list = (items: readonly unknown[]): string => items.map((item) => `\n  ${JSON.stringify(item)}`).join(',');
  return `{ "${MARK}": ${FILE_VERSION}, "words": [${list(words)}\n], "allow": [${list(allow)}\n] }\n`;
}

/** Line breaks in a word become spaces: to the matcher they are the same. */
export function writeLines({ words }: HiddenWordsSettings): string {
  return words.map(({ text }) => `${text.replace(/[\n\r\u2028\u2029]+/gu, ' ')}\n`).join('');
}

/** @throws {TypeError} */
export function replaces(options: ImportOptions | undefined): boolean {
  const mode: unknown = options?.mode ?? 'merge';
  if (mode !== 'merge' && mode !== 'replace') throw new TypeError('"mode" is neither "merge" nor "replace".');
  return mode === 'replace';
}

function checked(text: unknown): string {
  if (typeof text !== 'string') throw new TypeError('"text" is not a string.');
  if (text.length > LIMITS.importUnits) throw new RangeError(`"text" is longer than ${LIMITS.importUnits}.`);
  return text;
}

function notAFile(): SafetyError {
  return new SafetyError('input-invalid', 'This is no file of hidden words that inward exported.');
}
