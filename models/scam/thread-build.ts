import { writeFileSync } from 'node:fs';
import type { ThreadModel } from '../../src/contract/thread-model.ts';
import { inConversation } from '../../src/decide/conversation.ts';
import { formatTable } from '../../src/node/eval/table.ts';
import { formatInterval } from '../../src/node/eval/wilson.ts';
import { saveCard } from './card.ts';
import { FOLDS } from './folds.ts';
import { choosePoint, outcomesOf, sumsOf, type Summed } from './thread-decide.ts';
import { figuresOf, groupThreads, threadTables, type ThreadFigures } from './thread-figures.ts';
import { THREAD_FILE, type ThreadFile } from './thread-file.ts';
import { judgedThreads, openScorer, type JudgedThread, type JudgedTurn } from './thread-turns.ts';
import { THREAD_RECIPE, trainThreads, type ThreadRecipe, type ThreadWeights } from './thread-train.ts';

/**
 * Trains what judges conversations on the authored threads and writes threads.json. Five folds of whole threads; a fold's point is chosen on the
 * other four, so that no figure was chosen on the threads it counts. Half a minute. Needs a build with the single-message model.
 */
export function buildThreads(say: (line: string) => void, recipe: ThreadRecipe = THREAD_RECIPE): void {
  const { score, classes, sha256 } = openScorer();
  const threads = judgedThreads(score, recipe);
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
  const weights = folds.map((fold) => trainThreads(threads.filter((one) => one.fold !== fold), classes, recipe, recipe.seed + 10 * (fold + 1)));
  const summed = folds.flatMap((fold): readonly Summed[] => (
    threads.filter((one) => one.fold === fold).map((thread) => sumsOf(thread, weights[fold] as ThreadWeights))));
  // Chosen on what the engine makes of it: its rules for single messages add some, whatever the point.
  const decided = ({ alone, now, before }: JudgedTurn, { fold }: JudgedThread, point: number): boolean => inConversation(alone, now, { ...weights[fold] as ThreadWeights, point })(before) !== 'none';
  const choose = (from: readonly Summed[]): number => choosePoint(from, (turn, _sum, thread, point) => decided(turn, thread, point));
  const points = folds.map((fold) => choose(summed.filter(({ thread }) => thread.fold !== fold)));
  const pointOf = ({ fold }: JudgedThread): number => points[fold] as number;
  const point = choose(summed);
  const engine = outcomesOf(summed, (turn, _, thread) => decided(turn, thread, pointOf(thread)));
  const figures: Record<string, ThreadFigures> = {
    'conversation': figuresOf(outcomesOf(summed, (_, sum, thread) => sum >= pointOf(thread))),
    'one message alone, tip': figuresOf(outcomesOf(summed, ({ alone }) => alone.level !== 'none')),
    'one message alone, strong': figuresOf(outcomesOf(summed, ({ alone }) => alone.level === 'strong')),
    'as the engine decides': figuresOf(engine),
    'as the engine decides, point of all folds': figuresOf(outcomesOf(summed, (turn, _, thread) => decided(turn, thread, point))),
  };
  const groups = groupThreads(engine);
  const model: ThreadModel = { ...trainThreads(threads, classes, recipe, recipe.seed), point };
  const file: ThreadFile = { modelSha256: sha256, model, eval: figures, groups };
  writeFileSync(THREAD_FILE, `${JSON.stringify(file, null, 2)}\n`);
  saveCard();
  say(`${threads.length} threads, point ${point} (folds ${points.join(', ')}), ${model.weights.length} weights`);
  for (const [name, { recall, early, benign, latency }] of Object.entries(figures)) {
    say(`${name.padEnd(48)} recall ${recall.hits}/${recall.n} ${formatInterval(recall, 1)}  early ${early.hits} ${formatInterval(early, 1)}  benign ${benign.hits}/${benign.n} ${formatInterval(benign, 1)}  latency ${latency.join(' / ')}`);
  }
  for (const { title, head, rows } of threadTables(groups)) say(`\n${title}, as the engine decides\n${formatTable(head, rows)}`);
}
