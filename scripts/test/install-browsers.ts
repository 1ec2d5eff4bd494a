import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { DEBIAN_PACKAGES, ENGINE_NAMES, findBrowser, type EngineName } from './find-browsers.ts';

/** Engines that are not on this machine. */
export function missingEngines(): readonly EngineName[] {
  return ENGINE_NAMES.filter((name) => findBrowser(name) === undefined);
}

/** The line a person without root has to run. */
export function installLine(engines: readonly EngineName[]): string {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages(engines).join(' ')}`;
}

/**
 * As root on Debian: installs what is missing and says so. Elsewhere: prints the exact line to run. Never throws; what is
 * still missing afterwards is counted as skipped, or as failed where `CI=true`.
 */
export function installBrowsers(engines: readonly EngineName[], say: (line: string) => void): void {
  if (engines.length === 0) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    say(`missing ${engines.join(', ')}. To install on Debian or Ubuntu:\n  ${installLine(engines)}`);
    return;
  }
  say(`installing ${packages(engines).join(' ')}`);
  const options = { stdio: ['ignore', 'ignore', 'inherit'] as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const updated = spawnSync('apt-get', ['-q', 'update'], { ...options, stdio: [...options.stdio] });
  const installed = updated.status === 0
    ? spawnSync('apt-get', ['-q', 'install', '-y', '--no-install-recommends', ...packages(engines)], { ...options, stdio: [...options.stdio] })
    : updated;
  if (installed.status !== 0) say(`apt-get could not install them. By hand:\n  ${installLine(engines)}`);
}

function packages(engines: readonly EngineName[]): readonly string[] {
  return engines.flatMap((name) => DEBIAN_PACKAGES[name]);
}
