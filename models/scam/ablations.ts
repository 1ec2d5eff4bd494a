// What each part of the model is worth, and what a rule over named reasons would add: the same folds, the same texts, scores alone.

import { SCAM_REASONS } from '../../src/decide/scam-reasons.ts';
import { isHonest, type JudgedRow } from '../../src/node/eval/scam-rows.ts';
import { reportScams } from '../../src/node/eval/scam-report.ts';
import { exactExp } from '../build/exact-math.ts';
import { conceptNames } from './concept-files.ts';
import type { DeepRecipe } from './deep.ts';
import { ablationOf, type Ablation } from './eval-file.ts';
import { isCounted, pointsOfFolds } from './fold-judge.ts';
import { foldNetworks, type FoldedRows, type NetworkChange } from './fold-models.ts';
import { isRead, PART, SHAPE } from './shape.ts';
import type { Trainers } from './trainers.ts';

/** A smaller and shorter network, the same for all that are compared. */
export const ABLATION_NETWORK: Partial<DeepRecipe> = { hidden: 32, epochs: 8 };

export const CHANGES: Readonly<Record<string, NetworkChange>> = {
  'all of it': {},
  'without columns': { without: (input) => input < PART.dense },
  'without concepts': { without: (input) => input >= PART.concepts && input < PART.languages },
  'without counts (dense inputs)': { without: (input) => input >= PART.dense && input < PART.concepts },
  'with language inputs': { reads: (input) => isRead(input) || input >= PART.languages },
  'with the length': { reads: (input) => isRead(input) || input === PART.dense },
  'four hidden units': { deep: { hidden: 4 } },
  'network not trained on careless draws': { only: ({ drawn }) => drawn !== true },
};

/** One row of the table for each change, after the linear column alone. @param network what differs from the recipe for all of them */
export async function* ablate(folded: FoldedRows, trainers: Trainers, network = ABLATION_NETWORK, changes = CHANGES): AsyncGenerator<Ablation> {
  yield ablationBy('linear column of scams alone', folded, columnShares(folded));
  for (const [name, change] of Object.entries(changes)) {
    const { judged } = await foldNetworks(folded, trainers, { ...change, deep: { ...network, ...change.deep } });
    yield ablationBy(name, folded, judged.scores);
  }
}

/** The first column's margin as a share; 0 where the gate gives no verdict. */
function columnShares({ rows, scores, examples }: FoldedRows): Float64Array {
  return Float64Array.from(rows, (_, i) => (examples[0]?.gated[i] === 1 ? 0 : 1 / (1 + exactExp(-4 * (scores[i * SHAPE.columns] as number)))));
}

/** So many named reasons, and a score from this share of the point on, are a tip as well. */
const RULES_TRIED = [2, 3, 4].flatMap((reasons) => [0.8, 0.6, 0.4].map((share) => ({ reasons, share })));

/**
 * "Rule and model above a looser point": a text that names enough reasons is a tip from a share of the point on. Points are chosen anew on such scores,
 * so that as many honest texts are flagged as by the model alone, and recall is compared at equal cost.
 * @param scores out of fold
 */
export function ruleLayer(folded: FoldedRows, scores: ArrayLike<number>): readonly Ablation[] {
  const named = reasonsOf(folded);
  return [
    ablationBy('the model alone', folded, scores),
    ...RULES_TRIED.map(({ reasons, share }) => ablationBy(`${reasons} reasons and more: from ${share} of the point`, folded, looser(scores, named, reasons, share))),
  ];
}

/** The scores of texts that name fewer reasons, times the share: to one threshold for all, that is a higher point for them. */
export function looser(scores: ArrayLike<number>, named: ArrayLike<number>, reasons: number, share: number): Float64Array {
  return Float64Array.from(scores, (score, i) => ((named[i] as number) >= reasons ? score : score * share));
}

/** Of each row the number of different reasons that a notice could name. */
function reasonsOf({ rows, folds, examples }: FoldedRows): Uint8Array {
  const reasons = conceptNames().map((name) => SCAM_REASONS[name]);
  return Uint8Array.from(rows, (_, i) => {
    const concepts = examples[folds[i] as number]?.concepts[i] ?? [];
    return new Set(concepts.flatMap((concept) => reasons[concept] ?? [])).size;
  });
}

/** By scores alone: a text has a tip from its own language's point on, chosen on the other folds. */
function ablationBy(name: string, folded: FoldedRows, scores: ArrayLike<number>): Ablation {
  const points = pointsOfFolds(folded, scores);
  const rows = folded.rows.flatMap((row, i): JudgedRow[] => {
    if (!isCounted(row)) return [];
    const score = scores[i] as number;
    const tip = points[folded.folds[i] as number]?.[row.lang]?.tip.threshold ?? 2;
    return [{ label: row.label, name: row.name, lang: row.lang, source: row.source, score, level: score >= tip ? 'tip' : 'none', family: null, detected: row.lang, length: row.text.length }];
  });
  return ablationOf(name, reportScams(rows.filter((row) => row.label === 'scam' || isHonest(row)), []));
}
