import { describe, expect, it } from 'vitest';
import { exactLog } from '../../../models/build/exact-math.ts';
import { createRng } from '../../../models/build/rng.ts';
import { createFeatureKernel, tablesPayload } from '../../../models/build/kernel.ts';
import { loadPacked } from '../../../models/scam/build.ts';
import { columnScores, inverseFrequency, trainColumns } from '../../../models/scam/columns.ts';
import type { Row } from '../../../models/scam/dataset.ts';
import { meanLoss, Pass, trainDeep, type DeepRecipe } from '../../../models/scam/deep.ts';
import { columnTargets, deepInputs, deepTargets, extractAll, type Examples } from '../../../models/scam/examples.ts';
import { foldsOf, FOLDS } from '../../../models/scam/folds.ts';
import { GRAM_BUCKETS } from '../../../models/scam/grams.ts';
import { LANES, trainLanguageHead, tellLanguage } from '../../../models/scam/language-head.ts';
import { packHead } from '../../../models/scam/pack-model.ts';
import { choosePoints } from '../../../models/scam/points.ts';
import { CLASSES, COLUMNS, LANGUAGES, SHAPE } from '../../../models/scam/shape.ts';
import { crossValidate, foldColumns, RECIPE, trainAll, type Recipe } from '../../../models/scam/train.ts';
import { HERE } from '../../../models/scam/trainers.ts';
import { templateRows } from '../../../models/scam/templates.ts';

const DEEP: DeepRecipe = { ...RECIPE.deep, hidden: 8, epochs: 20, batch: 10, rate: 0.02 };
const SMALL: Recipe = { ...RECIPE, columns: { ...RECIPE.columns, epochs: 4 }, deep: DEEP };

/** Made up on the spot: two kinds of message that differ in a few words. */
const rows: readonly Row[] = Array.from({ length: 100 }, (_, i): Row => (i % 2 === 0
  ? { text: `Your parcel ${i} is held, pay the fee at post-${i}.example.top/x`, label: 'scam', lang: 'en', source: 'authored', group: `a${i}`, name: 'parcel' }
  : { text: `See you at the library at ${i % 12}, bring the blue notebook number ${i} please`, label: 'ham', lang: 'en', source: 'authored', group: `b${i}`, name: 'friends' }));

const kernel = createFeatureKernel();
const NO_FORMS = { prints: new Uint16Array(128), owners: new Uint8Array(128), prefixes: new Uint8Array(16) };
const NO_HEAD = { table: new Int8Array(GRAM_BUCKETS * LANES), bias: new Float32Array(LANES), scale: 1 };
// Every text is of the first language and names no concept.
loadPacked(kernel, packHead(NO_HEAD, NO_FORMS, 0, tablesPayload()));
const examples: Examples = extractAll(kernel, rows.map(({ text }) => text));

describe('training', () => {
  it('gives the same bytes twice, and others for another seed', async () => {
    const made = async (seed: number): Promise<string> => {
      const recipe = { ...SMALL, seed };
      const { columns, net } = await trainAll(examples, rows, new Float32Array(rows.length * SHAPE.columns), recipe, HERE, () => undefined);
      return Buffer.concat([Buffer.from(columns.values.buffer), Buffer.from(net.w1.buffer), Buffer.from(net.w2.buffer)]).toString('base64');
    };
    const first = await made(1);
    expect(await made(1) === first).toBe(true);
    expect(await made(2) === first).toBe(false);
  });

  it('judges texts out of fold, and parts the two kinds', async () => {
    const folds = foldsOf(rows, 'text');
    const { scores, families } = await crossValidate(examples, rows, await foldColumns(examples, rows, SMALL, folds, HERE), SMALL, folds, HERE, () => undefined);
    rows.forEach((row, i) => { expect((scores[i] as number) > 0.5, row.text).toBe(row.label === 'scam'); });
    expect(CLASSES[families[0] as number]).toBe('parcel');
  });
});

describe('the columns', () => {
  it('come near the best weights there are: the gap between the primal and a slow descent is small', () => {
    const targets = columnTargets(rows);
    const idf = inverseFrequency(examples, 1, exactLog);
    const all = rows.map((_, i) => i);
    const recipe = { ...RECIPE.columns, epochs: 30, levels: 127, cut: 0 };
    const columns = trainColumns(examples, targets, all, idf, recipe, createRng(1));
    const scores = new Float32Array(rows.length * SHAPE.columns);
    columnScores(examples, all, columns, scores);
    // At the optimum of the dual, alpha = 2 C max(0, 1 - y f): so the weights are that sum over the messages.
    const k = 2;
    const margin = all.map((i) => (targets[i * COLUMNS.length + k] as number) * ((scores[i * SHAPE.columns + k] as number) + (columns.bias[k] as number)));
    const bias = margin.reduce((sum, m, i) => sum + 2 * recipe.cost * Math.max(0, 1 - m) * (targets[i * COLUMNS.length + k] as number), 0);
    expect(Math.abs(bias - (columns.bias[k] as number))).toBeLessThan(0.02);
    expect(margin.filter((m) => m > 0).length).toBe(rows.length);
  });

  it('do not learn from rows whose name nobody noted', () => {
    const open: readonly Row[] = [{ ...(rows[0] as Row), name: '' }, { ...(rows[1] as Row), name: '' }];
    const targets = columnTargets(open);
    expect([...targets.subarray(0, 3)]).toEqual([1, 0, 0]);
    expect(targets[COLUMNS.length - 1]).toBe(-1);
    expect(targets[COLUMNS.length]).toBe(-1);
    expect(targets[2 * COLUMNS.length - 1]).toBe(0);
  });
});

