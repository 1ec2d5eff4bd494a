import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createSafety, defaultSettings } from '../../../src/node/index.ts';

type Example = (create: typeof createSafety, defaults: typeof defaultSettings, console: { log(...values: unknown[]): void }) => Promise<void>;

it('the example of docs/hidden-words.md prints what it says', async () => {
  const page = readFileSync(new URL('../../../docs/hidden-words.md', import.meta.url), 'utf8');
  const [, code = ''] = /```js\n(import [\s\S]*?)```/u.exec(page) ?? [];
  const [first = '', ...lines] = code.split('\n');
  expect(first).toContain("import { createSafety, defaultSettings } from 'inward/node';");
  const said = lines.flatMap((line) => (line.startsWith('console.log(') ? [line.slice(line.lastIndexOf(' // ') + 4)] : []));
  expect(said).toHaveLength(3);
  const printed: unknown[][] = [];
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...parts: readonly string[]) => Example;
  await new AsyncFunction('createSafety', 'defaultSettings', 'console', lines.join('\n'))(createSafety, defaultSettings, {
    log: (...values) => { printed.push(values); },
  });
  expect(printed).toEqual([[3, [{ line: 3, why: 'duplicate' }]], ['hidden', 'hide'], [['leet']]]);
  expect(said).toEqual(["3 [ { line: 3, why: 'duplicate' } ]", 'hidden hide', "[ 'leet' ]"]);
});
