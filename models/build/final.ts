// npm run models:final -- scam [--test first] [--again WHY]: a blind final test, scored once by the model that ships.

import { openScamJudge } from '../../src/node/eval/scam-judge.ts';
import { scamTables } from '../../src/node/eval/scam-tables.ts';
import { formatTable } from '../../src/node/eval/table.ts';
import { saveCard } from '../scam/card.ts';
import { scoreFinal } from '../scam/final-score.ts';
import { MODEL_FOLDER } from '../scam/manifest.ts';
import { requireShippedModel } from '../scam/model-judge.ts';
import { threadTables } from '../scam/thread-figures.ts';
import { FINAL_HELP, parseFinalScoring } from './arguments.ts';

async function main(): Promise<void> {
  const say = (line: string): void => { process.stdout.write(`${line}\n`); };
  const request = parseFinalScoring(process.argv.slice(2));
  if (request === null) {
    process.stdout.write(FINAL_HELP);
    return;
  }
  const judge = await openScamJudge();
  try {
    const { report, threads } = await scoreFinal({
      ...request.test, out: new URL(request.test.file, MODEL_FOLDER), modelSha256: requireShippedModel(judge.about), judge, again: request.again, say,
    });
    saveCard();
    for (const { title, head, rows } of [...scamTables(report), ...threadTables(threads?.groups ?? [])]) say(`\n${title}\n${formatTable(head, rows)}`);
  } finally {
    await judge.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`models:final: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
