/**
 * Chromium's own throttle (`Emulation.setCPUThrottlingRate`) slows the page's thread only: measured here, a loop in the
 * page took 6 times as long and the same loop in a worker as long as before, and a worker's session refuses the call. So the
 * renderer process, with page and worker in it, is stopped for 5/6 of every period instead.
 */
export interface SlowProcess {
  /** Lets the process run freely again. */
  stop(): void;
}

/** A period short against the budget of 30 ms, long against the timer's millisecond. */
const PERIOD_MS = 12;

/** @param factor how many times slower, 2–10 */
export function slowDown(pid: number, factor: number): SlowProcess {
  const runMs = PERIOD_MS / factor;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const send = (signal: 'SIGSTOP' | 'SIGCONT'): void => {
    try {
      process.kill(pid, signal);
    } catch {
      stopped = true; // It has ended by itself.
    }
  };
  const phase = (running: boolean): void => {
    if (stopped) return;
    send(running ? 'SIGCONT' : 'SIGSTOP');
    timer = setTimeout(phase, running ? runMs : PERIOD_MS - runMs, !running);
  };
  phase(true);
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      send('SIGCONT');
    },
  };
}
