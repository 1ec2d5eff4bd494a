import { writeFileSync } from 'node:fs';
import { NEAR_COPY } from '../../src/decide/chain.ts';
import { formatTable } from '../../src/node/eval/table.ts';
import { chainCard, chainTables } from './card.ts';
import { readChainCorpus } from './corpus-files.ts';
import { foldOf, measureChain } from './measure.ts';
import { measurePassedOn, savePassedOn } from './passes.ts';

const CARD = new URL('card.md', import.meta.url);

/** `npm run models:build -- chain`: prints the figures and writes the card. Half a minute. @throws {Error} the thresholds that ship are not the ones that were chosen */
export function runChain(say: (line: string) => void): void {
  const corpus = readChainCorpus();
  const figures = measureChain(corpus);
  const passed = measurePassedOn(corpus, (letter) => figures.folds[foldOf(letter)] ?? figures.chosen);
  for (const { title, head, rows } of chainTables(figures, passed)) say(`${title}\n${formatTable(head, rows)}`);
  const { chosen, folds } = figures;
  say(`chosen: ${chosen.shared} places, ${chosen.contained} of a thousand; by folds: ${folds.map(({ shared, contained }) => `${shared}/${contained}`).join(', ')}`);
  writeFileSync(CARD, chainCard(figures, passed));
  savePassedOn(passed, chosen);
  if (chosen.shared !== NEAR_COPY.shared || chosen.contained !== NEAR_COPY.contained) throw new Error('NEAR_COPY of src/decide/chain.ts is not what was chosen here.');
}
