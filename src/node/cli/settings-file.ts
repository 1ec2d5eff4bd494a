import { readFile } from 'node:fs/promises';
import { parseSettings } from '../../contract/parse-settings.ts';
import type { Settings } from '../../contract/settings.ts';
import { CommandFailure, fileFailure } from './failure.ts';

/**
 * Settings as a host would have stored them. Names on stderr what is misspelt, or of a newer version.
 * @throws {CommandFailure} unreadable, or no JSON {SafetyError} settings-invalid, settings-too-new
 */
export async function readSettings(path: string): Promise<Settings> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw fileFailure('read', path, error);
  }
  let stored: unknown;
  try {
    stored = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    // The engine's own words would quote the file, and hidden words are private.
    throw new CommandFailure(`The settings in ${path} are not JSON.`);
  }
  return parseSettings(stored, (field) => {
    process.stderr.write(`inward: ${path} has an unknown field ${JSON.stringify(field)}; it is left out\n`);
  });
}
