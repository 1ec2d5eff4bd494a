// Reads authored conversations: threads/LANG/{scam,benign}.txt, one line a turn, and threads/evidence/LANG.tsv.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SLOTS } from './corpus-languages.ts';
import { gramsOf, nearCopies } from './corpus-grams.ts';
import type { CorpusFault } from './corpus-files.ts';

export interface ThreadTurn {
  /** The person who uses the phone wrote it. */
  readonly mine: boolean;
  /** With its slots. */
  readonly text: string;
}

export interface Thread {
  readonly lang: string;
  readonly label: 'scam' | 'benign';
  readonly kind: string;
  /** Unique within its language and label. */
  readonly name: string;
  readonly turns: readonly ThreadTurn[];
  /** Of a scam: number of the turn, from 1, at which a reader other than the writer could first see what it is; absent until somebody has read it. */
  readonly evidence?: number;
  readonly file: string;
  readonly line: number;
}

export const THREAD_FOLDER = new URL('./threads/', import.meta.url);
export const TURNS = { least: 6, most: 25 } as const;
/** Two threads of a language at this Jaccard of character 5-grams, and above, are one written twice. */
export const NEAR_THREAD = 0.4;

export function threadTags(folder: URL = THREAD_FOLDER): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'evidence').map(({ name }) => name).sort();
}

/** Every thread of a language, and what is wrong with the form of its files. */
export function readThreads(lang: string, folder: URL = THREAD_FOLDER): { readonly threads: readonly Thread[]; readonly faults: readonly CorpusFault[] } {
  const read = (['scam', 'benign'] as const).flatMap((label) => {
    const file = new URL(`${lang}/${label}.txt`, folder);
    return existsSync(file) ? [parseThreads(readFileSync(file, 'utf8'), lang, label)] : [];
  });
  const marks = new URL(`evidence/${lang}.tsv`, folder);
  const evidence = new Map(existsSync(marks) ? readFileSync(marks, 'utf8').split('\n').filter((line) => line !== '').map((line) => {
    const [name = '', turn] = line.split('\t');
    return [name, Number(turn)] as const;
  }) : []);
  const threads = read.flatMap((one) => one.threads).map((thread): Thread => {
    const turn = thread.label === 'scam' ? evidence.get(thread.name) : undefined;
    return turn === undefined ? thread : { ...thread, evidence: turn };
  });
  const names = new Set(threads.filter(({ label }) => label === 'scam').map(({ name }) => name));
  const stray = [...evidence].filter(([name, turn]) => {
    const thread = threads.find((one) => one.label === 'scam' && one.name === name);
    return !names.has(name) || !Number.isInteger(turn) || turn < 1 || turn > (thread?.turns.length ?? 0);
  });
  return { threads, faults: [...read.flatMap((one) => one.faults), ...stray.map(([name]) => ({ file: `evidence/${lang}.tsv`, line: 1, fault: `marks no turn of ${name}` }))] };
}

export function parseThreads(content: string, lang: string, label: Thread['label']): { readonly threads: readonly Thread[]; readonly faults: readonly CorpusFault[] } {
  const file = `${lang}/${label}.txt`;
  const threads: { -readonly [Key in keyof Thread]: Thread[Key] }[] = [];
  const faults: CorpusFault[] = [];
  content.split('\n').forEach((text, index) => {
    const line = index + 1;
    const head = /^## ([a-z-]+) ([a-z0-9-]+)$/u.exec(text);
    const turn = /^([<>]) (.*\S)$/u.exec(text);
    const last = threads.at(-1);
    if (head !== null) threads.push({ lang, label, kind: head[1] as string, name: head[2] as string, turns: [], file, line });
    else if (turn !== null && last !== undefined) last.turns = [...last.turns, { mine: turn[1] === '<', text: turn[2] as string }];
    else if (text !== '' && !text.startsWith('# ')) faults.push({ file, line, fault: 'is no heading, no turn and no remark' });
  });
  return { threads, faults };
}

/** Everything that is wrong with the threads of a language. */
export function lintThreads(lang: string, folder: URL = THREAD_FOLDER): readonly CorpusFault[] {
  const { threads, faults } = readThreads(lang, folder);
  const at = ({ file, line }: Thread, fault: string): CorpusFault => ({ file, line, fault });
  const names = new Set<string>();
  return [
    ...faults,
    ...threads.flatMap((thread) => {
      const key = `${thread.label} ${thread.name}`;
      const twice = names.has(key);
      names.add(key);
      const text = thread.turns.map((turn) => turn.text).join('\n');
      const unknown = [...text.matchAll(/\{([^}]*)\}/gu)].map(([, name = '']) => name).filter((name) => !(SLOTS as readonly string[]).includes(name));
      return [
        ...(twice ? [at(thread, `has the name of another: ${thread.name}`)] : []),
        ...(thread.turns.length < TURNS.least || thread.turns.length > TURNS.most ? [at(thread, `has ${thread.turns.length} turns, not ${TURNS.least} to ${TURNS.most}`)] : []),
        ...(thread.turns.every(({ mine }) => mine === thread.turns[0]?.mine) ? [at(thread, 'has one voice only')] : []),
        ...(text === text.normalize('NFC') ? [] : [at(thread, 'is not in NFC')]),
        ...unknown.map((name) => at(thread, `has an unknown slot {${name}}`)),
      ];
    }),
    ...nearCopies(threads.map(({ turns }) => gramsOf(turns.map(({ text }) => text).join('\n'), 5)), NEAR_THREAD).map(([late, early, share]) => (
      at(threads[late] as Thread, `says nearly the same as ${(threads[early] as Thread).name} (Jaccard ${share.toFixed(2)})`))),
  ];
}
