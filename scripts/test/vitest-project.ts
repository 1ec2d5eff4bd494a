import { existsSync, readFileSync, rmSync } from 'node:fs';
import { BUILD } from '../build/paths.ts';
import { runTool } from './run-command.ts';
import { tallyReport, type Tally } from './tally.ts';

/** One project of `vitest.config.ts`: dots and failures on the terminal, counts from the JSON report. */
export async function runProject(project: 'node' | 'browser'): Promise<Tally> {
  const report = `${BUILD}/test-${project}.json`;
  rmSync(report, { force: true });
  const { exitCode } = await runTool('vitest', [
    'run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`,
  ], true);
  return tallyReport(existsSync(report) ? readFileSync(report, 'utf8') : undefined, exitCode);
}
