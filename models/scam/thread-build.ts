import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { ThreadModel } from '../../src/contract/thread-model.ts';
import { formatInterval } from '../../src/node/eval/wilson.ts';
import { FOLDS } from './folds.ts';
import { MODEL_FOLDER } from './manifest.ts';
import { choosePoint, figuresOf, outcomesOf, sumsOf, type Outcome, type Summed, type ThreadFigures } from './thread-decide.ts';
import { judgedThreads, openScorer } from './thread-turns.ts';
import { THREAD_RECIPE, trainThreads, type ThreadRecipe } from './thread-train.ts';

/** models/scam/threads.json */
export interface ThreadFile {
  /** SHA-256 of the packed single-message model whose scores it was trained on; with another it is left out. */
  readonly modelSha256: string;
  readonly model: ThreadModel;
  readonly eval: Readonly<Record<string, ThreadFigures>>;
}

export const THREAD_FILE = new URL('threads.json', MODEL_FOLDER);

/**
 * Trains what judges conversations on the authored threads and writes threads.json. Five folds of whole threads; a fold's point is chosen on the
 * other four, so that no figure was chosen on the threads it counts. Half a minute. Needs a build with the single-message model.
 */
export function buildThreads(say: (line: string) => void, recipe: ThreadRecipe = THREAD_RECIPE): void {
  const { score, classes, sha256 } = openScorer();
  const threads = judgedThreads(score, recipe);
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
  const summed = folds.flatMap((fold): readonly Summed[] => {
    const model = trainThreads(threads.filter((one) => one.fold !== fold), classes, recipe, recipe.seed + 10 * (fold + 1));
    return threads.filter((one) => one.fold === fold).map((thread) => sumsOf(thread, model));
  });
  const points = folds.map((fold) => choosePoint(summed.filter(({ thread }) => thread.fold !== fold)));
  const judged = (of: readonly Summed[], pointOf: (thread: Summed['thread']) => number): readonly Outcome[] => (
    of.flatMap((one) => outcomesOf([one], (_, sum) => sum >= pointOf(one.thread))));
  const nested = judged(summed, ({ fold }) => points[fold] as number);
  const point = choosePoint(summed);
  // As the engine does: the conversation, and by itself what is plain, and a first message that leads somewhere.
  const engine = figuresOf(summed.flatMap((one) => outcomesOf([one], ({ before, leads, alone, plain }, sum) => (
    plain || sum >= (points[one.thread.fold] as number) || (before.length === 0 && leads && alone !== 'none')))));
  const figures: Record<string, ThreadFigures> = {
    'conversation': figuresOf(nested),
    'one message alone, tip': figuresOf(outcomesOf(summed, ({ alone }) => alone !== 'none')),
    'one message alone, strong': figuresOf(outcomesOf(summed, ({ alone }) => alone === 'strong')),
    'as the engine decides': engine,
    'conversation, point of all folds': figuresOf(judged(summed, () => point)),
  };
  for (const lang of new Set(threads.map((one) => one.lang))) figures[`language ${lang}`] = figuresOf(nested.filter(({ thread }) => thread.lang === lang));
  for (const kind of new Set(threads.map((one) => one.kind))) figures[`kind ${kind}`] = figuresOf(nested.filter(({ thread }) => thread.kind === kind));
  const model = { ...trainThreads(threads, classes, recipe, recipe.seed), point };
  const file: ThreadFile = { modelSha256: sha256, model, eval: figures };
  writeFileSync(THREAD_FILE, `${JSON.stringify(file, null, 2)}\n`);
  say(`${threads.length} threads, point ${point} (folds ${points.join(', ')}), ${model.weights.length} weights`);
  for (const [name, { recall, early, benign, latency }] of Object.entries(figures)) {
    say(`${name.padEnd(48)} recall ${recall.hits}/${recall.n} ${formatInterval(recall, 1)}  early ${early.hits} ${formatInterval(early, 1)}  benign ${benign.hits}/${benign.n} ${formatInterval(benign, 1)}  latency ${latency.join(' / ')}`);
  }
}

/** What threads.json holds for a packed single-message model; `undefined` where it was trained on the scores of another. */
export function threadModelFor(packedSha256: string): ThreadModel | undefined {
  if (!existsSync(THREAD_FILE)) return undefined;
  const { modelSha256, model } = JSON.parse(readFileSync(THREAD_FILE, 'utf8')) as ThreadFile;
  return modelSha256 === packedSha256 ? model : undefined;
}
