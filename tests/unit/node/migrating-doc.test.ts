import { readFileSync } from 'node:fs';
import { format } from 'node:util';
import { RegExpMatcher, TextCensor, parseRawPattern } from 'obscenity';
import { expect, it } from 'vitest';
import { createSafety, defaultSettings, parseSettings } from '../../../src/node/index.ts';

const PAGE = readFileSync(new URL('../../../docs/migrating.md', import.meta.url), 'utf8');
/** Ours. What stands there of other packages is theirs; of those, the one that is here is run below. */
const EXAMPLES = [...PAGE.matchAll(/```js\n(import [^\n]* from 'inward\/node';[\s\S]*?)```/gu)].map((match) => match[1] as string);
const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...parts: readonly string[]) => (...given: readonly unknown[]) => Promise<void>;

it('docs/migrating.md has an example of ours for each of the three', () => { expect(EXAMPLES).toHaveLength(3); });

it.each(EXAMPLES.map((code, index) => ({ code, name: ['obscenity', 'bad-words', 'nsfwjs'][index] })))('what stands there for $name prints what it says', async ({ code }) => {
  const lines = code.split('\n').slice(1);
  const said = lines.flatMap((line) => (line.startsWith('console.log(') ? [line.slice(line.lastIndexOf(' // ') + 4)] : []));
  expect(said.length).toBeGreaterThan(1);
  const printed: string[] = [];
  await new AsyncFunction('createSafety', 'defaultSettings', 'parseSettings', 'console', lines.join('\n'))(
    createSafety, defaultSettings, parseSettings, { log: (...values: readonly unknown[]) => { printed.push(format(...values)); } });
  expect(printed).toEqual(said);
});

it('what it says of obscenity is so', () => {
  const matcher = new RegExpMatcher({ blacklistedTerms: [{ id: 0, pattern: parseRawPattern('banjo') }] });
  expect(PAGE).toContain("blacklistedTerms: [{ id: 0, pattern: parseRawPattern('banjo') }]");
  expect(matcher.hasMatch('a banjo')).toBe(true);
  expect(new TextCensor().applyTo('a banjo', matcher.getAllMatches('a banjo'))).toMatch(/^a [^a-z]{5}$/u);
});
