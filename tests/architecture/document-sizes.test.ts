import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inRoot } from '../../scripts/build/paths.ts';
import { BUDGETS, spent } from '../../scripts/sizes/budgets.ts';

/** Where a document names the size of a part, in kB, and the row of `npm run sizes` that it is. */
const NAMED: readonly (readonly [path: string, said: RegExp, row: string])[] = [
  ['docs/chain.md', /loads (\d+(?:\.\d+)?) kB of page code/u, 'the page\'s part for chain messages'],
  ['docs/chain.md', /`worker-chain\.js` and its kernel \((\d+(?:\.\d+)?) kB\)/u, 'worker-chain.js with its kernel'],
  ['docs/forwarding.md', /The page's part \((\d+(?:\.\d+)?) kB\)/u, 'the page\'s part for what is passed on'],
  ['docs/forwarding.md', /`greetings\.bin` \((\d+(?:\.\d+)?) kB\)/u, 'greetings.bin, with the first chain letter that is passed on'],
];

it.each(NAMED)('%s: %s is what `npm run sizes` measures, within 3 %% or 50 bytes: %s', (path, said, row) => {
  const quoted = Number(said.exec(readFileSync(inRoot(path), 'utf8'))?.[1] ?? NaN) * 1_000;
  const budget = BUDGETS.find(({ what }) => what === row);
  const measured = budget === undefined ? NaN : spent(budget);
  expect(Math.abs(quoted - measured)).toBeLessThanOrEqual(Math.max(measured * 0.03, 50));
});
