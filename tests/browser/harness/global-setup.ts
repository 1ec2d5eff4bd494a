import { reap, runFolder } from './lifetime.ts';

/** Once a run, in Vitest's main process: the folder every worker inherits, and the end of all browsers. */
export default function setup(): () => void {
  const folder = runFolder();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      reap(folder);
      process.exit(130);
    });
  }
  return () => { reap(folder); };
}
