import { readFileSync } from 'node:fs';
import { format } from 'node:util';
import { expect, it } from 'vitest';
import { NUDGE_TABLES } from '../../../models/nudges/pack.ts';
import { USUAL_REACH } from '../../../src/contract/delivery-table.ts';
import { createSafety, defaultSettings } from '../../../src/node/index.ts';
import { explainChange } from '../../../src/settings.ts';

type Example = (
  create: typeof createSafety, defaults: typeof defaultSettings, explain: typeof explainChange, console: { log(...values: unknown[]): void },
) => Promise<void>;

const PAGE = readFileSync(new URL('../../../docs/message-requests.md', import.meta.url), 'utf8');

it('the example of docs/message-requests.md prints what it says', async () => {
  const [, code = ''] = /```js\n(import [\s\S]*?)```/u.exec(PAGE) ?? [];
  const lines = code.split('\n').filter((line) => !line.startsWith('import '));
  const said = lines.flatMap((line) => (line.startsWith('console.log(') ? [line.slice(line.lastIndexOf(' // ') + 4)] : []));
  expect(said).toHaveLength(6);
  const printed: string[] = [];
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...parts: readonly string[]) => Example;
  await new AsyncFunction('createSafety', 'defaultSettings', 'explainChange', 'console', lines.join('\n'))(createSafety, defaultSettings, explainChange, {
    log: (...values) => { printed.push(format(...values)); },
  });
  expect(printed).toEqual(said);
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
