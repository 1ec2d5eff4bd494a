import { format } from 'node:util';
import { expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { createSafety } from '../../../src/node/index.ts';
import * as report from '../../../src/report/index.ts';
import { pressInHand } from '../../../src/report/press.ts';
import { APP_EXAMPLE, APP_SAID, DOCUMENT, EXAMPLE, SAID } from '../../fixtures/report/doc-example.ts';

type Example = (...values: readonly unknown[]) => Promise<void>;

/** What it printed. */
async function run(example: string, more: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const printed: string[] = [];
  const log = (...values: readonly unknown[]): void => { printed.push(format(...values).replace(/\s+/g, ' ')); };
  const names = { report, console: { log }, ...more };
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...parts: readonly string[]) => Example;
  const lines = example.split('\n').filter((line) => !line.startsWith('import ')).join('\n').replace("import('inward/report')", 'Promise.resolve(report)');
  await new AsyncFunction(...Object.keys(names), lines)(...Object.values(names));
  return printed;
}

it('the examples of docs/reports.md print what they say', async () => {
  const safety = await createSafety();
  expect(await run(EXAMPLE, { createMemoryStore, pressInHand, safety })).toEqual(SAID);
  await safety.dispose();
  expect(SAID).toHaveLength(7);
  expect(await run(APP_EXAMPLE, { createSafety })).toEqual(APP_SAID);
  expect(APP_SAID).toHaveLength(3);
});

it('names every code of a refusal, and only names that are there', () => {
  const row = /^\| `refused` \| (.*) \|$/mu.exec(DOCUMENT)?.[1] ?? '';
  const codes: readonly report.RefusedCode[] = [
    'tag-key-unknown', 'tag-forged', 'opening-forged', 'context-differs', 'other-thread', 'other-recipient', 'replayed', 'reordered',
  ];
  expect([...row.matchAll(/`([a-z-]+)`/gu)].map(([, code]) => code)).toEqual(codes);
  for (const name of ['categoriesFor', 'detectWriting', 'buildReport', 'sealReport', 'createTickets', 'checkCommitment', 'verifyMessages', 'openAttachment', 'evidenceId']) {
    expect(report).toHaveProperty(name);
    expect(DOCUMENT).toContain(name);
  }
});
