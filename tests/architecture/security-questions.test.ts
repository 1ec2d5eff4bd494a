import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/build/paths.ts';

/** Every answer of docs/security-questions.md names a test that is there, by words that stand in it, and a command that runs it. */
interface Row { readonly question: string; readonly answer: string; readonly file: string; readonly words: string; readonly command: string }

function rowsOf(document: string): readonly Row[] {
  return document.split('\n').filter((line) => line.startsWith('| ') && line.includes('`: "')).map((line) => {
    const [, question = '', answer = '', test = '', command = ''] = line.split(' | ').length === 4 ? ['', ...line.slice(2, -2).split(' | ')] : [];
    const [, file = '', words = ''] = /^`([^`]+)`: "(.+)"$/u.exec(test) ?? [];
    return { question, answer, file, words, command: /^`(.+)`$/u.exec(command)?.[1] ?? '' };
  });
}

const ROWS = rowsOf(readFileSync(inRoot('docs/security-questions.md'), 'utf8'));
const COMMAND = /^(?:INWARD_ENGINES=chromium )?(<run>|<node>) (.+)$/u;
const inBrowsers = (file: string): boolean => file.startsWith('tests/browser/') || file.endsWith('.browser.test.ts');

/** Files that a path of a command runs: itself, or every test of a folder. */
function filesOf(path: string): readonly string[] {
  if (path.endsWith('.ts')) return existsSync(inRoot(path)) ? [path] : [];
  return existsSync(inRoot(path)) ? readdirSync(inRoot(path)).filter((name) => name.endsWith('.test.ts')).map((name) => `${path}/${name}`) : [];
}

it('every line of the table is read', () => {
  expect(ROWS.length).toBe(readFileSync(inRoot('docs/security-questions.md'), 'utf8').split('\n').filter((line) => /^\| [A-Z]/u.test(line)).length);
  expect(ROWS.length).toBeGreaterThan(15);
});

describe.each(ROWS)('$question', ({ answer, file, words, command }) => {
  it('is answered, by a test with these words', () => {
    expect(answer).toMatch(/\w{2}/u);
    expect(existsSync(inRoot(file)) ? readFileSync(inRoot(file), 'utf8') : '').toContain(words);
  });

  it('has a command that runs it', () => {
    const [, project, paths = ''] = COMMAND.exec(command) ?? [];
    const run = paths.split(' ').map(filesOf);
    expect(run.filter((files) => files.length === 0)).toEqual([]);
    expect(run.flat().filter((each) => inBrowsers(each) !== (project === '<run>'))).toEqual([]);
    // Itself, or a file that makes its tests.
    const name = file.split('/').at(-1) as string;
    expect(run.flat().filter((each) => each === file || readFileSync(inRoot(each), 'utf8').includes(name))).not.toEqual([]);
  });
});

it('a row without its test or its command is seen', () => {
  expect(rowsOf('| Is it? | Yes | `tests/none.ts`: "nothing" | `<node> tests/none.ts` |')[0]).toEqual(
    { question: 'Is it?', answer: 'Yes', file: 'tests/none.ts', words: 'nothing', command: '<node> tests/none.ts' });
  expect(rowsOf('| Is it? | Yes | `tests/none.ts`: "nothing" |')[0]?.file).toBe('');
  expect(filesOf('tests/none.ts')).toEqual([]);
});
