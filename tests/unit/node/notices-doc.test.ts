import { readFileSync } from 'node:fs';
import { format } from 'node:util';
import { expect, it } from 'vitest';
import { LIMITS } from '../../../src/contract/limits.ts';
import { SCAM_ADVICE } from '../../../src/decide/scam-advice.ts';
import { createSafety } from '../../../src/node/index.ts';
import { en } from '../../../src/ui/catalogues/notices/en.ts';
import { noticeCopy } from '../../../src/ui/notice-copy.ts';

const PAGE = readFileSync(new URL('../../../docs/notices.md', import.meta.url), 'utf8');
const TEXTS = en.messages as Readonly<Record<string, string>>;
const NAMES = { createSafety, noticeCopy, en };

/** Cells of the rows of one section's table, the first without its marks of code. */
function rows(heading: string): readonly (readonly string[])[] {
  const section = PAGE.split('\n## ').find((one) => one.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| `([a-z-]+)` \| (.*) \|$/gmu)].map(([, code = '', cells = '']) => [code, ...cells.split(' | ')]);
}
const codes = (prefix: string, ...others: readonly string[]): readonly string[] => Object.keys(TEXTS)
  .filter((key) => key.startsWith(prefix) && !/-teen$|-learn-more-/u.test(key) && !others.includes(key)).map((key) => key.slice(prefix.length)).sort();

type Example = (...values: readonly unknown[]) => Promise<void>;

it('the example of docs/notices.md prints what it says', async () => {
  const lines = (/```js\n(import [\s\S]*?)```/u.exec(PAGE)?.[1] ?? '').split('\n').filter((line) => !line.startsWith('import '));
  const said = lines.flatMap((line) => (line.startsWith('console.log(') ? [line.slice(line.indexOf(' // ') + 4)] : []));
  expect(said).toHaveLength(3);
  const printed: string[] = [];
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...parts: readonly string[]) => Example;
  await new AsyncFunction(...Object.keys(NAMES), 'console', lines.join('\n'))(...Object.values(NAMES), { log: (...values: readonly unknown[]) => { printed.push(format(...values)); } });
  expect(printed).toEqual(said);
});

it('its families, with their lines, first actions and tricks, are those of the catalogue and the table in force', () => {
  const table = rows('Families');
  expect(table.map(([family]) => family).sort()).toEqual(codes('looks-like-'));
  for (const [family = '', ...cells] of table) expect([family, cells]).toEqual([family, [TEXTS[`looks-like-${family}`], `\`${SCAM_ADVICE[family as 'other']}\``, TEXTS[`trick-${family}`]]]);
  for (const reason of ['asks-for-code', 'asks-for-secret', 'asks-to-install'] as const) expect(PAGE).toMatch(new RegExp(`with [^,.]*\`${reason}\`[^,.]*\`${SCAM_ADVICE[reason] ?? ''}\``, 'u'));
});

it('its reasons and actions, with their texts, are those of the catalogue', () => {
  const reasons = rows('Reasons');
  expect(reasons.map(([code]) => code).filter((code) => code !== 'looks-like-known-scams').sort()).toEqual(codes('notice-', 'notice-other', 'notice-open', 'notice-close', 'notice-here'));
  for (const [code = '', text] of reasons) if (code !== 'looks-like-known-scams') expect([code, text]).toEqual([code, TEXTS[`notice-${code}`]]);
  const actions = rows('Actions');
  expect(actions.map(([code]) => code).sort()).toEqual(codes('action-', 'action-accept', 'action-delete'));
  for (const [code = '', text] of actions) expect([code, text]).toEqual([code, TEXTS[`action-${code}`]]);
});

it('its limit of ranges is the one in force', () => { expect([/at most (\w+); empty/u.exec(PAGE)?.[1], LIMITS.noticeWords]).toEqual(['eight', 8]); });
