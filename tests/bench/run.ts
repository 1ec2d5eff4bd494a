import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { formatTable } from '../../src/node/eval/table.ts';
import { toMarkdown } from './markdown.ts';
import { consumedResults, type BenchRow } from './measure.ts';
import type { Suite } from './suites/suite.ts';

/** Loaded one by one: a suite's peers cost nothing where it is not asked for. */
const SUITES: Readonly<Record<string, () => Promise<Suite>>> = {
  'hidden-words': async () => (await import('./suites/hidden-words.ts')).hiddenWordsSuite,
  'hidden-words-editing': async () => (await import('./suites/hidden-words-editing.ts')).editingSuite,
  scam: async () => (await import('./suites/scam.ts')).scamSuite,
  contact: async () => (await import('./suites/contact.ts')).contactSuite,
  chain: async () => (await import('./suites/chain.ts')).chainSuite,
  pipeline: async () => (await import('./suites/pipeline.ts')).pipelineSuite,
  media: async () => (await import('./suites/media.ts')).mediaSuite,
  covers: async () => (await import('./suites/covers.ts')).coversSuite,
  memory: async () => (await import('./suites/memory.ts')).memorySuite,
  report: async () => (await import('./suites/report.ts')).reportSuite,
  worker: async () => (await import('./suites/worker.ts')).workerSuite,
};

const HELP = `npm run bench -- [--json | --markdown] [--suite ${Object.keys(SUITES).join('|')}]… [--quick]

  --json      one JSON array of rows on stdout, nothing else
  --markdown  writes docs/benchmarks.md
  --suite     only these suites; may be given several times
  --quick     fewer rounds: to see that it runs, not to publish

Needs a built package (npm run build). ratio is the median of ratio_to over the row's own: how many times faster it is.
`;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false }, markdown: { type: 'boolean', default: false },
    suite: { type: 'string', multiple: true }, quick: { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(HELP);
} else {
  process.exitCode = await run(values.suite ?? Object.keys(SUITES));
}

async function run(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !Object.hasOwn(SUITES, name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no suite ${unknown.join(', ')}.\n\n${HELP}`);
    return 2;
  }
  const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/u, '');
  const load = loadavg()[0] ?? 0;
  const rows: BenchRow[] = [];
  const note = (sentence: string): void => { process.stderr.write(`${sentence}\n`); };
  for (const name of names) {
    const suite = await SUITES[name]?.();
    if (suite !== undefined) rows.push(...await suite({ root, quick: values.quick, note }));
  }
  note(`results consumed: ${consumedResults()}`);
  if (values.json) process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`);
  else process.stdout.write(formatRows(rows));
  if (values.markdown) {
    if (values.quick) note('docs/benchmarks.md is not written from a quick run');
    else writeFileSync(join(root, 'docs/benchmarks.md'), toMarkdown(rows, load));
  }
  return 0;
}

function formatRows(rows: readonly BenchRow[]): string {
  return formatTable(['suite / case', 'n', 'median µs', 'MB/s', 'bytes', 'times as fast as', ''], rows.map((row) => [
    `${row.suite} / ${row.case}`, `${row.n}`, `${row.median_us}`, `${row.mb_per_s ?? ''}`, `${row.bytes ?? ''}`,
    row.ratio_to ?? '', `${row.ratio ?? ''}`,
  ]));
}
