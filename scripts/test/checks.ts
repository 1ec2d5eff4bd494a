import { readdirSync } from 'node:fs';
import { ROOT } from '../build/paths.ts';
import { runTool } from './run-command.ts';
import { add, NOTHING, type Tally } from './tally.ts';

/** Folders whose imports the room table governs. */
const CRUISED = ['src', 'models', 'scripts', 'demo', 'assembly/tables/build'];

interface Check {
  readonly name: string;
  readonly tool: string;
  readonly args: readonly string[];
}

/** Each room has its own `lib`, so its own configuration. */
export function typeConfigs(): readonly string[] {
  return readdirSync(ROOT).filter((name) => /^tsconfig\.[a-z]+\.json$/.test(name) && name !== 'tsconfig.base.json').sort();
}

/** Types by room, lint, boundaries: each counts as one test. */
function checks(): readonly Check[] {
  return [
    ...typeConfigs().map((config) => ({ name: `types ${config}`, tool: 'tsc', args: ['-p', config] })),
    { name: 'lint', tool: 'eslint', args: ['.'] },
    { name: 'boundaries', tool: 'depcruise', args: ['--config', '.dependency-cruiser.cjs', ...CRUISED] },
  ];
}

/** @param failures what failed is added, a line each */
export async function runChecks(say: (line: string) => void, failures: string[]): Promise<Tally> {
  let tally = NOTHING;
  for (const { name, tool, args } of checks()) {
    const { exitCode, output } = await runTool(tool, args, false);
    say(`${exitCode === 0 ? 'ok  ' : 'FAIL'} ${name}`);
    if (exitCode !== 0) {
      say(output.trimEnd());
      failures.push(name);
    }
    tally = add(tally, exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });
  }
  return tally;
}
