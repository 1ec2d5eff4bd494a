import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { defaultSettings } from '../../contract/default-settings.ts';
import { isSafetyError, type SafetyError } from '../../contract/errors.ts';
import { parseSettings } from '../../contract/parse-settings.ts';
import type { HiddenWordsReport, Safety } from '../../contract/safety.ts';
import { createSafety } from '../index.ts';
import { CommandFailure, EXIT, fileFailure } from './failure.ts';

export interface WordsFile {
  /** For messages: the path as typed, or `stdin`. */
  readonly name: string;
  readonly text: string;
  readonly form: 'json' | 'text';
}

export interface ReadingFlags {
  /** Commas and semicolons part words. */
  readonly commas?: boolean;
  readonly locale?: string;
}

/** `-` is stdin. JSON by its ending or its first sign. @throws {CommandFailure} unreadable, or no text */
export async function readWordsFile(path: string): Promise<WordsFile> {
  const name = path === '-' ? 'stdin' : path;
  const bytes = await (path === '-' ? buffer(process.stdin) : readFile(path))
    .catch((error: unknown) => { throw fileFailure('read', name, error); });
  const text = decode(name, bytes);
  return { name, text, form: /\.json$/iu.test(path) || text.trimStart().startsWith('{') ? 'json' : 'text' };
}

/** UTF-16 where its byte order mark says so, as editors and spreadsheets of Windows save it, else UTF-8. */
function decode(name: string, bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // UTF-16 without its mark is well-formed UTF-8, and every word of it would be one that no message holds.
    if (!text.includes('\0')) return text;
  } catch {
    // The same sentence says what to do.
  }
  throw new CommandFailure(`${name} is not text in UTF-8, or in UTF-16 with a byte order mark. Save it as UTF-8.`);
}

/**
 * The file as the whole list of a person who had none, read by the engine itself; nothing else is switched on.
 * @throws {CommandFailure} too long, no file of words, a newer version's, or `locale` is no tag
 */
export async function takeWords<T>(
  file: WordsFile, { commas, locale }: ReadingFlags, use: (report: HiddenWordsReport, safety: Safety) => Promise<T>,
): Promise<T> {
  const safety = await createSafety({ settings: settingsFor(locale) });
  try {
    const { hiddenWords } = safety;
    const report = await (file.form === 'json' ? hiddenWords.importJson(file.text, { mode: 'replace' })
      : commas === true ? hiddenWords.addText(file.text) : hiddenWords.importText(file.text, { mode: 'replace' }));
    return await use(report, safety);
  } catch (error) {
    if (error instanceof RangeError) throw new CommandFailure(`${file.name} is longer than words may be at once.`);
    throw isSafetyError(error) ? refused(file, error) : error;
  } finally {
    await safety.dispose();
  }
}

/** Of several files in a script, which one. */
function refused({ name, text }: WordsFile, { code, message }: SafetyError): CommandFailure {
  if (code !== 'input-invalid') return new CommandFailure(`${name}: ${message} (${code})`);
  try {
    JSON.parse(text);
  } catch {
    // The parser's own words would quote the file.
    return new CommandFailure(`${name} is not JSON${/\.json$/iu.test(name) ? '' : ', and a file that begins with { is read as that'}. (${code})`);
  }
  return new CommandFailure(`${name} is JSON, but no file of hidden words: that is { "inward-hidden-words": 1, "words": [...] }. (${code})`);
}

/** `-` is stdout. @throws {CommandFailure} */
export async function writeWordsFile(path: string, text: string): Promise<void> {
  if (path === '-') process.stdout.write(text);
  else await writeFile(path, text).catch((error: unknown) => { throw fileFailure('write', path, error); });
}

function settingsFor(locale: string | undefined): ReturnType<typeof defaultSettings> {
  const off = { ...defaultSettings(), notices: 'off', scam: { enabled: false } };
  try {
    return parseSettings(locale === undefined ? off : { ...off, hiddenWords: { locale } });
  } catch {
    throw new CommandFailure('--locale takes a language tag such as tr or az-Latn.', EXIT.usage);
  }
}
