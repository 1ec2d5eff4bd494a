import { isBuilt } from './build/stamp.ts';
import { installBrowsers, missingEngines } from './test/install-browsers.ts';
import { runChecks } from './test/checks.ts';
import { runTool } from './test/run-command.ts';
import { add, closingLine, type Tally } from './test/tally.ts';
import { runProject } from './test/vitest-project.ts';

/**
 * `npm test`: everything CI runs. Builds when a source changed, brings the browsers, then types, lint, boundaries and
 * both Vitest projects. A missing engine is a counted skip, and a failure where `CI=true`. What failed is named once more at the end; the last line is
 * `N passed, N failed, N skipped`; the exit code is 1 when anything failed.
 */
const start = Date.now();
const failures: string[] = [];
// The gate judges the code, not luck: by chance draw `vitest` by itself and `npm run fuzz`.
process.env['FC_SEED'] ??= '20261123';
const say = (line: string): void => { console.log(line); };
const stage = (name: string): void => { say(`\n== ${name} (${Math.round((Date.now() - start) / 1000)} s)`); };

stage('build');
let tally: Tally = await build();
stage('browsers');
installBrowsers(missingEngines(), say);
for (const engine of missingEngines()) say(`${process.env['CI'] === 'true' ? 'FAIL' : 'SKIP'} ${engine}: not on this machine`);
stage('types, lint, boundaries');
tally = add(tally, await runChecks(say, failures));
stage('tests in Node');
tally = add(tally, await runProject('node', failures));
stage('tests in Chromium, Firefox and WebKit');
tally = add(tally, await runProject('browser', failures));
say('');
for (const failure of failures) say(`FAIL ${failure}`);
say(closingLine(tally));
process.exitCode = tally.failed === 0 ? 0 : 1;

async function build(): Promise<Tally> {
  if (isBuilt()) {
    say('dist/ is up to date');
    return { passed: 1, failed: 0, skipped: 0 };
  }
  const { exitCode } = await runTool('tsx', ['scripts/build.ts'], true);
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}
