// npm run models:build -- NAME --data DIR [--eval-only | --train-only]

import { parseArgs } from 'node:util';
import { buildScam } from '../scam/build.ts';
import { buildThreads } from '../scam/thread-build.ts';

const HELP = `Usage: npm run models:build -- scam --data DIR [--eval-only | --train-only]
       npm run models:build -- threads

Trains a model from licensed and authored data and writes its folder under models/. The same data, seed and tables give
the same bytes. Needs a build ("npm run build") for the kernel and the normalisation tables.

  threads        trains what judges whole conversations, from models/scam/threads, with the scam model in build/; needs no data
  --data DIR     folder with scam/train.jsonl.gz and scam/dev/ (or the scam folder itself)
  --eval-only    only measures the committed model on DIR/scam/dev and writes eval.json and card.md
  --train-only   does not read DIR/scam/dev; eval.json and card.md stay as they are
  --help         this text
`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' }, 'eval-only': { type: 'boolean', default: false },
      'train-only': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  if (positionals[0] === 'threads') {
    buildThreads((line) => { process.stdout.write(`${line}\n`); });
    return;
  }
  if (positionals.length !== 1 || positionals[0] !== 'scam') throw new Error(`Name one model: scam.\n\n${HELP}`);
  if (values.data === undefined) throw new Error('This command needs data that is not in the repository: pass --data DIR.');
  const say = (line: string): void => { process.stdout.write(`${line}\n`); };
  if (!values['eval-only']) await buildScam(values.data, say);
  // EVAL
}

main().catch((error: unknown) => {
  process.stderr.write(`models:build: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
