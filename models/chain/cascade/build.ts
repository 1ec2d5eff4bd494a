import { writeFileSync } from 'node:fs';
import { cascadeTables, swingTable } from '../../../src/node/eval/cascade-tables.ts';
import { formatTable } from '../../../src/node/eval/table.ts';
import { figuresJson } from '../../build/figures-json.ts';
import { saveCascadeCard } from './card.ts';
import { CASCADE_EVAL, MAIN, numbersSha256, SMALL, SWUNG, type CascadeEval } from './eval-file.ts';
import { measureCascade } from './measure.ts';
import { cascadeSwings } from './swings.ts';

/** `npm run models:build -- cascade`: prints the tables, writes eval.json and card.md. Ten minutes on one core. */
export function buildCascade(say: (line: string) => void): void {
  const report = measureCascade(MAIN, {}, say);
  const swings = cascadeSwings(SWUNG, say);
  for (const { title, head, rows } of [...cascadeTables(report), swingTable(swings)]) say(`${title}\n${formatTable(head, rows)}`);
  writeFileSync(CASCADE_EVAL, figuresJson({
    command: 'npm run models:build -- cascade', numbersSha256: numbersSha256(), report, swings, small: measureCascade(SMALL),
  } satisfies CascadeEval));
  saveCascadeCard();
}
