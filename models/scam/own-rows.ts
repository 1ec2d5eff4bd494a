// A platform's own labelled texts, added to training: `npm run models:build -- scam --in FILE`.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ScamFamily } from '../../src/contract/verdict.ts';
import { SCAM_FAMILIES, scamLanguage, type ScamLanguage } from '../../src/node/eval/scam-names.ts';
import { SOURCES, type SourceNote } from './manifest.ts';

export interface OwnRow {
  readonly text: string;
  readonly label: 'ham' | 'spam' | 'scam';
  /** `und` where the row says none: it then teaches nothing about languages. */
  readonly lang: ScamLanguage;
  readonly source: string;
  /** Of a scam; null where the row says none. */
  readonly family: ScamFamily | null;
  /** File and line: rows with the same words share it, so that no split parts them. */
  readonly group: string;
}

/** What a training reads beside the authored corpus. */
export interface TrainingSources {
  /** Folder with the open data; null: authored texts alone. */
  readonly data: string | null;
  readonly own: readonly OwnRow[];
}

/** What the manifest and the card say of how it was made. */
export function trainingCommand({ data, own }: TrainingSources): string {
  return `npm run models:build -- scam ${data === null ? '--authored-only' : '--data DIR'}${own.length === 0 ? '' : ' --in FILE'}`;
}

/** A platform's own sources for the manifest and the card. */
export function ownSourceNotes(rows: readonly OwnRow[]): readonly SourceNote[] {
  return [...new Set(rows.map(({ source }) => source))].sort().map((name) => (
    { name, licence: 'not stated', made: 'found', by: 'given with --in', rows: rows.filter(({ source }) => source === name).length }));
}

/** Faults named before the reader gives up: enough to see what is wrong with a file. */
const FAULTS_SHOWN = 20;

/** @throws {Error} every row that cannot be taken, by file and line and never by its words; or a file that cannot be read */
export function readOwnRows(files: readonly string[]): readonly OwnRow[] {
  const rows: OwnRow[] = [];
  const faults: string[] = [];
  const groups = new Map<string, string>();
  for (const path of files) {
    const file = basename(path);
    readLines(path).forEach((line, index) => {
      if (line.trim() === '') return;
      const at = `${file}, line ${index + 1}`;
      const read = parseRow(line, file);
      if (typeof read === 'string') {
        faults.push(`${at}: ${read}`);
        return;
      }
      const group = groups.get(read.text) ?? `${file}:${index + 1}`;
      groups.set(read.text, group);
      rows.push({ ...read, group });
    });
  }
  if (faults.length > 0) {
    const more = faults.length > FAULTS_SHOWN ? [`and ${faults.length - FAULTS_SHOWN} more`] : [];
    throw new Error(`Rows that cannot be trained on:\n${[...faults.slice(0, FAULTS_SHOWN), ...more].join('\n')}`);
  }
  if (files.length > 0 && rows.length === 0) throw new Error('The files of --in hold no rows.');
  return rows;
}

function readLines(path: string): readonly string[] {
  try {
    const bytes = readFileSync(path);
    const plain = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    return new TextDecoder('utf-8', { fatal: true }).decode(plain).split(/\r?\n/u);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new Error(`Cannot read ${path}: ${code === 'ENOENT' ? 'there is no such file' : code ?? 'it is not UTF-8'}.`, { cause: error });
  }
}

/** @returns the row, or why it is none */
function parseRow(line: string, file: string): Omit<OwnRow, 'group'> | string {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return 'not an object';
  const { text, label, lang, source, family } = row as Record<string, unknown>;
  if (typeof text !== 'string' || text.trim() === '') return 'the field "text" is missing or empty';
  if (label !== 'ham' && label !== 'spam' && label !== 'scam') return 'the field "label" is none of ham, spam, scam';
  if (source !== undefined && (typeof source !== 'string' || source === '')) return 'the field "source" is no name';
  // It would be weighed, licensed and counted as what stands under that name.
  if (SOURCES.some(({ name }) => name === source)) return 'the field "source" is a source of the project';
  const known = familyOf(family);
  if (known === undefined) return `the field "family" is none of ${SCAM_FAMILIES.join(', ')}`;
  if (known !== null && label !== 'scam') return 'the field "family" stands on a text that is no scam';
  const language = languageOf(lang);
  if (language === undefined) return 'the field "lang" is no language of the model (src/node/eval/scam-names.ts); und is any other';
  return { text, label, lang: language, source: source ?? file, family: known };
}

function familyOf(value: unknown): ScamFamily | null | undefined {
  return value === undefined || value === null ? null : SCAM_FAMILIES.find((family) => family === value);
}

function languageOf(value: unknown): ScamLanguage | undefined {
  if (value === undefined || value === null || value === 'und') return 'und';
  const language = typeof value === 'string' ? scamLanguage(value) : 'und';
  return language === 'und' ? undefined : language;
}

/** What was read, counted: by label, language and family. */
export function countOwnRows(rows: readonly OwnRow[]): readonly string[] {
  if (rows.length === 0) return [];
  const counts = (of: (row: OwnRow) => string): string => {
    const found = new Map<string, number>();
    for (const row of rows) found.set(of(row), (found.get(of(row)) ?? 0) + 1);
    return [...found].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name, n]) => `${name} ${n}`).join(', ');
  };
  const scams = rows.filter(({ label }) => label === 'scam').length;
  const named = rows.filter(({ family }) => family !== null);
  return [
    `${rows.length} rows of your own: ${counts(({ label }) => label)}`,
    `languages: ${counts(({ lang }) => lang)}`,
    `sources: ${counts(({ source }) => source)}`,
    ...(scams === 0 ? [] : [`families: ${[...SCAM_FAMILIES].flatMap((family) => {
      const n = named.filter((row) => row.family === family).length;
      return n === 0 ? [] : [`${family} ${n}`];
    }).concat(scams > named.length ? [`not named ${scams - named.length}`] : []).join(', ')}`]),
  ];
}
