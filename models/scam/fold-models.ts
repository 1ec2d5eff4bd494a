// Models that have not seen a fifth of the corpus's files, and what they say of it: cross-validation over whole files.

import { exactLog } from '../build/exact-math.ts';
import { createFeatureKernel, tablesPayload } from '../build/kernel.ts';
import { drawTalk, loadPacked, trainHead } from './build.ts';
import { columnScores, inverseFrequency, type Columns } from './columns.ts';
import { conceptForms, formTable } from './concept-table.ts';
import type { Row } from './dataset.ts';
import { silenced, type DeepRecipe, type Inputs, type Network, type Targets } from './deep.ts';
import { columnTargets, deepInputs, deepTargets, extractAll, type Examples } from './examples.ts';
import { FOLDS, foldsOf, membersOf } from './folds.ts';
import type { LanguageHead } from './language-head.ts';
import { packHead } from './pack-model.ts';
import { isRead, SHAPE } from './shape.ts';
import { gramsOnly, judge, weightOf, type OutOfFold, type Recipe } from './train.ts';
import type { Trainers } from './trainers.ts';

type Say = (line: string) => void;

/** All of a training before its network, per fold: nothing of fold f was made from a text of its files. */
export interface FoldedRows {
  readonly rows: readonly Row[];
  readonly folds: Uint8Array;
  readonly heads: readonly LanguageHead[];
  /** Every row as the head of fold f tells its language. */
  readonly examples: readonly Examples[];
  readonly columns: readonly Columns[];
  /** float32 [rows, columns]: what the columns of its own fold say of each row, so that they never saw it. */
  readonly scores: Float32Array;
  readonly recipe: Recipe;
}

/** @param all every row of the data; of found talk a seeded draw is trained on */
export async function foldRows(all: readonly Row[], recipe: Recipe, trainers: Trainers, say: Say): Promise<FoldedRows> {
  const kernel = createFeatureKernel();
  const tables = tablesPayload();
  const forms = formTable(conceptForms((text) => kernel.fold(text)));
  const rows = drawTalk(all, recipe);
  const folds = foldsOf(rows, 'file');
  const foldsOfAll = foldsOf(all, 'file');
  const heads: LanguageHead[] = [];
  const examples: Examples[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const head = trainHead(kernel, all.filter((_, i) => foldsOfAll[i] !== fold), recipe);
    loadPacked(kernel, packHead(head, forms, recipe.margin, tables));
    const read = extractAll(kernel, rows.map(({ text }) => text));
    heads.push(head);
    // What does not depend on the language is the same for all folds: kept once.
    examples.push({ ...read, ids: examples[0]?.ids ?? read.ids, offsets: examples[0]?.offsets ?? read.offsets, dense: examples[0]?.dense ?? read.dense });
    say(`language head without fold ${fold}`);
  }
  return { rows, folds, heads, examples, ...await columnsOfFolds(examples[0] as Examples, rows, folds, recipe, trainers, say), recipe };
}

async function columnsOfFolds(
  examples: Examples, rows: readonly Row[], folds: Uint8Array, recipe: Recipe, trainers: Trainers, say: Say,
): Promise<Pick<FoldedRows, 'columns' | 'scores'>> {
  const targets = columnTargets(rows);
  const scores = new Float32Array(rows.length * SHAPE.columns);
  const grams = gramsOnly(examples);
  const columns = await Promise.all(Array.from({ length: FOLDS }, async (_, fold) => {
    const outside = membersOf(folds, (x) => x !== fold);
    const idf = inverseFrequency(examples, recipe.columns.leastMessages, exactLog, outside);
    const trained = await trainers.columns({ grams, targets, members: outside, idf, recipe: recipe.columns, seed: recipe.seed + fold });
    columnScores(examples, membersOf(folds, (x) => x === fold), trained, scores);
    say(`columns without fold ${fold}`);
    return trained;
  }));
  return { columns, scores };
}

/** What a network may not see, or be: an ablation. */
export interface NetworkChange {
  readonly deep?: Partial<DeepRecipe>;
  /** Inputs that are learned from, where not those of the model. */
  readonly reads?: (input: number) => boolean;
  /** Of them left out, by their number. */
  readonly without?: (input: number) => boolean;
  /** Rows that are trained on, of those outside the fold. */
  readonly only?: (row: Row) => boolean;
}

export interface FoldedNetworks {
  readonly nets: readonly Network[];
  readonly judged: OutOfFold;
}

/** A network per fold, and each row's score by the one that never saw its file. The network learns from columns' scores of rows they had not seen. */
export async function foldNetworks(
  { rows, folds, examples, scores, recipe }: FoldedRows, trainers: Trainers, { deep = {}, reads = isRead, without, only }: NetworkChange = {},
): Promise<FoldedNetworks> {
  const targets: Targets = deepTargets(rows, weightOf(recipe));
  const judged: OutOfFold = { scores: new Float64Array(rows.length), families: new Uint8Array(rows.length) };
  const nets = await Promise.all(examples.map(async (read, fold) => {
    const all = deepInputs(read, scores, reads);
    const inputs = without === undefined ? all : leftOut(all, without);
    const members = membersOf(folds, (x) => x !== fold).filter((i) => only?.(rows[i] as Row) ?? true);
    const net = silenced(await trainers.network({ inputs, targets, members, recipe: { ...recipe.deep, ...deep }, seed: recipe.seed + 100 + fold }), reads);
    judge(net, inputs, read, membersOf(folds, (x) => x === fold), judged);
    return net;
  }));
  return { nets, judged };
}

function leftOut({ count, offsets, at, values }: Inputs, without: (input: number) => boolean): Inputs {
  return { count, offsets, at, values: values.map((value, p) => (without(at[p] as number) ? 0 : value)) };
}
