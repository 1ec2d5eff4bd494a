import { writeFileSync } from 'node:fs';
import { NEAR_COPY } from '../../src/decide/chain.ts';
import type { NearCopy } from '../../src/text/sketch-kernel.ts';
import { formatTable } from '../../src/node/eval/table.ts';
import { chainCard, chainTables, missedBars } from './card.ts';
import { readChainCorpus, type CorpusText } from './corpus-files.ts';
import { measureLongWraps } from './long-wraps.ts';
import { foldOf, measureChain } from './measure.ts';
import { measurePassedOn, savePassedOn } from './passes.ts';

const CARD = new URL('card.md', import.meta.url);

/** `npm run models:build -- chain`: prints the figures and writes the card. Half a minute. @throws {Error} the thresholds that ship are not the ones that were chosen, or a bar is missed */
export function runChain(say: (line: string) => void): void {
  const corpus = readChainCorpus();
  const figures = measureChain(corpus);
  const leastFor = (letter: CorpusText): NearCopy => figures.folds[foldOf(letter)] ?? figures.chosen;
  const passed = measurePassedOn(corpus, leastFor);
  const beside = { passed, wraps: measureLongWraps(corpus, leastFor) };
  for (const { title, head, rows } of chainTables(figures, beside)) say(`${title}\n${formatTable(head, rows)}`);
  const { chosen, folds } = figures;
  say(`chosen: ${chosen.shared} places, ${chosen.contained} of a thousand; by folds: ${folds.map(({ shared, contained }) => `${shared}/${contained}`).join(', ')}`);
  writeFileSync(CARD, chainCard(figures, beside));
  savePassedOn(passed, chosen);
  if (chosen.shared !== NEAR_COPY.shared || chosen.contained !== NEAR_COPY.contained) throw new Error('NEAR_COPY of src/decide/chain.ts is not what was chosen here.');
  const missed = missedBars(figures);
  if (missed.length > 0) throw new Error(`Bars missed: ${missed.join(', ')}.`);
}
