import { BUDGETS, spent } from './sizes/budgets.ts';

/** `npm run sizes`: what each part weighs after brotli, and what DESIGN §5 allows. */
const rows = BUDGETS.map((budget) => ({ what: budget.what, bytes: spent(budget), limit: budget.limit }));
const width = Math.max(...rows.map((row) => row.what.length));
for (const { what, bytes, limit } of rows) {
  const share = `${Math.round((bytes / limit) * 100)} %`;
  console.log(`${what.padEnd(width)}  ${bytes.toLocaleString('en').padStart(9)} of ${limit.toLocaleString('en').padStart(9)} bytes  ${share.padStart(5)}${bytes > limit ? '  OVER' : ''}`);
}
process.exitCode = rows.some((row) => row.bytes > row.limit) ? 1 : 0;
