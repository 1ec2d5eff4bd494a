import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VARIABLE = 'INWARD_HARNESS_DIR';

/** One folder per run, made by the global set-up (or here, where a file runs without it): profiles live inside. */
export function runFolder(): string {
  const given = process.env[VARIABLE];
  if (given !== undefined) return given;
  const made = mkdtempSync(join(tmpdir(), 'inward-browsers-'));
  process.env[VARIABLE] = made;
  process.once('exit', () => { reap(made); });
  return made;
}

/** A HOME of its own for one browser: nothing of the person's profile is read or written. */
export function homeFor(engine: string): string {
  const home = mkdtempSync(join(runFolder(), `${engine}-`));
  mkdirSync(join(home, 'tmp'), { recursive: true });
  return home;
}

/** Environment of a browser process; HOME is also the mark by which `reap` knows it. */
export function browserEnvironment(home: string, extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(inherited), HOME: home, TMPDIR: join(home, 'tmp'), XDG_RUNTIME_DIR: home, ...extra };
}

/**
 * Ends what this run started and no longer answers for itself: processes whose environment or command line names the
 * run's own folder. Synchronous, so that it also works while the process exits.
 */
export function reap(folder: string): void {
  kill(folder);
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    // A browser's last write raced the removal; the folder is in the system's temporary directory.
  }
}

/** As if every browser of that engine crashed. */
export function killBrowsers(engine: string): void {
  for (const name of readdirSync(runFolder()).filter((one) => one.startsWith(`${engine}-`))) kill(join(runFolder(), name));
}

function kill(folder: string): void {
  for (const pid of processesNaming(folder)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  }
}

function processesNaming(folder: string): readonly number[] {
  let ids: readonly number[];
  try {
    ids = readdirSync('/proc').map(Number).filter((id) => Number.isInteger(id) && id !== process.pid);
  } catch {
    return []; // No /proc: the drivers' own clean-up has to do.
  }
  return ids.filter((id) => {
    try {
      const environment = readFileSync(`/proc/${id}/environ`, 'latin1').split('\0');
      if (environment.some((entry) => entry.startsWith(`HOME=${folder}/`))) return true;
      return readFileSync(`/proc/${id}/cmdline`, 'latin1').includes(`${folder}/`);
    } catch {
      return false;
    }
  });
}
