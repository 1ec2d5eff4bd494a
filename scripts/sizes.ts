import { BUDGETS, spent } from './sizes/budgets.ts';
import { sharesOfPage, sharesOfWorker } from './sizes/by-module.ts';

/** `npm run sizes`: what each part weighs after brotli, and what DESIGN §5 allows. With `-- --by-module`, where the bytes of `worker.js` and of the page are. */
if (process.argv.includes('--by-module')) {
  for (const [what, shares] of [['worker.js', await sharesOfWorker()], ['the page before a first verdict', await sharesOfPage()]] as const) {
    console.log(`${what} by source: minified, and what it would lose after brotli without that source`);
    for (const { file, bytes, alone } of shares) console.log(`${file.padEnd(40)}${bytes.toLocaleString('en').padStart(7)}${alone.toLocaleString('en').padStart(7)}`);
    console.log('');
  }
}
const rows = BUDGETS.map((budget) => ({ what: budget.what, bytes: spent(budget), limit: budget.limit }));
const width = Math.max(...rows.map((row) => row.what.length));
for (const { what, bytes, limit } of rows) {
  const share = `${Math.round((bytes / limit) * 100)} %`;
  console.log(`${what.padEnd(width)}  ${bytes.toLocaleString('en').padStart(9)} of ${limit.toLocaleString('en').padStart(9)} bytes  ${share.padStart(5)}${bytes > limit ? '  OVER' : ''}`);
}
process.exitCode = rows.some((row) => row.bytes > row.limit) ? 1 : 0;
