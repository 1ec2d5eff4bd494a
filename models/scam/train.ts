// Training: a fixed number of rounds over all bad messages, all message-like ham and a fresh draw of the chit-chat.

import { createRng, shuffle, type Rng } from '../build/rng.ts';
import { denseOf, idsOf, type Examples } from './examples.ts';
import { createAdagrad, createNetwork, Pass, quantise, type Network, type QuantisedTable } from './network.ts';
import { SHAPE } from './shape.ts';

export interface Recipe {
  readonly seed: number;
  readonly rounds: number;
  /** Rounds of the dense layers alone, with the table as int8. */
  readonly tailRounds: number;
  readonly tableRate: number;
  readonly layerRate: number;
  /** Start of the rows' sum of squares: larger means rare n-grams learn slower. */
  readonly rowStart: number;
  /** Share of ids left out of a message at each visit. */
  readonly dropIds: number;
  /** Share of visits in which the dense inputs are put to the ham mean's place (zero), but for the length. */
  readonly dropDense: number;
  /** Chit-chat ham drawn per round. */
  readonly chatPerRound: number;
  /** Weights of ham, spam, scam in the loss. */
  readonly weights: readonly [number, number, number];
  /** Share of table values cut off by the int8 scale. */
  readonly cut: number;
}

export const RECIPE: Recipe = {
  seed: 20_261_121, rounds: 20, tailRounds: 3, tableRate: 0.15, layerRate: 0.02, rowStart: 1e-7, dropIds: 0.8, dropDense: 0.2,
  chatPerRound: 30_000, weights: [1, 1, 2], cut: 1e-4,
};

export interface Trained {
  readonly net: Network;
  readonly table: QuantisedTable;
  readonly losses: readonly number[];
}

/** @param isChat whether an example is chit-chat ham, of which each round draws only some */
export function train(examples: Examples, isChat: (i: number) => boolean, recipe: Recipe): Trained {
  const rng = createRng(recipe.seed);
  const net = createNetwork(rng);
  const state = createAdagrad(recipe.rowStart);
  const all = Array.from({ length: examples.count }, (_, i) => i);
  const always = all.filter((i) => !isChat(i));
  const chat = all.filter(isChat);
  const losses: number[] = [];
  for (let round = 0; round < recipe.rounds; round++) {
    const decay = 1 - (0.9 * round) / recipe.rounds;
    const rates = { table: recipe.tableRate * decay, layers: recipe.layerRate * decay };
    losses.push(runRound(examples, draw(always, chat, recipe, rng), net, state, rates, recipe, rng));
  }
  const table = quantise(net.table, recipe.cut);
  // From here on the network sees what the kernel will see.
  for (let i = 0; i < net.table.length; i++) net.table[i] = (table.values[i] as number) * table.scale;
  for (let round = 0; round < recipe.tailRounds; round++) {
    const rates = { table: 0, layers: recipe.layerRate * 0.1 };
    losses.push(runRound(examples, draw(always, chat, recipe, rng), net, state, rates, recipe, rng));
  }
  return { net, table, losses };
}

function draw(always: readonly number[], chat: number[], recipe: Recipe, rng: Rng): number[] {
  shuffle(chat, rng);
  const order = [...always, ...chat.slice(0, recipe.chatPerRound)];
  shuffle(order, rng);
  return order;
}

function runRound(
  examples: Examples, order: readonly number[], net: Network, state: ReturnType<typeof createAdagrad>,
  rates: { readonly table: number; readonly layers: number }, recipe: Recipe, rng: Rng,
): number {
  const pass = new Pass();
  const kept = new Uint16Array(32_768);
  const dense = new Float32Array(SHAPE.dense);
  const keep = 4_294_967_296 * (1 - recipe.dropIds);
  let loss = 0;
  for (const i of order) {
    const ids = idsOf(examples, i);
    let count = 0;
    for (let k = 0; k < ids.length; k++) if (rng.next() < keep) kept[count++] = ids[k] as number;
    dense.set(denseOf(examples, i));
    if (rng.unit() < recipe.dropDense) dense.fill(0, 1);
    const target = examples.targets[i] as number;
    pass.forward(net, kept, count, dense);
    loss += pass.backward(net, state, kept, count, target, recipe.weights[target] as number, rates);
  }
  return loss / order.length;
}

/** Share of the class scam for every example, with the table as the kernel has it. */
export function scamShares(net: Network, examples: Examples): Float64Array {
  const pass = new Pass();
  return Float64Array.from({ length: examples.count }, (_, i) => {
    const ids = idsOf(examples, i);
    return pass.forward(net, ids, ids.length, denseOf(examples, i))[2] as number;
  });
}
