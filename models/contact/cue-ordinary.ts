// How often text cues are found in ordinary chat that others wrote: the honest texts of the data set (`--data DIR`), counted into cues/ordinary.json.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CUES, CUE_FOLDER, type Cue } from './cue-files.ts';
import type { Judge } from './cue-figures.ts';

export interface OrdinaryCount {
  readonly source: string;
  readonly lang: string;
  readonly texts: number;
  readonly found: number;
  readonly by: Readonly<Partial<Record<Cue, number>>>;
}

export const ORDINARY_FILE = new URL('ordinary.json', CUE_FOLDER);
const LANGUAGES: readonly string[] = ['en', 'es', 'pt', 'fr', 'de', 'hi', 'id', 'ar', 'my'];
/** Fewer texts say nothing about a share of one in a hundred. */
const TEXTS_LEAST = 200;

/** Of each source and language every second text: the others were looked at while forms were chosen. */
export function countOrdinary(dir: string, judge: Judge): readonly OrdinaryCount[] {
  const rows = gunzipSync(readFileSync(join(dir, 'scam/train.jsonl.gz'))).toString('utf8').split('\n').filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { text: string; label: string; lang: string; source: string })
    .filter(({ label, lang }) => label === 'ham' && LANGUAGES.includes(lang)).filter((_, n) => n % 2 === 1);
  const counts = new Map<string, { source: string; lang: string; texts: number; found: number; by: Partial<Record<Cue, number>> }>();
  for (const { text, lang, source } of rows) {
    const count = counts.get(`${source} ${lang}`) ?? { source, lang, texts: 0, found: 0, by: {} };
    counts.set(`${source} ${lang}`, count);
    const cues = judge(text);
    count.texts++;
    if (cues.length > 0) count.found++;
    for (const cue of CUES) if (cues.includes(cue)) count.by[cue] = (count.by[cue] ?? 0) + 1;
  }
  return [...counts.values()].filter(({ texts }) => texts >= TEXTS_LEAST).sort((a, b) => (`${a.lang} ${a.source}` < `${b.lang} ${b.source}` ? -1 : 1));
}

export function readOrdinary(): readonly OrdinaryCount[] {
  return JSON.parse(readFileSync(ORDINARY_FILE, 'utf8')) as readonly OrdinaryCount[];
}
