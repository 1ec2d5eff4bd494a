import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { ablate, looser } from '../../../models/scam/ablations.ts';
import { saveCrossValidation } from '../../../models/scam/cross-validate.ts';
import type { Row } from '../../../models/scam/dataset.ts';
import { readEval, type Ablation } from '../../../models/scam/eval-file.ts';
import { pointsOfFolds } from '../../../models/scam/fold-judge.ts';
import { foldNetworks, foldRows } from '../../../models/scam/fold-models.ts';
import { FOLDS, foldsOf } from '../../../models/scam/folds.ts';
import { RECIPE, type Recipe } from '../../../models/scam/train.ts';
import { HERE } from '../../../models/scam/trainers.ts';

const home = mkdtempSync(join(tmpdir(), 'cross-'));
afterAll(() => { rmSync(home, { recursive: true }); });

const SMALL: Recipe = {
  ...RECIPE, head: { ...RECIPE.head, epochs: 1 }, columns: { ...RECIPE.columns, epochs: 4, leastMessages: 1 },
  deep: { ...RECIPE.deep, hidden: 8, epochs: 20, batch: 10, rate: 0.02, drop: 0 },
};

/** Made up: two kinds of message, each in ten files; the scams of the last file share no word with the others. */
const FILES = 10;
const rows: readonly Row[] = Array.from({ length: 200 }, (_, i): Row => {
  const n = Math.floor(i / 2) % FILES;
  const [label, name]: readonly ['scam' | 'ham', string] = i % 2 === 0 ? ['scam', 'parcel'] : ['ham', 'friends'];
  const text = label === 'ham' ? `See you at the library at ${i % 12}, bring the blue notebook number ${i} please`
    : n === FILES - 1 ? `Zorvik plumtam grindle oskar wembly ${i} quandor dabrin mirando` : `Your parcel ${i} is held, pay the fee at post-${i}.example.top/x`;
  return { text, label, lang: 'en', source: 'authored', group: `${name}${n}:${i}`, file: `en/${label}/${n}.txt`, name, drawn: false };
});

const folded = await foldRows(rows, SMALL, HERE, () => undefined);
const networks = await foldNetworks(folded, HERE);

describe('cross-validation over whole files', () => {
  it('judges no text by a model that met its file', () => {
    const [of, alone] = [networks.judged.scores, folded.rows.map(({ file }) => file === `en/scam/${FILES - 1}.txt`)];
    const mean = (keep: (i: number) => boolean): number => {
      const at = folded.rows.flatMap((_, i) => (keep(i) ? [of[i] as number] : []));
      return at.reduce((sum, score) => sum + score, 0) / at.length;
    };
    expect(mean((i) => folded.rows[i]?.label === 'scam' && alone[i] === false)).toBeGreaterThan(0.8);
    // Words that stand in one file only are known to no model that judges it.
    expect(mean((i) => alone[i] === true)).toBeLessThan(0.6);
    expect(networks.nets.length).toBe(FOLDS);
    folded.rows.forEach((row, i) => { expect(folded.folds[i]).toBe(foldsOf([row], 'file')[0]); });
  });

  it('chooses the points of a fold on the others: its own scores change nothing', () => {
    const before = pointsOfFolds(folded, networks.judged.scores);
    const raised = networks.judged.scores.map((score, i) => (folded.folds[i] === 0 ? 1 - score : score));
    expect(pointsOfFolds(folded, raised)[0]).toEqual(before[0]);
    expect(pointsOfFolds(folded, raised).slice(1)).not.toEqual(before.slice(1));
  });

  it('goes through the engine, plain and disguised, into eval.json and the card', async () => {
    const at = pathToFileURL(`${home}/`);
    await saveCrossValidation(folded, networks, () => undefined, at);
    const { crossValidation, disguises, ruleLayer } = readEval(at);
    expect(crossValidation).toMatchObject({ folds: FOLDS, network: SMALL.deep, report: { rows: rows.length, calibration: { n: rows.length } } });
    expect(crossValidation?.report.groups.find(({ group }) => group === 'lang=en')?.scamRecallTip.n).toBe(100);
    expect(crossValidation?.report.families.map(({ family }) => family)).toContain('parcel');
    expect(disguises.find(({ disguise }) => disguise === 'full width')?.kept.n).toBeGreaterThan(10);
    expect(ruleLayer[0]?.name).toBe('the model alone');
    const card = readFileSync(new URL('card.md', at), 'utf8');
    expect(card).toContain('**The networks of the folds are not those of the recipe below**: hidden 8');
    expect(card).toMatch(/\| full width \| [\d.]+ % \(/u);
    expect(readFileSync(new URL('eval.json', at), 'utf8')).not.toContain('Zorvik');
  });
});

describe('ablations', () => {
  it('are counted in the same folds; a model without what tells the kinds apart finds less', async () => {
    const found: Ablation[] = [];
    for await (const one of ablate(folded, HERE, { hidden: 4 }, { 'all of it': {}, 'blind': { without: () => true } })) found.push(one);
    const [column, all, blind] = found;
    expect(column?.name).toBe('linear column of scams alone');
    expect(all?.auc).toBeGreaterThan(0.85);
    // Constants, one a fold.
    expect(blind?.auc).toBeLessThan(0.7);
    expect(blind?.tip.n).toBe(100);
  });
});

describe('a rule over named reasons', () => {
  it('is the model above a looser point: who names fewer reasons needs a higher score', () => {
    expect([...looser([0.5, 0.5, 1, 1], [2, 3, 4, 0], 3, 0.5)]).toEqual([0.25, 0.5, 1, 0.5]);
  });
});
