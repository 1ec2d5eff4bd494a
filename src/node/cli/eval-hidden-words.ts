import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { defaultSettings } from '../../contract/default-settings.ts';
import type { Safety } from '../../contract/safety.ts';
import type { HiddenWord, Settings } from '../../contract/settings.ts';
import type { Hit } from '../../contract/verdict.ts';
import { formatHiddenWordsTable, HiddenWordsTally, type JudgedCase } from '../eval/hidden-words-table.ts';
import { createSafety } from '../index.ts';
import { measuredEngine, printReport } from './eval-report.ts';
import { CommandFailure, EXIT, fileFailure, type Done } from './failure.ts';
import { findLabelledFiles, readLabelled, type LabelledRow } from './labelled-file.ts';

interface EvalHiddenWordsFlags {
  readonly in?: readonly string[];
  readonly terms?: readonly string[];
  readonly data?: string;
  readonly out?: string;
}

const AFTER = `
A row is {"text", "expect": true | false, "kind", "suite"?, "mode"?: "word" | "prefix" | "anywhere", "span"?: [start, end],
"terms"?: ["…"] | "termset"?: "en"}. "terms" are the words of that row; rows without use the words of the
file for their termset (--terms en=FILE, a JSON list), or the one file given without a name. With --data DIR the
file is DIR/words/terms_<termset>.json. Ranges are half-open UTF-16 units.
Columns: texts with a listed word that were hidden; of those, hit at exactly the stated range; texts without one that
were left alone. No word and no text is printed.

Example:
  inward eval hidden-words --in cases.jsonl --terms words.json --out report.json`;

type Match = NonNullable<HiddenWord['match']>;

export function evalHiddenWordsCommand(done: Done): Command {
  return new Command('hidden-words')
    .description('Hidden words: recall, exact ranges and benign texts left alone, on labelled cases.')
    .option('--in <files...>', 'labelled JSON Lines, also .gz; - is stdin')
    .option('--terms <files...>', 'words as a JSON list: FILE, or NAME=FILE for a termset')
    .option('--data <dir>', 'folder of evaluation data; reads every .jsonl of DIR/words')
    .option('--out <file>', 'write the numbers as JSON; - is stdout')
    .addHelpText('after', AFTER)
    .action(async (flags: EvalHiddenWordsFlags) => { done(await evalHiddenWords(flags)); });
}

async function evalHiddenWords(flags: EvalHiddenWordsFlags): Promise<number> {
  const files = await findLabelledFiles(flags, 'words', /\.jsonl(\.gz)?$/u);
  const termSets = new TermSets(flags);
  const safety = await createSafety({ settings: settingsFor([], 'word'), now: () => 0 });
  let loaded = '';
  try {
    const tally = new HiddenWordsTally();
    for (const file of files) {
      for await (const row of readLabelled(file)) {
        const match = matchOf(row);
        const terms = await termSets.termsOf(row);
        const key = JSON.stringify([match, terms]);
        if (key !== loaded) await safety.applySettings(settingsFor(terms, match));
        loaded = key;
        tally.add(await judge(safety, row));
      }
    }
    const groups = tally.groups();
    await printReport(
      formatHiddenWordsTable(groups), { report: 'hidden-words', engine: measuredEngine(safety.about()), groups }, flags.out);
    return EXIT.ok;
  } finally {
    await safety.dispose();
  }
}

async function judge(safety: Safety, row: LabelledRow): Promise<JudgedCase> {
  const { text, expect, kind, suite, span } = row.value;
  if (typeof text !== 'string') throw row.refuse('text');
  if (typeof expect !== 'boolean') throw row.refuse('expect');
  const id = `${row.file}:${row.line}`.slice(-256);
  const { delivery, hits } = await safety.screenMessage(
    { id, conversationId: id, kind: 'text', text, sentAt: 0, direction: 'incoming' }, { relationship: 'contact' });
  return {
    suite: typeof suite === 'string' ? suite : row.file,
    kind: typeof kind === 'string' ? kind : 'unnamed',
    expect,
    hidden: delivery === 'hidden',
    exact: span === undefined || span === null ? null : hasRange(hits, span, row),
  };
}

function hasRange(hits: readonly Hit[], span: unknown, row: LabelledRow): boolean {
  if (!Array.isArray(span) || span.length !== 2) throw row.refuse('span');
  return hits.some((hit) => hit.surface === 'text' && hit.start === span[0] && hit.end === span[1]);
}

function matchOf(row: LabelledRow): Match {
  const mode = row.value['mode'] ?? 'word';
  if (mode !== 'word' && mode !== 'prefix' && mode !== 'anywhere') throw row.refuse('mode');
  return mode;
}

/** Only hidden words run, for every sender. */
function settingsFor(terms: readonly string[], match: Match): Settings {
  return {
    ...defaultSettings(),
    hiddenWords: { enabled: true, words: terms.map((text) => ({ text, match })), lists: [], allow: [] },
    notices: 'off',
    scam: { enabled: false },
  };
}

class TermSets {
  readonly #flags: EvalHiddenWordsFlags;
  readonly #loaded = new Map<string, Promise<readonly string[]>>();

  constructor(flags: EvalHiddenWordsFlags) {
    this.#flags = flags;
  }

  async termsOf(row: LabelledRow): Promise<readonly string[]> {
    const { terms, termset } = row.value;
    if (terms !== undefined) {
      if (!isStrings(terms)) throw row.refuse('terms');
      return terms;
    }
    const name = typeof termset === 'string' ? termset : '';
    const known = this.#loaded.get(name);
    if (known !== undefined) return known;
    const path = this.#pathOf(name);
    if (path === undefined) throw row.refuse(name === '' ? 'terms' : 'termset');
    const reading = readTerms(path);
    this.#loaded.set(name, reading);
    return reading;
  }

  #pathOf(name: string): string | undefined {
    const given = this.#flags.terms ?? [];
    const named = given.find((entry) => name !== '' && entry.startsWith(`${name}=`));
    if (named !== undefined) return named.slice(name.length + 1);
    const plain = given.find((entry) => !/^[\w-]+=/u.test(entry));
    if (plain !== undefined) return plain;
    return this.#flags.data !== undefined && /^[\w-]+$/u.test(name)
      ? `${this.#flags.data}/words/terms_${name}.json`
      : undefined;
  }
}

async function readTerms(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => { throw fileFailure('read', path, error); });
  try {
    const value: unknown = JSON.parse(text);
    if (isStrings(value)) return value;
  } catch {
    // Falls through: the parser's own words would quote the file.
  }
  throw new CommandFailure(`The words in ${path} are not a JSON list of strings.`);
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
