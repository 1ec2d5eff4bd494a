import { describe, expect, it } from 'vitest';
import { DEBIAN_PACKAGES, ENGINE_NAMES } from '../../../scripts/test/find-browsers.ts';
import { installLine } from '../../../scripts/test/install-browsers.ts';
import { add, closingLine, failuresIn, NOTHING, tallyReport } from '../../../scripts/test/tally.ts';
import { planFor } from '../../browser/harness/plan.ts';

describe('the closing line', () => {
  const report = (over: object): string => JSON.stringify({
    numPassedTests: 3, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }], ...over,
  });

  it('adds up passes, failures and skips', () => {
    expect(tallyReport(report({}), 0)).toEqual({ passed: 3, failed: 0, skipped: 3 });
    expect(tallyReport(report({ numFailedTests: 2 }), 1)).toEqual({ passed: 3, failed: 2, skipped: 3 });
    expect(closingLine(add(add(NOTHING, { passed: 1, failed: 2, skipped: 3 }), { passed: 10, failed: 20, skipped: 30 }))).toBe('11 passed, 22 failed, 33 skipped');
  });

  it('counts a file that could not be loaded, a run that crashed, and one that left no report', () => {
    expect(tallyReport(report({ testResults: [{ status: 'failed', assertionResults: [] }] }), 1).failed).toBe(1);
    expect(tallyReport(report({}), 1).failed).toBe(1);
    expect(tallyReport(undefined, 0).failed).toBe(1);
  });
});

describe('what failed', () => {
  it('is named by file and test, and a file or a run that broke as well', () => {
    const testResults = [
      { name: '/root/tests/a.test.ts', status: 'failed', assertionResults: [{ status: 'passed', fullName: 'x' }, { status: 'failed', fullName: 'words are hidden' }] },
      { name: '/root/tests/b.test.ts', status: 'failed', assertionResults: [] },
      { name: '/root/tests/c.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'y' }] },
    ];
    expect(failuresIn(JSON.stringify({ testResults }), '/root')).toEqual(['tests/a.test.ts: words are hidden', 'tests/b.test.ts: before its first test']);
    expect(failuresIn(undefined, '/root')).toEqual(['a run that made no report']);
  });
});

describe('a missing engine', () => {
  it('is a skip here and a failure in CI', () => {
    expect(planFor('webkit', false, {})).toBe('skip');
    expect(planFor('webkit', false, { CI: 'true' })).toBe('fail');
  });

  it('is told from one that a developer left out, which CI does not allow', () => {
    expect(planFor('webkit', true, {})).toBe('run');
    expect(planFor('webkit', true, { INWARD_ENGINES: 'chromium,firefox' })).toBe('skip');
    expect(planFor('firefox', true, { INWARD_ENGINES: 'chromium,firefox' })).toBe('run');
    expect(planFor('webkit', true, { INWARD_ENGINES: 'chromium', CI: 'true' })).toBe('run');
  });

  it('comes with the line that installs it', () => {
    expect(installLine(['webkit'])).toBe('sudo apt-get update && sudo apt-get install -y --no-install-recommends webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb xauth');
    for (const engine of ENGINE_NAMES) expect(installLine(ENGINE_NAMES)).toContain(DEBIAN_PACKAGES[engine].join(' '));
  });
});
