import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { defaultSettings } from '../../contract/default-settings.ts';
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

/** `-` is stdin. JSON by its ending or its first sign. @throws {CommandFailure} unreadable, or not UTF-8 */
export async function readWordsFile(path: string): Promise<WordsFile> {
  const name = path === '-' ? 'stdin' : path;
  const bytes = await (path === '-' ? buffer(process.stdin) : readFile(path))
    .catch((error: unknown) => { throw fileFailure('read', name, error); });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandFailure(`${name} is not UTF-8.`);
  }
  return { name, text, form: /\.json$/iu.test(path) || text.trimStart().startsWith('{') ? 'json' : 'text' };
}

/**
 * The file as the whole list of a person who had none, read by the engine itself; nothing else is switched on.
 * @throws {CommandFailure} too long, or `locale` is no tag {SafetyError} input-invalid, settings-too-new
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
    throw error;
  } finally {
    await safety.dispose();
  }
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
