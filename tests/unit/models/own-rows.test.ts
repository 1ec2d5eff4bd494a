import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { parseBuild } from '../../../models/build/arguments.ts';
import { loadData } from '../../../models/scam/dataset.ts';
import { foldsOf } from '../../../models/scam/folds.ts';
import { countOwnRows, readOwnRows } from '../../../models/scam/own-rows.ts';
import { weightOf } from '../../../models/scam/train.ts';

const home = mkdtempSync(join(tmpdir(), 'own-rows-'));
afterAll(() => { rmSync(home, { recursive: true }); });
const CANARY = 'zugspitze-canary';

function write(name: string, rows: readonly (object | string)[]): string {
  const path = join(home, name);
  const content = rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('');
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(content) : content);
  return path;
}

describe('a platform’s own rows', () => {
  it('are read from several files, plain and compressed, with what they leave out', () => {
    const rows = readOwnRows([
      write('a.jsonl', [{ text: 'one', label: 'scam', lang: 'pt-BR', source: 'desk', family: 'job' }, '', { text: 'two', label: 'ham' }]),
      write('b.jsonl.gz', [{ text: 'two', label: 'ham', lang: 'hi-Latn', family: null }, { text: 'three', label: 'scam', lang: 'und' }]),
    ]);
    expect(rows).toEqual([
      { text: 'one', label: 'scam', lang: 'pt', source: 'desk', family: 'job', group: 'a.jsonl:1' },
      { text: 'two', label: 'ham', lang: 'und', source: 'a.jsonl', family: null, group: 'a.jsonl:3' },
      { text: 'two', label: 'ham', lang: 'hi-Latn', source: 'b.jsonl.gz', family: null, group: 'a.jsonl:3' },
      { text: 'three', label: 'scam', lang: 'und', source: 'b.jsonl.gz', family: null, group: 'b.jsonl.gz:2' },
    ]);
    expect(countOwnRows(rows)).toEqual([
      '4 rows of your own: ham 2, scam 2', 'languages: und 2, hi-Latn 1, pt 1', 'sources: b.jsonl.gz 2, a.jsonl 1, desk 1', 'families: job 1, not named 1',
    ]);
    expect(countOwnRows([])).toEqual([]);
  });

  it.each<[string, object | string, string]>([
    ['no JSON', `{"text": "${CANARY}"`, 'not JSON'],
    ['a list', `["${CANARY}"]`, 'not an object'],
    ['no text', { label: 'ham' }, 'the field "text"'],
    ['an empty text', { text: ' ', label: 'ham' }, 'the field "text"'],
    ['another label', { text: CANARY, label: CANARY }, 'the field "label" is none of ham, spam, scam'],
    ['another family', { text: CANARY, label: 'scam', family: CANARY }, 'the field "family" is none of account,'],
    ['a family on ham', { text: CANARY, label: 'ham', family: 'job' }, 'the field "family" stands on a text that is no scam'],
    ['another language', { text: CANARY, label: 'ham', lang: 'cy' }, 'the field "lang" is no language of the model'],
    ['a language that is no tag', { text: CANARY, label: 'ham', lang: 3 }, 'the field "lang" is no language of the model'],
    ['a source that is no name', { text: CANARY, label: 'ham', source: 4 }, 'the field "source" is no name'],
  ])('are refused with %s, by line and without words', (_, row, fault) => {
    const path = write('bad.jsonl', [{ text: 'fine', label: 'ham' }, row]);
    const message = messageOf(() => readOwnRows([path]));
    expect(message).toContain(`bad.jsonl, line 2: ${fault}`);
    expect(message).not.toContain(CANARY);
  });

  it('name every bad line, and where there are very many the first twenty', () => {
    const path = write('worse.jsonl', Array.from({ length: 23 }, () => ({ text: CANARY, label: 'eggs' })));
    const lines = messageOf(() => readOwnRows([path])).split('\n');
    expect(lines.length).toBe(22);
    expect(lines.at(-1)).toBe('and 3 more');
  });

  it('of a file that is not there, is damaged, or is empty: said so', () => {
    expect(messageOf(() => readOwnRows([join(home, 'none.jsonl')]))).toContain('there is no such file');
    const damaged = join(home, 'damaged.jsonl.gz');
    writeFileSync(damaged, 'no gzip');
    expect(messageOf(() => readOwnRows([damaged]))).toContain(`Cannot read ${damaged}`);
    const latin = join(home, 'latin.jsonl');
    writeFileSync(latin, Uint8Array.of(0xff, 0xfe, 0x20));
    expect(messageOf(() => readOwnRows([latin]))).toContain(`Cannot read ${latin}`);
    expect(messageOf(() => readOwnRows([write('empty.jsonl', ['', ''])]))).toContain('no rows');
    expect(readOwnRows([])).toEqual([]);
  });

  it('may not pass for a source of the project', () => {
    const path = write('named.jsonl', [{ text: 'a text', label: 'ham', source: 'authored' }, { text: 'another', label: 'ham', source: 'uci_sms' }, { text: 'mine', label: 'ham', source: 'desk' }]);
    expect(messageOf(() => readOwnRows([path])).split('\n').slice(1)).toEqual([1, 2].map((line) => `named.jsonl, line ${line}: the field "source" is a source of the project`));
  });

  it('weigh as found messages do, honest ones too', () => {
    const weight = weightOf({ foundScam: 4, foundHam: 2 });
    const own = { source: 'desk', own: true };
    expect([weight({ ...own, label: 'ham' }), weight({ ...own, label: 'spam' }), weight({ ...own, label: 'scam' })]).toEqual([2, 2, 4]);
    expect([weight({ source: 'uci_sms', label: 'ham' }), weight({ source: 'xpersona', label: 'ham' }), weight({ source: 'authored', label: 'scam' })]).toEqual([2, 1, 1]);
  });

  it('come into training, all of one text on one side, and change its digest', () => {
    const own = readOwnRows([write('train.jsonl', [
      ...Array.from({ length: 40 }, (_, i) => ({ text: `the same words ${i % 10}`, label: 'scam', lang: 'en', source: 'desk' })),
    ])]);
    const { rows, sha256 } = loadData({ data: null, own }, 4);
    const mine = rows.filter(({ source }) => source === 'desk');
    expect(mine).toHaveLength(40);
    expect(new Set(mine.map(({ group }) => group)).size).toBe(10);
    const folds = foldsOf(mine, 'text');
    expect(mine.every(({ text }, i) => folds[i] === folds[mine.findIndex((row) => row.text === text)])).toBe(true);
    expect(loadData({ data: null, own: [] }, 4).sha256).not.toBe(sha256);
  });
});

