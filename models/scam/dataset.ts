import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TrainingSources } from './own-rows.ts';
import { templateRows } from './templates.ts';
import { CLASSES, type Label } from './shape.ts';
import { createRng, shuffle } from '../build/rng.ts';

export interface Row {
  readonly text: string;
  readonly label: Label;
  readonly lang: string;
  readonly source: string;
  /** Rows of one group (expansions of one template) stay on one side of the split. */
  readonly group?: string;
}

export interface Split {
  readonly train: readonly Row[];
  readonly validation: readonly Row[];
  /** SHA-256 over the training file's text, the authored corpus and a platform's own rows. */
  readonly sha256: string;
}

/** Sources whose ham looks like messages people get on a phone; the operating points are chosen on it. */
export const MESSAGE_SOURCES: readonly string[] = ['uci_sms', 'mendeley_5971', 'thai_sms', 'authored'];
const HELD_BACK = { other: 0.1, messageHam: 0.3, authored: 0.2 } as const;

/** The folder with `train.jsonl.gz`: DIR itself or DIR/scam. @throws {Error} neither holds it */
export function scamFolder(dir: string): string {
  const found = [dir, join(dir, 'scam')].find((folder) => existsSync(join(folder, 'train.jsonl.gz')));
  if (found === undefined) throw new Error(`No train.jsonl.gz in ${dir} or ${join(dir, 'scam')}. Pass the data folder with --data DIR.`);
  return found;
}

/** @throws {Error} a line that is no labelled text, by its number and never by its words */
export function readRows(file: string, source?: string): Row[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').filter((line) => line !== '').map((line, index) => {
    const row = JSON.parse(line) as Partial<Row>;
    if (typeof row.text !== 'string' || !CLASSES.includes(row.label as Label)) throw new Error(`Line ${index + 1} of ${file} is no labelled text.`);
    return { text: row.text, label: row.label as Label, lang: row.lang ?? 'und', source: source ?? row.source ?? 'unknown' };
  });
}

/** Splits off the validation part, the same for the same seed. Dev is never read here. */
export function splitRows(rows: readonly Row[], seed: number): { train: Row[]; validation: Row[] } {
  const groups = new Map<string, Map<string, Row[]>>();
  rows.forEach((row, index) => {
    const stratum = `${row.source}/${row.label}`;
    const members = groups.get(stratum) ?? new Map<string, Row[]>();
    groups.set(stratum, members);
    const key = row.group ?? String(index);
    members.set(key, [...(members.get(key) ?? []), row]);
  });
  const train: Row[] = [];
  const validation: Row[] = [];
  const rng = createRng(seed);
  for (const stratum of [...groups.keys()].sort()) {
    const members = [...(groups.get(stratum) as Map<string, Row[]>).values()];
    shuffle(members, rng);
    const [source = '', label] = stratum.split('/');
    const share = source === 'authored' ? HELD_BACK.authored
      : label === 'ham' && MESSAGE_SOURCES.includes(source) ? HELD_BACK.messageHam : HELD_BACK.other;
    const held = Math.round(members.length * share);
    members.forEach((group, i) => { (i < held ? validation : train).push(...group); });
  }
  return { train, validation };
}

export function loadSplit({ data, own }: TrainingSources, seed: number): Split {
  const file = data === null ? null : join(scamFolder(data), 'train.jsonl.gz');
  const authored = templateRows(seed);
  const digest = createHash('sha256');
  if (file !== null) digest.update(gunzipSync(readFileSync(file)));
  for (const row of [...authored, ...own]) digest.update(`${row.label}\t${row.text}\n`);
  return { ...splitRows([...(file === null ? [] : readRows(file)), ...authored, ...own], seed), sha256: digest.digest('hex') };
}
