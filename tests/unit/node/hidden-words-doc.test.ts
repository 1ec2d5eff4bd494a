import { readFileSync } from 'node:fs';
import { format } from 'node:util';
import { expect, it } from 'vitest';
import { createSafety, defaultSettings, parseSettings } from '../../../src/node/index.ts';

type Example = (
  create: typeof createSafety, defaults: typeof defaultSettings, parse: typeof parseSettings, console: { log(...values: unknown[]): void },
) => Promise<void>;

const PAGE = readFileSync(new URL('../../../docs/hidden-words.md', import.meta.url), 'utf8');
const EXAMPLES = [...PAGE.matchAll(/```js\n(import [\s\S]*?)```/gu)].map((match) => match[1] as string);

it('docs/hidden-words.md has three examples that can be run', () => { expect(EXAMPLES).toHaveLength(3); });

it.each(EXAMPLES.map((code) => ({ code, name: /console\.log\((.*?)\)/u.exec(code)?.[1] })))('the example with $name prints what it says', async ({ code }) => {
  const [first = '', ...lines] = code.split('\n');
  expect(first).toMatch(/^import \{ createSafety, (defaultSettings|parseSettings) \} from 'inward\/node';/u);
  const said = lines.flatMap((line) => (line.startsWith('console.log(') ? [line.slice(line.lastIndexOf(' // ') + 4)] : []));
  expect(said.length).toBeGreaterThan(2);
  const printed: string[] = [];
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...parts: readonly string[]) => Example;
  await new AsyncFunction('createSafety', 'defaultSettings', 'parseSettings', 'console', lines.join('\n'))(createSafety, defaultSettings, parseSettings, {
    log: (...values) => { printed.push(format(...values)); },
  });
  expect(printed).toEqual(said);
});
