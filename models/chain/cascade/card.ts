import { writeFileSync } from 'node:fs';
import { cascadeTables, swingTable } from '../../../src/node/eval/cascade-tables.ts';
import { markdownTable } from '../../../src/node/eval/table.ts';
import { CASCADE_FOLDER, readCascadeEval, type CascadeEval } from './eval-file.ts';
import { CASCADE_RATES } from './rates.ts';
import { SCENARIOS } from './scenarios.ts';

/** card.md: no number in it is typed by hand. */
export function cascadeCard({ command, numbersSha256, report, swings }: CascadeEval): string {
  return `# Chain letters in a simulated population
`;
}

export function saveCascadeCard(): void {
  const figures = readCascadeEval();
  if (!figures) throw new Error('There is no eval.json: run npm run models:build -- cascade first.');
  writeFileSync(new URL('card.md', CASCADE_FOLDER), cascadeCard(figures));
}
