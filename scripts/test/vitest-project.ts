import { existsSync, readFileSync, rmSync } from 'node:fs';
import { BUILD, ROOT } from '../build/paths.ts';
import { runTool } from './run-command.ts';
import { failuresIn, tallyReport, type Tally } from './tally.ts';

/** One project of `vitest.config.ts`: dots and failures on the terminal, counts from the JSON report. @param failures what failed is added, a line each */
export async function runProject(project: 'node' | 'browser', failures: string[]): Promise<Tally> {
  const report = `${BUILD}/test-${project}.json`;
  rmSync(report, { force: true });
  const { exitCode } = await runTool('vitest', [
    'run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`,
  ], true);
  const json = existsSync(report) ? readFileSync(report, 'utf8') : undefined;
  const named = failuresIn(json, ROOT);
  failures.push(...named.length === 0 && exitCode !== 0 ? [`${project}: the run ended with exit code ${exitCode}`] : named);
  return tallyReport(json, exitCode);
}
