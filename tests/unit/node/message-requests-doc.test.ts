import { readFileSync } from 'node:fs';
import { format } from 'node:util';
import { expect, it } from 'vitest';
import { NUDGE_TABLES } from '../../../models/nudges/pack.ts';
import { USUAL_REACH } from '../../../src/contract/delivery-table.ts';
import { createSafety, defaultSettings } from '../../../src/node/index.ts';
import * as requests from '../../../src/requests.ts';
import { explainChange } from '../../../src/settings.ts';

const NAMES = { createSafety, defaultSettings, explainChange, ...requests };
const PAGE = readFileSync(new URL('../../../docs/message-requests.md', import.meta.url), 'utf8');
const EXAMPLES = [...PAGE.matchAll(/```js\n(import [\s\S]*?)```/gu)].map(([, code = '']) => code);

type Example = (...values: readonly unknown[]) => Promise<void>;

it.each([[0, 6], [1, 5]])('example %i of docs/message-requests.md prints what it says', async (n, count) => {
  const lines = (EXAMPLES[n] ?? '').split('\n').filter((line) => !line.startsWith('import '));
  const said = lines.flatMap((line) => (line.startsWith('console.log(') ? [line.slice(line.lastIndexOf(' // ') + 4)] : []));
  expect([said.length, EXAMPLES.length]).toEqual([count, 2]);
  const printed: string[] = [];
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...parts: readonly string[]) => Example;
  await new AsyncFunction(...Object.keys(NAMES), 'console', lines.join('\n'))(...Object.values(NAMES), {
    log: (...values: readonly unknown[]) => { printed.push(format(...values)); },
  });
  expect(printed).toEqual(said);
});

it('its table of signals is the one in force', () => {
  const rows = [...PAGE.matchAll(/^\| (?:chats|requests|hidden|denied)[^|]* \| (\w+) \| (\w+) \| (\w+) \| (\w+) \|$/gmu)].map(([, ...cells]) => cells.map((cell) => cell === 'yes'));
  expect(rows).toEqual((['chats', 'requests', 'hidden', 'denied'] as const).map((delivery) => Object.values(requests.SIGNALS_OF_DELIVERY[delivery])));
  expect([requests.SIGNALS.restricted, requests.SIGNALS.blocked]).toEqual([requests.SIGNALS_OF_DELIVERY.requests, requests.SIGNALS_OF_DELIVERY.denied]);
});

it('its table of usual deliveries is the one in force', () => {
  const rows = [...PAGE.matchAll(/^\| `(connected|mutual|strangers|groups)`.*?\| (\w+) \| (\w+) \| (\w+) \|$/gmu)].map(([, source, ...cells]) => [source, ...cells]);
  expect(rows).toEqual((['connected', 'mutual', 'strangers', 'groups'] as const).map((source) => (
    [source, USUAL_REACH.adult[source], USUAL_REACH.teen[source], USUAL_REACH.child[source]])));
});

it('names the languages that nudges have a table for, and no other', () => {
  const [, list = ''] = /^\*\*Languages\*\*: ([\s\S]*?)\*\*No other/mu.exec(PAGE) ?? [];
  expect([...list.matchAll(/`(\w\w)`/gu)].map(([, tag]) => tag).sort()).toEqual(Object.keys(NUDGE_TABLES).sort());
});
