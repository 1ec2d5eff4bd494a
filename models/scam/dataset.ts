import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { authoredRows } from './authored.ts';
import type { TrainingSources } from './own-rows.ts';
import { CLASSES, languageOf, type Label, type Language } from './shape.ts';
import { templateRows } from './templates.ts';

export interface Row {
  readonly text: string;
  readonly label: Label;
  readonly lang: Language;
  readonly source: string;
  /** Rows of one group (draws of one text) stay on one side of every split. */
  readonly group: string;
  /** A family of a scam, a kind of an honest text; empty where nobody noted it. */
  readonly name: string;
  /** Of the authored corpus: the file it stands in. */
  readonly file?: string;
  /** A draw with carelessness added: trained on, never counted. */
  readonly drawn?: boolean;
  /** Given by whoever trains a model of their own; `und` then says that nobody noted the language. */
  readonly own?: boolean;
}

export interface Data {
  readonly rows: readonly Row[];
  /** SHA-256 over the training file's text, all authored rows and a platform's own. */
  readonly sha256: string;
}

/** Found messages as people get them on a phone, not talk made for other ends. */
export const MESSAGE_SOURCES: readonly string[] = ['uci_sms', 'mendeley_5971', 'thai_sms'];
/** In the training file and not trained on: synthetic rewrites whose own licence nobody of us has read, only a catalogue's word for it. */
export const LEFT_OUT: readonly string[] = ['mendeley_10191_llm'];
const LABELS: readonly string[] = ['ham', 'spam', 'scam'];

/** The folder with `train.jsonl.gz`: DIR itself or DIR/scam. @throws {Error} neither holds it */
export function scamFolder(dir: string): string {
  const found = [dir, join(dir, 'scam')].find((folder) => existsSync(join(folder, 'train.jsonl.gz')));
  if (found === undefined) throw new Error(`No train.jsonl.gz in ${dir} or ${join(dir, 'scam')}. Pass the data folder with --data DIR.`);
  return found;
}

/** @throws {Error} a line that is no labelled text, by its number and never by its words */
export function readRows(file: string, source?: string): readonly Row[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').filter((line) => line !== '').map((line, index) => {
    const row = JSON.parse(line) as Partial<Record<'text' | 'label' | 'lang' | 'source', string>>;
    if (typeof row.text !== 'string' || !LABELS.includes(row.label ?? '')) throw new Error(`Line ${index + 1} of ${file} is no labelled text.`);
    const from = source ?? row.source ?? 'unknown';
    return { text: row.text, label: row.label as Label, lang: languageOf(row.lang ?? 'und'), source: from, group: `${from}:${index}`, name: '' };
  });
}

/** All that training may read. Dev and the final test are never read here. */
export function loadData({ data, own }: TrainingSources, seed: number): Data {
  const digest = createHash('sha256');
  const file = data === null ? null : join(scamFolder(data), 'train.jsonl.gz');
  if (file !== null) digest.update(gunzipSync(readFileSync(file)));
  const authored = [...templateRows(seed), ...authoredRows(seed)];
  const mine = own.map(({ family, ...row }): Row => ({ ...row, name: family ?? '', own: true }));
  for (const { label, lang, name, text } of [...authored, ...mine]) digest.update(`${label}\t${lang}\t${name}\t${text}\n`);
  const found = file === null ? [] : readRows(file).filter(({ source }) => !LEFT_OUT.includes(source));
  return { rows: [...found, ...authored, ...mine], sha256: digest.digest('hex') };
}

/** First and last class a row may be of. */
export function classesOf({ label, name }: Pick<Row, 'label' | 'name'>): readonly [number, number] {
  if (label !== 'scam') return label === 'ham' ? [0, 0] : [1, 1];
  const at = (CLASSES as readonly string[]).indexOf(name);
  return at < 2 ? [2, CLASSES.length - 1] : [at, at];
}
