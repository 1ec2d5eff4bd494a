// Where columns and networks are trained: in this thread, or each in a thread of its own. The folds know nothing of each other, so the bytes are the same.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { createRng } from '../build/rng.ts';
import { trainColumns, type ColumnRecipe, type Columns, type Grams } from './columns.ts';
import { FOLDS } from './folds.ts';
import { trainDeep, type DeepRecipe, type Inputs, type Network, type Targets } from './deep.ts';

export interface ColumnsJob {
  readonly kind: 'columns';
  readonly grams: Grams;
  readonly targets: Int8Array;
  readonly members: readonly number[];
  readonly idf: Float64Array;
  readonly recipe: ColumnRecipe;
  readonly seed: number;
}

export interface NetworkJob {
  readonly kind: 'network';
  readonly inputs: Inputs;
  readonly targets: Targets;
  readonly members: readonly number[];
  readonly recipe: DeepRecipe;
  readonly seed: number;
}

export interface Trainers {
  readonly columns: (job: Omit<ColumnsJob, 'kind'>) => Promise<Columns>;
  readonly network: (job: Omit<NetworkJob, 'kind'>) => Promise<Network>;
}

export function runJob(job: ColumnsJob | NetworkJob): Columns | Network {
  const rng = createRng(job.seed);
  return job.kind === 'columns' ? trainColumns(job.grams, job.targets, job.members, job.idf, job.recipe, rng) : trainDeep(job.inputs, job.targets, job.members, job.recipe, rng);
}

/** One after the other, in this thread. */
export const HERE: Trainers = {
  columns: (job) => Promise.resolve(runJob({ ...job, kind: 'columns' }) as Columns),
  network: (job) => Promise.resolve(runJob({ ...job, kind: 'network' }) as Network),
};

/** Runs `work` with trainers of so many threads, each with a copy of what it trains on (some 100 MB), and ends them after it. */
export async function withTrainers<T>(work: (trainers: Trainers) => Promise<T>, threads: number = Math.min(availableParallelism(), FOLDS)): Promise<T> {
  const all = Array.from({ length: threads }, openThread);
  const free = [...all];
  const waiting: ((thread: Worker) => void)[] = [];
  const run = async (job: ColumnsJob | NetworkJob): Promise<unknown> => {
    const thread = free.pop() ?? await new Promise<Worker>((resolve) => { waiting.push(resolve); });
    try {
      return await answerOf(thread, job);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free.push(thread);
      else next(thread);
    }
  };
  try {
    return await work({
      columns: (job) => run({ ...job, kind: 'columns' }) as Promise<Columns>,
      network: (job) => run({ ...job, kind: 'network' }) as Promise<Network>,
    });
  } finally {
    await Promise.all(all.map((thread) => thread.terminate()));
  }
}

function openThread(): Worker {
  const file = new URL('./training-thread.ts', import.meta.url).href;
  // A thread reads no TypeScript by itself, and in Node 20 `--import tsx` does not teach it.
  return new Worker(`import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file)}); })`, { eval: true, execArgv: [] });
}

function answerOf(thread: Worker, job: ColumnsJob | NetworkJob): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const answered = (answer: unknown): void => { thread.off('error', failed); resolve(answer); };
    const failed = (error: Error): void => { thread.off('message', answered); reject(error); };
    thread.once('message', answered).once('error', failed).postMessage(job);
  });
}
