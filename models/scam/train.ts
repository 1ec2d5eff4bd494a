// Training, whole: five folds for scores that never saw their text, then everything once more for the model that ships.

import { exactLog } from '../build/exact-math.ts';
import { columnScores, inverseFrequency, type ColumnRecipe, type Columns, type Grams } from './columns.ts';
import { MESSAGE_SOURCES, type Row } from './dataset.ts';
import { Pass, silenced, type DeepRecipe, type Inputs, type Network } from './deep.ts';
import { columnTargets, deepInputs, deepTargets, type Examples } from './examples.ts';
import { FOLDS, membersOf } from './folds.ts';
import type { HeadRecipe } from './language-head.ts';
import { CLASSES, isRead, SHAPE } from './shape.ts';
import type { Trainers } from './trainers.ts';

export interface Recipe {
  readonly seed: number;
  /** Talk made for other ends that is trained on, of all there is: drawn once. */
  readonly talk: number;
  /** Weights in the network's loss: found scams are few beside authored ones. */
  readonly foundScam: number;
  readonly foundHam: number;
  readonly head: HeadRecipe;
  /** A language whose logit leads by less is unsure. */
  readonly margin: number;
  readonly columns: ColumnRecipe;
  readonly deep: DeepRecipe;
}

export const RECIPE: Recipe = {
  seed: 20_261_122, talk: 30_000, foundScam: 4, foundHam: 2,
  head: { epochs: 4, rate: 0.3, decay: 1e-6, pieces: 0.6 }, margin: 1,
  columns: { cost: 0.03, epochs: 8, leastMessages: 3, levels: 2, cut: 2e-3 },
  deep: { hidden: 128, epochs: 28, batch: 256, rate: 1e-3, decay: 4e-4, drop: 0.15, seeds: 1 },
};

export interface Trained {
  readonly columns: Columns;
  readonly net: Network;
}

/** What the folds say of each row: every score by a model that never saw the row's group. */
export interface OutOfFold {
  /** Sum of the families' shares; 0 where the gate gives no verdict. */
  readonly scores: Float64Array;
  /** Index into CLASSES of the likeliest family. */
  readonly families: Uint8Array;
}

type Say = (line: string) => void;

/** A platform's own messages count as found ones. */
export function weightOf(recipe: Pick<Recipe, 'foundScam' | 'foundHam'>): (row: Pick<Row, 'source' | 'label' | 'own'>) => number {
  return ({ source, label, own }) => (source === 'authored' || source === 'templates' ? 1 : label === 'scam' ? recipe.foundScam
    : own === true || MESSAGE_SOURCES.includes(source) ? recipe.foundHam : 1);
}

/** @param columns of `foldColumns` by the same folds */
export async function crossValidate(
  examples: Examples, rows: readonly Row[], columns: Float32Array, recipe: Recipe, folds: Uint8Array, trainers: Trainers, say: Say,
): Promise<OutOfFold> {
  const inside = (fold: number): readonly number[] => membersOf(folds, (x) => x === fold);
  const outside = (fold: number): readonly number[] => membersOf(folds, (x) => x !== fold);
  const inputs = deepInputs(examples, columns);
  const targets = deepTargets(rows, weightOf(recipe));
  const out = { scores: new Float64Array(rows.length), families: new Uint8Array(rows.length) };
  await Promise.all(Array.from({ length: FOLDS }, async (_, fold) => {
    judge(await trainers.network({ inputs, targets, members: outside(fold), recipe: recipe.deep, seed: recipe.seed + 100 + fold }), inputs, examples, inside(fold), out);
  }));
  say(`networks of ${FOLDS} folds`);
  return out;
}

/** float32 [count, columns]: what columns say of rows that they were not trained on. */
export async function foldColumns(examples: Examples, rows: readonly Row[], recipe: Recipe, folds: Uint8Array, trainers: Trainers): Promise<Float32Array> {
  const targets = columnTargets(rows);
  const idf = inverseFrequency(examples, recipe.columns.leastMessages, exactLog);
  const scores = new Float32Array(rows.length * SHAPE.columns);
  const grams = gramsOnly(examples);
  await Promise.all(Array.from({ length: FOLDS }, async (_, fold) => {
    const columns = await trainers.columns({ grams, targets, members: membersOf(folds, (x) => x !== fold), idf, recipe: recipe.columns, seed: recipe.seed + fold });
    columnScores(examples, membersOf(folds, (x) => x === fold), columns, scores);
  }));
  return scores;
}

/** The network learns from columns that had not seen its texts, as it will meet new ones; the columns that ship have seen them all. */
export async function trainAll(
  examples: Examples, rows: readonly Row[], columnsOfFolds: Float32Array, recipe: Recipe, trainers: Trainers, say: Say,
): Promise<Trained> {
  const idf = inverseFrequency(examples, recipe.columns.leastMessages, exactLog);
  const all = rows.map((_, i) => i);
  const inputs = deepInputs(examples, columnsOfFolds);
  const [columns, net] = await Promise.all([
    trainers.columns({ grams: gramsOnly(examples), targets: columnTargets(rows), members: all, idf, recipe: recipe.columns, seed: recipe.seed + 50 }),
    trainers.network({ inputs, targets: deepTargets(rows, weightOf(recipe)), members: all, recipe: recipe.deep, seed: recipe.seed + 60 }),
  ]);
  say('columns and network of all texts');
  return { columns, net: silenced(net, isRead) };
}

/** What goes to a thread: the rest of a message's features would be copied for nothing. */
export function gramsOnly({ count, ids, offsets }: Examples): Grams {
  return { count, ids, offsets };
}

/** Scores of members by a network that was not trained on them, put into `out`. */
export function judge(net: Network, inputs: Inputs, examples: Examples, members: readonly number[], out: OutOfFold): void {
  const pass = new Pass(net.hidden);
  for (const i of members) {
    const shares = pass.forward(net, inputs, i);
    let best = 2;
    let sum = 0;
    for (let c = 2; c < CLASSES.length; c++) {
      sum += shares[c] as number;
      if ((shares[c] as number) > (shares[best] as number)) best = c;
    }
    out.families[i] = best;
    out.scores[i] = examples.gated[i] === 1 ? 0 : sum;
  }
}
