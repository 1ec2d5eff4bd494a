import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { figuresJson } from '../../../models/build/figures-json.ts';
import { ablationOf, countDevRead, readEval, saveEval } from '../../../models/scam/eval-file.ts';
import { evaluateDev, evaluateScam } from '../../../models/scam/evaluate.ts';
import { committedAsset, openModelJudge, requireShippedModel } from '../../../models/scam/model-judge.ts';
import { readManifest } from '../../../models/scam/manifest.ts';
import { RECIPE } from '../../../models/scam/train.ts';
import { openScamJudge } from '../../../src/node/eval/scam-judge.ts';
import { reportScams } from '../../../src/node/eval/scam-report.ts';
import type { JudgedRow } from '../../../src/node/eval/scam-rows.ts';
import { countShare } from '../../../src/node/eval/wilson.ts';

const home = mkdtempSync(join(tmpdir(), 'figures-'));
afterAll(() => { rmSync(home, { recursive: true }); });
const folder = (): URL => pathToFileURL(`${mkdtempSync(join(home, 'f-'))}/`);

describe('figures as JSON', () => {
  it('are the same value, rounded, an entry of a list a line', () => {
    const value = { n: 3, list: [{ a: 1 / 3, b: [0.1234567, 2] }, { a: null }], inner: { words: ['x', 'y'], flat: { z: 1 }, none: [] }, text: 'a "b"' };
    const json = figuresJson(value);
    expect(JSON.parse(json)).toEqual({ ...value, list: [{ a: 0.333333, b: [0.123457, 2] }, { a: null }] });
    expect(json.split('\n')).toContain('    {"a":0.333333,"b":[0.123457,2]},');
    expect(figuresJson(JSON.parse(json))).toBe(json);
  });
});

describe('eval.json', () => {
  const crossValidation = { command: 'c', folds: 5, network: RECIPE.deep, report: reportScams([]) };

  it('begins with nothing measured, and keeps what a command does not measure', () => {
    const at = folder();
    const nothing = { devReads: 0, development: null, crossValidation: null, disguises: [], ruleLayer: [], ablations: [], ablationNetwork: null };
    expect(readEval(at)).toEqual(nothing);
    const ablations = [{ name: 'no concepts', auc: 0.8, recallAt1: 0.5, recallAt5: null, tip: countShare(1, 2), falsely: countShare(0, 0) }];
    saveEval({ ablations, ablationNetwork: { hidden: 4 } }, at);
    saveEval({ crossValidation }, at);
    const disguises = [{ disguise: 'd', kept: countShare(1, 1), gained: countShare(0, 0), falsely: countShare(0, 0) }];
    saveEval({ disguises, ruleLayer: ablations }, at);
    const kept: unknown = JSON.parse(figuresJson({ ...nothing, crossValidation, disguises, ruleLayer: ablations, ablations, ablationNetwork: { hidden: 4 } }));
    expect(readEval(at)).toEqual(kept);
  });

  it('compares models by means over languages, each counted alike', () => {
    const row = (lang: string, label: 'ham' | 'scam', score: number): JudgedRow => (
      { label, name: null, lang, source: 's', score, level: 'none', family: null, detected: lang, length: 50 });
    // English: 3 of 3 scams above its honest text. Burmese: 1 of 2, and half of all pairs.
    const rows = [...[0.9, 0.8, 0.7].map((score) => row('en', 'scam', score)), row('en', 'ham', 0.1), row('my', 'scam', 0.9), row('my', 'scam', 0.1), row('my', 'ham', 0.4)];
    expect(ablationOf('all', reportScams(rows))).toMatchObject({ name: 'all', auc: 0.75, recallAt1: 0.75, recallAt5: 0.75, tip: { hits: 0, n: 5 }, falsely: { hits: 0, n: 2 } });
    expect(ablationOf('none', reportScams([]))).toMatchObject({ name: 'none', auc: null, recallAt1: null, recallAt5: null, tip: { n: 0 } });
  });

  it('counts how often the development files were read, whatever else is measured', () => {
    const at = folder();
    expect([countDevRead(at), countDevRead(at)]).toEqual([1, 2]);
    saveEval({ crossValidation }, at);
    expect(countDevRead(at)).toBe(3);
    expect(readEval(at).crossValidation?.folds).toBe(5);
  });
});

describe('the development files', () => {
  const dir = mkdtempSync(join(home, 'data-'));
  const line = (row: object): string => `${JSON.stringify(row)}\n`;
  mkdirSync(join(dir, 'scam/dev'), { recursive: true });
  writeFileSync(join(dir, 'scam/train.jsonl.gz'), gzipSync(''));
  writeFileSync(join(dir, 'scam/dev/one.jsonl.gz'), gzipSync(line({ text: 'your parcel is held, pay the customs fee at post.example/x', label: 'scam', lang: 'en' })
    + line({ text: 'see you at the station at nine with the tickets', label: 'ham' })));
  writeFileSync(join(dir, 'scam/dev/two.jsonl.gz'), gzipSync(line({ text: 'half price on all garden chairs until Sunday evening', label: 'spam', lang: 'en' })));

  it('are counted by file; a row without a language counts for none', async () => {
    const judge = await openModelJudge(committedAsset());
    try {
      const report = await evaluateDev(judge, dir);
      expect(report.groups.map(({ group, n }) => [group, n])).toEqual([['all', 3], ['source=one', 2], ['source=two', 1], ['lang=en', 2], ['lang=und', 1]]);
      expect(report.languages[0]?.long.n).toBe(2);
    } finally {
      await judge.close();
    }
  });

  it('are counted as read, measured and put into eval.json and the card', async () => {
    const at = folder();
    const said: string[] = [];
    await evaluateScam(dir, (said_) => { said.push(said_); }, at);
    expect(said[0]).toBe('Runs that read the development files, this one included: 1');
    expect(readEval(at)).toMatchObject({ devReads: 1, development: { modelSha256: readManifest().modelSha256, report: { rows: 3 } } });
    const card = readFileSync(new URL('card.md', at), 'utf8');
    expect(card).toMatch(/\| source=one \| [01]\/1 \|/u);
    expect(card).toContain('Read once by `models:build` so far');
  });
});

describe('the model that judges', () => {
  it('is the one of the folder, whether it comes with the build or by itself', async () => {
    const [shipped, own] = [await openScamJudge(), await openModelJudge(committedAsset())];
    try {
      expect(requireShippedModel(shipped.about)).toBe(readManifest().modelSha256);
      const text = 'Your parcel is held, pay the customs fee of 2 pounds at post-9.example.top/x today';
      expect(await own.judge(text)).toEqual(await shipped.judge(text));
      expect((await own.judge(text)).score).toBeGreaterThan(0);
      const other = { ...shipped.about, assets: shipped.about.assets.map((asset) => ({ ...asset, sha256: '0'.repeat(64) })) };
      expect(() => requireShippedModel(other)).toThrow('npm run build');
    } finally {
      await Promise.all([shipped.close(), own.close()]);
    }
  });
});
