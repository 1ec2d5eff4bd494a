import { lost } from './errors.ts';
import { ProgressClock } from './progress-clock.ts';

/** What nobody waits for any longer than for an answer. What is being loaded goes on loading, for whoever comes next. @throws {SafetyError} deadline, and what `work` rejects with */
export function inTime<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  const clock = new ProgressClock();
  return new Promise((resolve, reject) => {
    clock.arm(deadlineMs, () => { reject(lost('deadline')); });
    work.then(resolve, reject).finally(() => { clock.disarm(); });
  });
}
