import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parseFinalScoring } from '../../../models/build/arguments.ts';
import { FINAL_TESTS } from '../../../models/scam/final-files.ts';
import { readFinalTexts, readFinalThreads } from '../../../models/scam/final-items.ts';
import { readFinalRecord } from '../../../models/scam/final-record.ts';
import { scoreFinal, type FinalRun } from '../../../models/scam/final-score.ts';
import { openScamJudge, type TurnToJudge } from '../../../src/node/eval/scam-judge.ts';
import type { Judgement, ScamLevel } from '../../../src/node/eval/scam-rows.ts';

const TEXTS = new URL('../../fixtures/final-test/texts/', import.meta.url);
const THREADS = new URL('../../fixtures/final-test/threads/', import.meta.url);
const home = mkdtempSync(join(tmpdir(), 'final-'));
afterAll(() => { rmSync(home, { recursive: true }); });

/** A judge that is easy to count after: what costs money is a scam. */
const counted: string[] = [];
function judge(text: string): Promise<Judgement> {
  counted.push(text);
  const found = /fee|Pay|ada|300/u.test(text);
  return Promise.resolve({ score: found ? 0.9 : 0.2, level: found ? 'tip' : 'none', family: found ? 'parcel' : null, detected: /the|is/u.test(text) ? 'en' : 'sw' });
}

/** A conversation has a notice from the first message of the other side on that asks to pay. */
function judgeThread(turns: readonly TurnToJudge[]): Promise<readonly ScamLevel[]> {
  const from = turns.findIndex(({ mine, text }) => !mine && text.includes('pay'));
  return Promise.resolve(turns.map(({ mine }, n) => (from >= 0 && n >= from && !mine ? 'tip' : 'none')));
}

const run = (part: Partial<FinalRun> = {}): FinalRun => (
  { name: 'first', texts: TEXTS, threads: THREADS, out: pathToFileURL(join(home, 'final.json')), modelSha256: 'a'.repeat(64), judge: { judge, judgeThread }, again: null, say: () => undefined, ...part });
const fresh = (): URL => pathToFileURL(join(mkdtempSync(join(home, 'run-')), 'final.json'));

