import { expect, it } from 'vitest';
import { settingsOf, startEngine, verdictOf } from './engine-kit.ts';

const LIMIT = { check: 'hidden-words', code: 'limit-exceeded' };
/** Short words of marks and look-alike letters: every place of the text begins a way to several of them. */
const settings = settingsOf({ scam: { enabled: false }, hiddenWords: { words: ['illiil', 'lilil', 'ill', 'marzipan', ...Array.from({ length: 60 }, (_, n) => `${'il'.repeat(n % 20 + 2)}${String.fromCharCode(97 + n % 8)}`)] } });
const ENDLESS = '1!|'.repeat(20_000);

it('a text that is given up is hidden from people one does not know, and said to be cut short for all', async () => {
  const { engine } = await startEngine(settings);
  const adult = { me: { ageBand: 'adult' } } as const;
  expect(await verdictOf(engine, { text: ENDLESS }, { relationship: 'stranger', ...adult })).toMatchObject({ delivery: 'hidden', hits: [], degraded: [LIMIT] });
  expect(await verdictOf(engine, { text: ENDLESS }, { relationship: 'contact', ...adult })).toMatchObject({ delivery: 'chats', hits: [], degraded: [LIMIT] });
  expect(await verdictOf(engine, { text: `marzipan ${ENDLESS}` }, { relationship: 'contact', ...adult })).toMatchObject({ delivery: 'hidden', hits: [{ start: 0, end: 8 }] });
});

it('a table of a few screens is read to its end', async () => {
  const { engine } = await startEngine(settings);
  const table = '| a | b-1 | 3.5 |\n|---|---|---|\n'.repeat(60);
  expect(await verdictOf(engine, { text: table }, 'contact')).toMatchObject({ delivery: 'chats', degraded: [] });
  expect(await verdictOf(engine, { text: `${table}marzipan` }, 'contact')).toMatchObject({ delivery: 'hidden', degraded: [] });
});
