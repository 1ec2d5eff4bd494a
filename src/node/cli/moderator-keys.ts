import { readFile } from 'node:fs/promises';
import { CommandFailure, fileFailure } from './failure.ts';
import { parseModeratorFile, type ModeratorFile } from '../report/moderator-file.ts';

/** @throws {CommandFailure} */
export async function readModeratorFile(path: string): Promise<ModeratorFile> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => { throw fileFailure('read', path, error); });
  const file = parseModeratorFile(text);
  if (file === undefined) throw new CommandFailure(`${path} is no file of "inward report keys".`);
  return file;
}