describe('the blind final test', () => {
  it('is scored once, every text of it, and its figures stand by language, family and kind', async () => {
    const [out, said]: [URL, string[]] = [fresh(), []];
    counted.length = 0;
    const record = await scoreFinal(run({ out, say: (line) => { said.push(line); } }));
    expect(counted.length).toBe(12);
    expect(counted.filter((text) => text.includes('twice.\nConfirm')).length).toBe(1);
    expect(said.slice(0, 2)).toEqual([`SHA-256 of the first final test's texts: ${record.digest}`, `SHA-256 of the first final test's conversations: ${record.threads?.digest}`]);
    expect(record).toMatchObject({ scored: 1, scorings: [{ why: null, recallTip: { hits: 4, n: 6 }, falselyTip: { hits: 0, n: 6 } }] });
    expect(record.report.groups.find(({ group }) => group === 'lang=sw')).toMatchObject({ scamRecallTip: { hits: 2, n: 2 }, hamFlaggedTip: { hits: 0, n: 2 } });
    expect(record.report.groups.find(({ group }) => group === 'lang=en')).toMatchObject({ scamRecallTip: { hits: 2, n: 4 } });
    expect(record.report.ranking.find(({ lang }) => lang === 'en')).toMatchObject({ auc: 0.75, at1: { recall: { hits: 2, n: 4 } } });
    expect(record.report.kinds.map(({ kind }) => kind).sort()).toEqual(['chat', 'codes', 'friends', 'promotion', 'school']);
    expect(record.report.families.find(({ family }) => family === 'parcel')).toMatchObject({ named: { hits: 1, n: 1 } });
    const written = readFileSync(out, 'utf8');
    expect(written).not.toMatch(/parcel is held|choir|eldest/u);
    expect(readFinalRecord(out)?.report.rows).toBe(12);
  });

  it('counts its conversations by language and kind: found, too early, wait, and honest ones', async () => {
    const { scorings, threads } = await scoreFinal(run({ out: fresh() }));
    expect(scorings[0]).toMatchObject({ threadRecall: { hits: 1, n: 1 }, threadEarly: { hits: 0, n: 1 }, threadBenign: { hits: 0, n: 1 } });
    expect(threads?.groups.map(({ group, recall, benign, latency }) => [group, recall.hits, recall.n, benign.n, latency])).toEqual([
      ['all', 1, 1, 1, [0, 0, 0]], ['lang=en', 1, 1, 1, [0, 0, 0]], ['benign=chat', 0, 0, 1, []], ['scam=relative', 1, 1, 0, [0, 0, 0]],
    ]);
    // The first message of all: for the scam before there is evidence.
    const hasty = await scoreFinal(run({ out: fresh(), judge: { judge, judgeThread: (turns) => Promise.resolve(turns.map(() => 'strong')) } }));
    expect(hasty.scorings[0]).toMatchObject({ threadRecall: { hits: 0 }, threadEarly: { hits: 1 }, threadBenign: { hits: 1 } });
  });

  it('may have texts alone', async () => {
    const [out, said]: [URL, string[]] = [fresh(), []];
    const record = await scoreFinal(run({ name: 'second', threads: null, out, say: (line) => { said.push(line); } }));
    expect(record).toMatchObject({ command: 'npm run models:final -- scam --test second', threads: null, scorings: [{ recallTip: { hits: 4, n: 6 }, threadRecall: null, threadBenign: null }] });
    expect(said.filter((line) => line.startsWith('SHA-256'))).toHaveLength(1);
    await scoreFinal(run({ name: 'second', threads: null, out, say: (line) => { said.push(line); } }));
    expect(said.at(-1)).toContain('the same figures');
  });

  it('is not scored for another model, unless somebody says why: that stays in the file with the count', async () => {
    const out = fresh();
    await scoreFinal(run({ out }));
    const first = readFileSync(out, 'utf8');
    counted.length = 0;
    const other = run({ out, modelSha256: 'b'.repeat(64) });
    await expect(scoreFinal(other)).rejects.toThrow(/scored already, by the model aaaaaaaaaaaa…/u);
    await expect(scoreFinal({ ...other, again: '  ' })).rejects.toThrow('needs a reason');
    // Refused before a text was judged.
    expect(counted).toEqual([]);
    expect(readFileSync(out, 'utf8')).toBe(first);
    const record = await scoreFinal({ ...other, again: 'a fault in the reader' });
    expect(record).toMatchObject({ scored: 2, modelSha256: 'b'.repeat(64) });
    expect(readFinalRecord(out)?.scorings.map(({ modelSha256, why }) => [modelSha256[0], why])).toEqual([['a', null], ['b', 'a fault in the reader']]);
    // Back to the first model: a third scoring all the same.
    await expect(scoreFinal(run({ out }))).rejects.toThrow('scored already');
  });

  it('by the same model once more changes nothing, and is refused where the figures are others', async () => {
    const [out, said]: [URL, string[]] = [fresh(), []];
    await scoreFinal(run({ out }));
    const first = readFileSync(out, 'utf8');
    await scoreFinal(run({ out, say: (line) => { said.push(line); } }));
    expect(said.at(-1)).toContain('the same figures');
    await expect(scoreFinal(run({ out, judge: { judge: async (text) => ({ ...await judge(text), level: 'strong' }), judgeThread } }))).rejects.toThrow('have changed since');
    const deaf = { judge, judgeThread: (turns: readonly TurnToJudge[]) => Promise.resolve(turns.map((): ScamLevel => 'none')) };
    await expect(scoreFinal(run({ out, judge: deaf }))).rejects.toThrow('have changed since');
    expect(readFileSync(out, 'utf8')).toBe(first);
  });

  it('is refused where its texts are not those of the digest in its README', async () => {
    const folder = mkdtempSync(join(home, 'changed-'));
    cpSync(fileURLToPath(TEXTS), folder, { recursive: true });
    const texts = pathToFileURL(`${folder}/`);
    const file = join(folder, 'en/benign.txt');
    writeFileSync(file, readFileSync(file, 'utf8').replace('ladder', 'saw'));
    const out = fresh();
    await expect(scoreFinal(run({ texts, out, again: 'whatever' }))).rejects.toThrow('Its README has another one');
    writeFileSync(join(folder, 'README.md'), '# no digest\n');
    await expect(scoreFinal(run({ texts, out }))).rejects.toThrow('another one: none');
    expect(existsSync(out)).toBe(false);
  });

  it('is refused where its conversations are not those of the digest, or nobody marked the first evidence', async () => {
    const folder = mkdtempSync(join(home, 'changed-'));
    cpSync(fileURLToPath(THREADS), folder, { recursive: true });
    const threads = pathToFileURL(`${folder}/`);
    const out = fresh();
    writeFileSync(join(folder, 'evidence/en.tsv'), 'new-phone\t4\n');
    await expect(scoreFinal(run({ threads, out }))).rejects.toThrow('The conversations were changed');
    expect(existsSync(out)).toBe(false);
    writeFileSync(join(folder, 'evidence/en.tsv'), '');
    expect(() => readFinalThreads(threads)).toThrow('first evidence: en new-phone.');
  });

  it('goes through the engine as hosts have it', async () => {
    const engine = await openScamJudge();
    try {
      const { report, threads } = await scoreFinal(run({ out: fresh(), judge: engine, modelSha256: 'c'.repeat(64) }));
      expect(report.rows).toBe(12);
      expect(threads?.groups[0]).toMatchObject({ recall: { n: 1 }, benign: { n: 1 } });
      expect(report.calibration.bins.some(({ score }) => score > 0)).toBe(true);
    } finally {
      await engine.close();
    }
  });

  it('is read as texts and conversations', () => {
    expect(readFinalTexts(TEXTS).length).toBe(12);
    expect(readFinalTexts(TEXTS).find(({ name }) => name === 'promotion')?.label).toBe('ham');
    expect(readFinalThreads(THREADS).map(({ label, kind, turns, evidence }) => [label, kind, turns.length, evidence])).toEqual([
      ['scam', 'relative', 6, 5], ['benign', 'chat', 6, undefined],
    ]);
  });
});

describe('the command line of models:final', () => {
  it('names the model, and why again', () => {
    expect(parseFinalScoring(['scam'])).toEqual({ test: FINAL_TESTS[1], again: null });
    expect(parseFinalScoring(['scam', '--test', 'first'])?.test.file).toBe('final.json');
    expect(parseFinalScoring(['scam', '--again', 'a fault'])).toMatchObject({ again: 'a fault' });
    expect(parseFinalScoring(['--help'])).toBeNull();
    for (const args of [[], ['ham'], ['scam', 'more'], ['scam', '--data', 'd'], ['scam', '--test', 'third']]) expect(() => parseFinalScoring(args)).toThrow();
  });
});