describe('the network', () => {
  const inputs = deepInputs(examples, new Float32Array(rows.length * SHAPE.columns));
  const targets = deepTargets(rows, () => 1);
  const all = rows.map((_, i) => i);

  it('takes a scam without a family for one of any', () => {
    expect([...deepTargets([{ ...(rows[0] as Row), name: '' }], () => 1).first]).toEqual([2]);
    expect([...deepTargets([{ ...(rows[0] as Row), name: '' }], () => 1).last]).toEqual([CLASSES.length - 1]);
  });

  it('loses less with more rounds, and shares add up to one', () => {
    const short = trainDeep(inputs, targets, all, { ...DEEP, epochs: 1, drop: 0 }, createRng(1));
    const long = trainDeep(inputs, targets, all, { ...DEEP, epochs: 30, drop: 0 }, createRng(1));
    expect(meanLoss(long, inputs, targets, all)).toBeLessThan(meanLoss(short, inputs, targets, all) / 2);
    const shares = new Pass(long.hidden).forward(long, inputs, 3);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('says for several networks side by side the mean of what they say', () => {
    const both = trainDeep(inputs, targets, all, { ...DEEP, seeds: 2 }, createRng(1));
    expect(both.hidden).toBe(2 * DEEP.hidden);
    const half = (from: number): Float64Array => Float64Array.from({ length: SHAPE.inputs * DEEP.hidden }, (_, i) => (
      both.w1[Math.floor(i / DEEP.hidden) * both.hidden + from + (i % DEEP.hidden)] as number));
    expect(half(0)).not.toEqual(half(DEEP.hidden));
  });
});

describe('the language head', () => {
  it('tells two made-up languages, whole and in pieces, and is unsure of what is neither', () => {
    const texts = rows.map(({ label, text }) => ({ text: kernel.fold(label === 'scam' ? text : 'ka mo li nu ta re so wi pe ka lo mi nu to ra se wo pi'), lang: label === 'scam' ? 0 : 1 }));
    const head = trainLanguageHead(texts, { ...RECIPE.head, epochs: 6 }, createRng(1));
    expect(tellLanguage(head, kernel.fold('the parcel is held at the post')).lang).toBe(0);
    expect(tellLanguage(head, kernel.fold('mo li ka wi pe nu')).lang).toBe(1);
    expect(tellLanguage(head, kernel.fold('mo li ka wi pe nu')).margin).toBeGreaterThan(tellLanguage(head, kernel.fold('ඇඩ්')).margin);
  });
});

describe('folds and points', () => {
  it('keep every draw of a text, and in files every text of a file, on one side', () => {
    const templates = templateRows(3);
    for (const by of ['text', 'file'] as const) {
      const folds = foldsOf(templates.map((row) => ({ ...row, file: `${row.label}.txt` })), by);
      const seen = new Map<string, Set<number>>();
      templates.forEach((row, i) => {
        const key = by === 'file' ? row.label : row.group;
        seen.set(key, (seen.get(key) ?? new Set()).add(folds[i] as number));
      });
      expect([...seen.values()].every((set) => set.size === 1)).toBe(true);
    }
    const sizes = Array.from({ length: FOLDS }, (_, fold) => foldsOf(templates, 'text').filter((x) => x === fold).length);
    expect(Math.min(...sizes)).toBeGreaterThan(templates.length / FOLDS / 2);
  });

  it('put a threshold where as many honest texts are flagged as the rule lets, and none where a language has no scams', () => {
    const honest = Array.from({ length: 1_000 }, (_, i): Row => ({ ...(rows[1] as Row), lang: 'sw', group: `h${i}` }));
    const scams = Array.from({ length: 100 }, (_, i): Row => ({ ...(rows[0] as Row), lang: 'sw', group: `s${i}` }));
    const scores = [...honest.map((_, i) => i / 1_000), ...scams.map((_, i) => 0.9 + i / 1_000)];
    const points = choosePoints([...honest, ...scams, { ...(rows[1] as Row), lang: 'tr' }], [...scores, 0.5]);
    expect(Object.keys(points)).toEqual(['sw']);
    expect(points.sw?.tip.cost.hard).toMatchObject({ n: 1_000, fired: 50 });
    expect(points.sw?.strong.cost.hard).toMatchObject({ n: 1_000, fired: 10 });
    expect(points.sw?.tip.recall.fired).toBe(50);
  });

  it('has each language of the corpus among its own', () => {
    expect(new Set(LANGUAGES).size).toBe(LANGUAGES.length);
    expect(LANGUAGES.at(-1)).toBe('und');
  });
});
