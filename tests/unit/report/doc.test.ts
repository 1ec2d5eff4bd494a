import { format } from 'node:util';
import { expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { createSafety } from '../../../src/node/index.ts';
import * as report from '../../../src/report/index.ts';
import { DOCUMENT, EXAMPLE, SAID } from '../../fixtures/report/doc-example.ts';

type Example = (...values: readonly unknown[]) => Promise<void>;

it('the example of docs/reports.md prints what it says', async () => {
  const safety = await createSafety();
  const printed: string[] = [];
  const log = (...values: readonly unknown[]): void => { printed.push(format(...values).replace(/\s+/g, ' ')); };
  const names = { report, createMemoryStore, safety, console: { log } };
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...parts: readonly string[]) => Example;
  const lines = EXAMPLE.split('\n').filter((line) => !line.startsWith('import '));
  await new AsyncFunction(...Object.keys(names), lines.join('\n'))(...Object.values(names));
  await safety.dispose();
  expect(printed).toEqual(SAID);
  expect(SAID).toHaveLength(6);
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
