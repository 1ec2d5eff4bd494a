// Numbers on the development sources. They were never trained on or tuned to; this file only counts.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ScamJudge } from '../../src/node/eval/scam-judge.ts';
import { reportScams, type ScamReport } from '../../src/node/eval/scam-report.ts';
import { scamTables } from '../../src/node/eval/scam-tables.ts';
import { formatTable } from '../../src/node/eval/table.ts';
import { saveCard } from './card.ts';
import { readRows, scamFolder } from './dataset.ts';
import { countDevRead, saveEval } from './eval-file.ts';
import { judgeTexts, type TextToJudge } from './judge-texts.ts';
import { MODEL_FOLDER, readManifest } from './manifest.ts';
import { committedAsset, openModelJudge } from './model-judge.ts';

/** Every file of DIR/scam/dev, by source. */
export async function evaluateDev(judge: Pick<ScamJudge, 'judge'>, dir: string): Promise<ScamReport> {
  const folder = join(scamFolder(dir), 'dev');
  const texts = readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz')).sort().flatMap((file) => {
    const source = file.replace('.jsonl.gz', '');
    return readRows(join(folder, file), source).map((row): TextToJudge => ({ ...row, name: null }));
  });
  return reportScams(await judgeTexts(judge, texts), ['source', 'lang']);
}

/** Measures the committed model on DIR/scam/dev and writes eval.json and card.md. */
export async function evaluateScam(dir: string, say: (line: string) => void, home: URL = MODEL_FOLDER): Promise<void> {
  if (!existsSync(`${scamFolder(dir)}/dev`)) throw new Error(`No dev folder in ${scamFolder(dir)}.`);
  const judge = await openModelJudge(committedAsset());
  try {
    say(`Runs that read the development files, this one included: ${countDevRead(home)}`);
    const report = await evaluateDev(judge, dir);
    saveEval({ development: { command: 'npm run models:build -- scam --data DIR --eval-only', modelSha256: readManifest().modelSha256, report } }, home);
    saveCard(home);
    for (const { title, head, rows } of scamTables(report)) say(`${title}\n${formatTable(head, rows)}`);
  } finally {
    await judge.close();
  }
}
