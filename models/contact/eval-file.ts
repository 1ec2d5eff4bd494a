import { existsSync, readFileSync } from 'node:fs';
import { CONTACT_FOLDER } from './build.ts';
import type { ContactReport } from './measure.ts';
import type { Swing } from './tornado.ts';

/** models/contact/eval.json: the judged worlds, the middle world on a seed of its own, and the swings. */
export interface ContactEval {
  readonly command: string;
  readonly modelSha256: string;
  /** How often judged worlds were played against a scorecard by this command, all models together. */
  readonly judged: number;
  readonly middle: ContactReport;
  readonly worlds: readonly ContactReport[];
  readonly swings: readonly Swing[];
}

export const EVAL_FILE = new URL('eval.json', CONTACT_FOLDER);

export function readContactEval(): ContactEval | null {
  return existsSync(EVAL_FILE) ? JSON.parse(readFileSync(EVAL_FILE, 'utf8')) as ContactEval : null;
}
