import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { gramsOf, jaccard } from '../../../models/scam/corpus-grams.ts';
import { FINAL_TESTS, finalDigest, finalTags, finalThreadsDigest, lintFinal, parseFinal, readFinal } from '../../../models/scam/final-files.ts';
import { lintThreads, NEAR_THREAD, parseThreads, readThreads, threadTags, type Thread } from '../../../models/scam/thread-files.ts';

const home = mkdtempSync(join(tmpdir(), 'threads-'));
afterAll(() => { rmSync(home, { recursive: true }); });

/** A folder with the given files. */
function folderOf(files: Readonly<Record<string, string>>): URL {
  const folder = mkdtempSync(join(home, 'f-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return pathToFileURL(`${folder}/`);
}

const SIX = '> hello you\n< who is this\n> your cousin\n< which one\n> the tall one\n< ah hello\n';

describe('the authored conversations', () => {
  it('are 200 scams and 400 honest ones at least, in eight languages', () => {
    const all = threadTags().flatMap((lang) => readThreads(lang).threads);
    expect(threadTags().length).toBeGreaterThanOrEqual(8);
    expect(all.filter(({ label }) => label === 'scam').length).toBeGreaterThanOrEqual(200);
    expect(all.filter(({ label }) => label === 'benign').length).toBeGreaterThanOrEqual(400);
  });

  it.each(threadTags())('%s have no fault, and each scam its turn of evidence', (lang) => {
    expect(lintThreads(lang)).toEqual([]);
    expect(readThreads(lang).threads.filter(({ label, evidence }) => label === 'scam' && evidence === undefined)).toEqual([]);
  }, 60_000);
});

describe('a file of conversations', () => {
  it('has a heading a thread and a line a turn', () => {
    const { threads, faults } = parseThreads(`# remark\n\n## relative new-phone\n${SIX}\n## job one\n> x\n`, 'en', 'scam');
    expect(faults).toEqual([]);
    expect(threads.map(({ kind, name, turns, line }) => [kind, name, turns.length, line])).toEqual([['relative', 'new-phone', 6, 3], ['job', 'one', 1, 11]]);
    expect(threads[0]?.turns.slice(0, 2)).toEqual([{ mine: false, text: 'hello you' }, { mine: true, text: 'who is this' }]);
  });

  it('says where it is wrong: turns, names, voices, slots, copies, and marks of no turn', () => {
    const folder = folderOf({
      'en/scam.txt': `## job one\n${SIX}\n## job one\n${SIX.replace('cousin', '{aunt}')}\nsomebody\n`, 'en/benign.txt': '## chat short\n> only\n> one\n',
      'evidence/en.tsv': 'one\t3\nnone\t2\n',
    });
    expect(lintThreads('en', folder).map(({ file, line, fault }) => `${file}:${line} ${fault.replace(/\(.*/u, '')}`)).toEqual([
      'en/scam.txt:17 is no heading, no turn and no remark', 'evidence/en.tsv:1 marks no turn of none', 'en/scam.txt:9 has the name of another: one',
      'en/scam.txt:9 has an unknown slot {aunt}', 'en/benign.txt:1 has 2 turns, not 6 to 25', 'en/benign.txt:1 has one voice only', 'en/scam.txt:9 says nearly the same as one ',
    ]);
    expect(readThreads('en', folder).threads[0]?.evidence).toBe(3);
  });
});

describe.each(FINAL_TESTS)('the $name final test', ({ texts, threads: folder }) => {
  it.each(finalTags(texts))('%s has no fault', (lang) => {
    expect(lintFinal(lang, texts)).toEqual([]);
  }, 60_000);

  it('is the one whose digests were written down before a training', () => {
    const written = readFileSync(new URL('README.md', texts), 'utf8').matchAll(/`([0-9a-f]{64})`/gu);
    expect([...written].map(([, digest]) => digest)).toEqual([finalDigest(texts), ...folder === null ? [] : [finalThreadsDigest(folder)]]);
  });

  it.each(folder === null ? [] : threadTags(folder))('conversations of %s have no fault, each scam its turn of evidence, and none is like one of training', (lang) => {
    expect(lintThreads(lang, folder as URL)).toEqual([]);
    const { threads } = readThreads(lang, folder as URL);
    expect(threads.filter(({ label, evidence }) => label === 'scam' && evidence === undefined)).toEqual([]);
    const grams = ({ turns }: Thread): Uint32Array => gramsOf(turns.map(({ text }) => text).join('\n'), 5);
    const training = readThreads(lang).threads.map(grams);
    expect(threads.filter((thread) => training.some((other) => jaccard(other, grams(thread)) >= NEAR_THREAD)).map(({ name }) => name)).toEqual([]);
  }, 60_000);
});

describe('the final tests', () => {
  it('have nothing in common', () => {
    const [first, second] = FINAL_TESTS.map(({ texts }) => new Set(finalTags(texts).flatMap((lang) => readFinal(lang, texts).map(({ text }) => text))));
    expect(Math.min(first?.size ?? 0, second?.size ?? 0)).toBeGreaterThan(4000);
    expect([...first ?? []].filter((text) => second?.has(text))).toEqual([]);
  });

  it('parts texts by empty lines under the names of families.md', () => {
    expect(parseFinal('## account\none\nline\n\ntwo\n## job\nthree\n', 'en', 'scam').map(({ name, text, line }) => [name, text, line])).toEqual([
      ['account', 'one\nline', 2], ['account', 'two', 5], ['job', 'three', 7]]);
  });

  it('says where it is wrong, alone and beside the texts of training', () => {
    const corpus = folderOf({ 'en/scam/job.txt': 'easy work from home, the pay is {amount} a day, write to {phone}\n' });
    const folder = folderOf({ 'en/scam.txt': '## jobs\nsomething else altogether here\n\n## job\neasy work from home, the pay is $90 a day, write to 555\n', 'en/benign.txt': '## chat\nhi {name}\n' });
    expect(lintFinal('en', folder, corpus).map(({ file, line, fault }) => `${file}:${line} ${fault}`)).toEqual([
      'en/scam.txt:1 has 2 texts of at least 60', 'en/benign.txt:1 has 1 texts of at least 100', 'en/scam.txt:2 stands under "jobs", which families.md does not have',
      'en/scam.txt:5 is too like en/scam/job.txt:1', 'en/benign.txt:2 has a slot',
    ]);
  });

  it('has a digest that every byte changes', () => {
    const files = { 'en/scam.txt': '## job\none\n', 'en/benign.txt': '## chat\ntwo\n' };
    expect(finalDigest(folderOf(files))).toBe(finalDigest(folderOf(files)));
    expect(finalDigest(folderOf({ ...files, 'en/benign.txt': '## chat\nTwo\n' }))).not.toBe(finalDigest(folderOf(files)));
  });
});