describe('the command line of models:build', () => {
  it('takes a data folder or the authored corpus alone, and files of one’s own', () => {
    const measures = { validate: false, ablate: false };
    expect(parseBuild(['scam', '--data', 'd'])).toEqual({ data: 'd', files: [], train: true, evaluate: true, card: false, ...measures });
    expect(parseBuild(['scam', '--data', 'd', '--in', 'a', 'b', '--in', 'c'])).toEqual({ data: 'd', files: ['a', 'b', 'c'], train: true, evaluate: true, card: false, ...measures });
    expect(parseBuild(['scam', '--authored-only', '--in', 'a'])).toEqual({ data: null, files: ['a'], train: true, evaluate: false, card: false, ...measures });
    expect(parseBuild(['scam', '--data', 'd', '--eval-only'])).toEqual({ data: 'd', files: [], train: false, evaluate: true, card: false, ...measures });
    expect(parseBuild(['scam', '--data', 'd', '--train-only'])).toMatchObject({ train: true, evaluate: false });
    expect(parseBuild(['scam', '--card-only'])).toEqual({ data: null, files: [], train: false, evaluate: false, card: true, ...measures });
    const measured = { data: 'd', files: [], train: false, evaluate: false, card: false };
    expect(parseBuild(['scam', '--data', 'd', '--cross-validate'])).toEqual({ ...measured, validate: true, ablate: false });
    expect(parseBuild(['scam', '--data', 'd', '--ablate'])).toEqual({ ...measured, validate: false, ablate: true });
    expect(parseBuild(['--help'])).toBeNull();
  });

  it.each([
    [['scam'], 'pass --data DIR'], [['scam', '--in', 'a'], 'pass --data DIR'], [[], 'Name one model'], [['ham', '--data', 'd'], 'Name one model'],
    [['scam', '--data', 'd', '--authored-only'], 'not both'], [['scam', 'a', '--data', 'd'], 'behind --in'], [['scam', '--data', 'd', '--colour'], '--colour'],
    [['scam', '--data', 'd', '--eval-only', '--in', 'a'], 'goes with --data alone'], [['scam', '--data', 'd', '--eval-only', '--train-only'], 'goes with --data alone'],
    [['scam', '--card-only', '--data', 'd'], 'goes alone'],
  ])('refuses %j', (args, message) => {
    expect(messageOf(() => parseBuild(args))).toContain(message);
  });
});

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('It was not refused.');
}
