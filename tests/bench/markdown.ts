import type { BenchRow } from './measure.ts';

const HEAD = `# Benchmarks

Made by \`npm run bench -- --markdown\` on 2 cores of a shared x86 server, Node 20; nothing here is typed by hand. Compare rows of
one table with each other: they were measured in the same run, turn about. Absolute times are this machine's.

Each row is the median over rounds of a round's mean; \`n\` counts the operations of all rounds. "times" is how many times
faster the row is than the one it names. Peers get the same words and messages, whole words, with their defences
against disguises on. All words and messages are synthetic, made from a seed by \`tests/bench/synthetic.ts\`: pseudo-words,
and chat lines of everyday words with a mean near 51 UTF-16 units, a tenth in other scripts, emoji in 12 %, a listed word in one of
twenty. Rows with an \`n\` under 100 are good to a factor of two.
`;

const ABOUT: Readonly<Record<string, string>> = {
  'hidden-words': 'Finding listed words. `inward` copies the text in, normalises, matches, gives ranges and wipes. `allprofanity` '
    + '(`detect`) and `obscenity` give ranges too; `allprofanity-check` and `2toad` answer yes or no; `regexp` is one combined RegExp '
    + '(`iu`), `regexp-nfkd` the same after NFKD and stripping marks. `200 a call` gives the kernel 200 messages at once; the engine does not. '
    + 'The number after @ is the length of the list.',
  'hidden-words-growth': 'Our own cost over the length of the list, interleaved. Budget: under 2.5 times from 100 to 100,000.',
  'hidden-words-editing': 'One word more through `createSafety` in Node, until it is in force and until a message with it has its verdict; a list built '
    + 'whole, and the bytes it keeps beside the tables. Budget: 10,000 words built in 100 ms; 2 MB with 10,000, 12 MB with 100,000.',
  scam: 'Scoring the same `model.onnx`: our kernel and `onnxruntime-web/wasm`, one thread.',
  contact: 'Who writes, judged in the notice worker\'s own code by the contact scorecard: what the thread counts, the level, and where there is a notice its reasons. Budget: 3 µs for the level.',
  pipeline: 'The whole engine in-process: hidden words, features, scam model, links, decision. Budget: 15 µs for 80 characters.',
  memory: 'Bytes of the text kernel\'s memory, tables and scam model included, and the time until a new list is in force. Budget: '
    + '24 MB with 10,000 words, 40 MB while 100,000 are swapped.',
  covers: 'In a worker of headless Chromium, a picture of 12 megapixels made from a seed with the statistics of a photograph (`tests/bench/photo.ts`), since flat ones '
    + 'make short files: JPEGs of mozjpeg at quality 90, 4:2:0, of 3.0 MB (baseline, the standard\'s Huffman tables) and 2.8 MB (progressive). As a Blob, which is how files '
    + 'come, and as bytes that the worker holds. `ImageDecoder` decodes an eighth, `createImageBitmap` resizes to 32 pixels, neither is blurred; `stackblur-canvas` '
    + 'blurs all pixels by 2.5 % of the width. Mean and copy: 48 MB of RGBA. A message has 80 characters, the whole package in a page, pictures at the caps, past them and broken.',
  report: 'A report of 30 franked messages of 200 units, in Node: the preview, the HPKE seal to one recipient (budget: 25 ms), and the moderator\'s side.',
  worker: 'Built package, sealed worker, header form, headless Chromium, 100 hidden words and the scam model. Chromium\'s own throttle '
    + 'slows the page\'s thread only; for "page and worker" the renderer process is stopped for 5/6 of every 12 ms; a call shorter than the 2 ms between two stops mostly fits in between, so read those rows with the unslowed p95 times six beside them.',
};

/** @param load one-minute load average before the run: above 2 others were using the two cores, and absolute times are too long */
export function toMarkdown(rows: readonly BenchRow[], load: number): string {
  const suites = [...new Set(rows.map(({ suite }) => suite))];
  const busy = `Load of the machine before the run: ${load.toFixed(1)}${load > 2 ? ' – others were using the cores, so absolute times are too long' : ''}.\n`;
  return [HEAD, busy, ...suites.map((suite) => section(suite, rows.filter((row) => row.suite === suite)))].join('\n');
}

function section(suite: string, rows: readonly BenchRow[]): string {
  const withBytes = rows.some(({ bytes }) => bytes !== undefined);
  const withSpeed = rows.some(({ mb_per_s }) => mb_per_s !== undefined);
  const withRatio = rows.some(({ ratio }) => ratio !== undefined);
  const columns: readonly (readonly [string, (row: BenchRow) => string])[] = [
    ['case', (row) => row.case],
    ['n', (row) => `${row.n}`],
    ['median µs', (row) => `${row.median_us}`],
    ...(withSpeed ? [['MB/s', (row: BenchRow) => `${row.mb_per_s ?? ''}`] as const] : []),
    ...(withBytes ? [['MB held', (row: BenchRow) => row.bytes === undefined ? '' : (row.bytes / 1e6).toFixed(1)] as const] : []),
    ...(withRatio ? [['times', (row: BenchRow) => row.ratio === undefined ? '' : `${row.ratio} × ${row.ratio_to ?? ''}`] as const] : []),
  ];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `## ${suite}\n`, `${ABOUT[suite] ?? ''}\n`,
    line(columns.map(([title]) => title)), line(columns.map((_, index) => index === 0 ? '---' : '--:')),
    ...rows.map((row) => line(columns.map(([, cell]) => cell(row)))), '',
  ].join('\n');
}
