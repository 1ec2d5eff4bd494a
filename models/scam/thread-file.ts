import { existsSync, readFileSync } from 'node:fs';
import type { ThreadModel } from '../../src/contract/thread-model.ts';
import { MODEL_FOLDER } from './manifest.ts';
import type { ThreadFigures, ThreadGroup } from './thread-figures.ts';

/** models/scam/threads.json */
export interface ThreadFile {
  /** SHA-256 of the packed single-message model whose scores it was trained on; with another it is left out. */
  readonly modelSha256: string;
  readonly model: ThreadModel;
  /** Over all threads, by how one decides. */
  readonly eval: Readonly<Record<string, ThreadFigures>>;
  /** As the engine decides. */
  readonly groups: readonly ThreadGroup[];
}

export const THREAD_FILE = new URL('threads.json', MODEL_FOLDER);

/** @returns null before conversations were ever trained on */
export function readThreadFile(file: URL = THREAD_FILE): ThreadFile | null {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as ThreadFile : null;
}

/** What threads.json holds for a packed single-message model; `undefined` where it was trained on the scores of another. */
export function threadModelFor(packedSha256: string): ThreadModel | undefined {
  const file = readThreadFile();
  return file?.modelSha256 === packedSha256 ? file.model : undefined;
}
