import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { format } from 'node:util';
import { expect, it } from 'vitest';
import { HINT_BUCKETS, HINT_SECONDS, HINT_SKEW_SECONDS, HINT_TYP, HINT_UNITS } from '../../../src/contract/hints.ts';
import { NAME_CLAIMS } from '../../../src/contract/name-claims.ts';
import { createSafety } from '../../../src/node/index.ts';
import { explainMessage } from '../../../src/testing/index.ts';

const NAMES = { createSafety, explainMessage, generateKeyPairSync, sign };
const page = (name: string): string => readFileSync(new URL(`../../../docs/${name}.md`, import.meta.url), 'utf8');

type Example = (...values: readonly unknown[]) => Promise<void>;

it.each([['impersonation', 3], ['hints', 3], ['contact', 3], ['chain', 4]] as const)('the example of docs/%s.md prints what it says', async (name, lines) => {
  const code = (/```js\n(import [\s\S]*?)```/u.exec(page(name))?.[1] ?? '').split('\n').filter((line) => !line.startsWith('import '));
  const said = code.flatMap((line) => (line.startsWith('console.log(') ? [line.slice(line.lastIndexOf(' // ') + 4)] : []));
  expect(said).toHaveLength(lines);
  const printed: string[] = [];
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...parts: readonly string[]) => Example;
  await new AsyncFunction(...Object.keys(NAMES), 'console', code.join('\n'))(...Object.values(NAMES), { log: (...values: readonly unknown[]) => { printed.push(format(...values)); } });
  expect(printed).toEqual(said);
});

it('the numbers and buckets of docs/hints.md are those in force', () => {
  const text = page('hints');
  for (const buckets of [HINT_BUCKETS.newMinors, HINT_BUCKETS.acceptRatio]) expect(text).toContain(buckets.map((bucket) => `\`${bucket}\``).join(', '));
  for (const name of Object.keys(HINT_BUCKETS)) expect(text).toContain(`| \`${name}\` |`);
  expect([text.includes(`\`${HINT_TYP}\``), text.includes(`at most ${HINT_UNITS.toLocaleString('en')} characters`), HINT_SECONDS / 86_400, HINT_SKEW_SECONDS]).toEqual([true, true, 7, 60]);
  expect(page('impersonation')).toContain(`in ${Object.keys(NAME_CLAIMS).length} languages`);
});
