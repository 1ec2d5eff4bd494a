import { SafetyError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { readWord } from './parse-settings.ts';
import { lineOf, pastedWords } from './pasted-words.ts';
import type { ImportOptions, RejectedEntry, RejectedLine, TrimmedLine } from './safety.ts';
import type { HiddenWord, HiddenWordsSettings } from './settings.ts';

/** The field that names a file of words, and the version this package writes. */
const MARK = 'inward-hidden-words';
const FILE_VERSION = 1;

/** Words read from somewhere, each with the place where it stood. */
export interface WordLines<Rejected> {
  readonly words: readonly HiddenWord[];
  /** By place in `words`. */
  readonly places: readonly Omit<Rejected, 'why'>[];
  readonly rejected: readonly Rejected[];
  /** What was taken off a word, by place in `words`. */
  readonly trimmed: ReadonlyMap<number, TrimmedLine>;
  /** The source says nothing but texts. */
  readonly plain: boolean;
  /** Exceptions, where the file has a list of them. What is no text is none. */
  readonly allow?: readonly unknown[];
}

/**
 * One word a line, or with commas and semicolons between. The byte order mark of a file is no part of its first word.
 * @throws {TypeError} {RangeError}
 */
export function readLines(text: string, parted: boolean): WordLines<RejectedLine> {
  const words: HiddenWord[] = [];
  const places: { readonly line: number }[] = [];
  const rejected: RejectedLine[] = [];
  const trimmed = new Map<number, TrimmedLine>();
  checked(text).replace(/^\uFEFF/u, '').split(/\r\n|[\n\r\u2028\u2029]/u).forEach((content, index) => {
    const line = index + 1;
    for (const { text, trimmed: what, bare } of pastedWords(content, parted)) {
      if (bare) {
        rejected.push({ line, why: 'only-punctuation' });
        continue;
      }
      if (what.length > 0) trimmed.set(words.length, { line, what });
      words.push({ text });
      places.push({ line });
    }
  });
  return { words, places, rejected, trimmed, plain: true };
}

/** @throws {SafetyError} input-invalid, settings-too-new. Nothing of the file is in the text. */
export function readJson(json: string): WordLines<RejectedEntry> {
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
  if (!Array.isArray(given)) throw notAFile();
  const words: HiddenWord[] = [];
  const places: Omit<RejectedEntry, 'why'>[] = [];
  const rejected: RejectedEntry[] = [];
  given.forEach((value: unknown, index) => {
    const place = { entry: index + 1, of: 'words' as const };
    try {
      words.push(readWord(value, 'word'));
      places.push(place);
    } catch {
      rejected.push({ ...place, why: 'not-a-word' });
    }
  });
  return { words, places, rejected, trimmed: new Map(), plain: false, ...(allow === undefined ? {} : { allow: Array.isArray(allow) ? allow : [null] }) };
}

/** One word a line, so that a person can read the file and tools can compare two. */
export function writeJson({ words, allow }: HiddenWordsSettings): string {
  const list = (items: readonly unknown[]): string => items.map((item) => `\n  ${JSON.stringify(item)}`).join(',');
  return `{ "${MARK}": ${FILE_VERSION}, "words": [${list(words)}\n], "allow": [${list(allow)}\n] }\n`;
}

/** One word a line; in quotes where `readLines` would else take something off it. */
export function writeLines({ words }: HiddenWordsSettings): string {
  return words.map(({ text }) => `${lineOf(text)}\n`).join('');
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
