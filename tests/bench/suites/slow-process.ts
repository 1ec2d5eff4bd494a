import { Worker } from 'node:worker_threads';

/**
 * Chromium's own throttle (`Emulation.setCPUThrottlingRate`) slows the page's thread only: measured here, a loop in the
 * page took 6 times as long and the same loop in a worker as long as before, and a worker's session refuses the call. So the
 * renderer process, with page and worker in it, is stopped for most of every period instead.
 */
export interface SlowProcess {
  /** Lets the process run freely again. */
  stop(): Promise<void>;
}

/** A period short against the budget of 30 ms, long against a thread's wake-up. */
const PERIOD_MS = 12;

/** A thread of its own, asleep between signals and first in line: timers of a busy event loop would come late. */
const BEAT = `
const { workerData: { pid, runMs, stopMs } } = require('node:worker_threads');
try { require('node:os').setPriority(0, -20); } catch { /* Only root may be so bold. */ }
const cell = new Int32Array(new SharedArrayBuffer(4));
const sleep = (ms) => Atomics.wait(cell, 0, 0, ms);
const send = (signal) => { try { process.kill(pid, signal); return true; } catch { return false; } };
while (send('SIGCONT')) { sleep(runMs); if (!send('SIGSTOP')) break; sleep(stopMs); }
`;

/** @param share of the time in which the process may run, 0–1 */
export function slowDown(pid: number, share: number): SlowProcess {
  const runMs = PERIOD_MS * share;
  const beat = new Worker(BEAT, { eval: true, workerData: { pid, runMs, stopMs: PERIOD_MS - runMs } });
  return {
    async stop() {
      await beat.terminate();
      try {
        process.kill(pid, 'SIGCONT');
      } catch {
        // It has ended by itself.
      }
    },
  };
}
