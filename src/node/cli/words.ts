import { Command } from 'commander';
import type { RejectedReason } from '../../contract/engine.ts';
import type { HiddenWordsReport, TrimmedPart } from '../../contract/safety.ts';
import type { HiddenWord } from '../../contract/settings.ts';
import { CommandFailure, EXIT, type Done } from './failure.ts';
import { readWordsFile, takeWords, writeWordsFile, type ReadingFlags } from './words-file.ts';

const REASONS: Readonly<Record<RejectedReason, string>> = {
  'empty': 'nothing is left of it when it is read',
  'too-long': 'longer than 128 UTF-16 units',
  'duplicate': 'finds the same as a word before it',
  'list-full': 'past 100,000 words',
  'expired': 'its end is over',
  'note-too-long': 'its note is longer than 500 UTF-16 units',
  'not-a-word': 'not of the documented form',
  'only-punctuation': 'nothing but punctuation; in straight quotes it is taken as it stands',
};

const PARTS: Readonly<Record<TrimmedPart, string>> = {
  bullet: 'its bullet or number', column: 'what stands behind the tab', quotes: 'its quotes', punctuation: 'the punctuation around it',
};

const FORMS = `
FILE is plain text with one word a line, or the JSON that exportJson writes; - is stdin. UTF-8, or UTF-16 with a byte order mark;
lines may end as on Windows. No word is printed.`;

const CHECK = `${FORMS}
Lines and entries count from 1. Exit code: 0 all taken, 1 something is rejected or the file cannot be read, 2 wrong command line.

Examples:
  inward words check words.txt
  inward words check words.json --json`;

const IMPORT = `
FILE is plain text with one word a line; - is stdin. What is rejected is named on stderr, the rest is written.
Exit code: 0 all taken, 1 something is rejected or the file cannot be read, 2 wrong command line.

Example:
  inward words import words.txt --out words.json`;

const EXPORT = `
FILE is the JSON that exportJson writes; - is stdin. Plain text holds no options and no exceptions; stderr says how many are left out.
Exit code: 0 all words taken, 1 a word is rejected or the file cannot be read, 2 wrong command line.

Example:
  inward words export words.json --out words.txt`;

interface CheckFlags extends ReadingFlags { readonly json?: boolean }
interface OutFlags extends ReadingFlags { readonly out: string }

export function wordsCommand(done: Done): Command {
  const check = reading(new Command('check'))
    .description('Name every line or entry that a list of hidden words would not take, and why.')
    .argument('<file>', 'words to read')
    .option('--json', 'the report as JSON on stdout')
    .addHelpText('after', CHECK)
    .action(async (path: string, flags: CheckFlags) => { done(await checkWords(path, flags)); });
  const take = reading(new Command('import'))
    .description('Plain text to the versioned JSON that importJson takes.')
    .argument('<file>', 'plain text to read')
    .option('--out <file>', 'JSON to write; - is stdout', '-')
    .addHelpText('after', IMPORT)
    .action(async (path: string, flags: OutFlags) => { done(await importWords(path, flags)); });
  const give = new Command('export')
    .description('The versioned JSON to plain text.')
    .argument('<file>', 'JSON to read')
    .option('--out <file>', 'plain text to write; - is stdout', '-')
    .addHelpText('after', EXPORT)
    .action(async (path: string, flags: OutFlags) => { done(await exportWords(path, flags)); });
  return new Command('words')
    .description('Check lists of hidden words, and turn them from plain text to JSON and back.')
    .addCommand(check).addCommand(take).addCommand(give);
}

function reading(command: Command): Command {
  return command
    .option('--commas', 'words of plain text may also stand with commas or semicolons between')
    .option('--locale <tag>', "the person's language; with tr or az, i and ı are two letters");
}

async function checkWords(path: string, flags: CheckFlags): Promise<number> {
  const file = await readWordsFile(path);
  return takeWords(file, flags, async (report) => {
    const { added: taken, rejected, trimmed } = report;
    process.stdout.write(flags.json === true ? `${JSON.stringify({ file: file.name, form: file.form, taken, rejected, trimmed })}\n`
      : `${linesOf(report).join('')}${file.name}: ${summary(report)}\n`);
    return rejected.length > 0 ? EXIT.failed : EXIT.ok;
  });
}

async function importWords(path: string, flags: OutFlags): Promise<number> {
  const file = await readWordsFile(path);
  if (file.form === 'json') throw new CommandFailure(`${file.name} is JSON already; "inward words check" says what is wrong with it.`);
  return takeWords(file, flags, async (report, safety) => {
    await writeWordsFile(flags.out, await safety.hiddenWords.exportJson());
    return tell(report);
  });
}

async function exportWords(path: string, flags: OutFlags): Promise<number> {
  const file = await readWordsFile(path);
  if (file.form !== 'json') throw new CommandFailure(`${file.name} is not JSON; "inward words import" makes JSON of plain text.`);
  return takeWords(file, {}, async (report, safety) => {
    await writeWordsFile(flags.out, await safety.hiddenWords.exportText());
    const { words, allow } = safety.settings.hiddenWords;
    const more = words.filter(hasOptions).length;
    if (more > 0) process.stderr.write(`inward: left out: the options of ${count(more, 'word')}\n`);
    if (allow.length > 0) process.stderr.write(`inward: left out: ${count(allow.length, 'exception')}\n`);
    return tell(report);
  });
}

function tell(report: HiddenWordsReport): number {
  for (const line of linesOf(report)) process.stderr.write(`inward: ${line}`);
  process.stderr.write(`inward: ${summary(report)}\n`);
  return report.rejected.length > 0 ? EXIT.failed : EXIT.ok;
}

function linesOf({ rejected, trimmed }: HiddenWordsReport): readonly string[] {
  return [
    ...rejected.map((one) => {
      const place = 'line' in one ? `line ${one.line}` : `${one.of === 'allow' ? 'exception' : 'entry'} ${one.entry}`;
      return `${place}: rejected, ${one.why}: ${REASONS[one.why]}\n`;
    }),
    ...trimmed.map(({ line, what }) => `line ${line}: taken without ${what.map((part) => PARTS[part]).join(' and ')}\n`),
  ];
}

function summary({ added, rejected, trimmed }: HiddenWordsReport): string {
  if (added + rejected.length === 0) return 'no words in it';
  return `${count(added, 'word')} taken${trimmed.length > 0 ? `, ${trimmed.length} of them trimmed` : ''}, ${rejected.length} rejected`;
}

function hasOptions({ text: _, ...options }: HiddenWord): boolean {
  return Object.keys(options).length > 0;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
