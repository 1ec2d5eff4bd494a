/** What one part of the run adds to the closing line. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The last line of `npm test`, in the form that other programs read. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name?: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName?: string }[];
  }[];
}

/**
 * Counts of Vitest's JSON report. A file that fails before its first test (a bad import, a failing set-up) counts as one
 * failure, and so does a run that ends badly without naming any: an unhandled rejection, a crashed worker, no report.
 */
export function tallyReport(json: string | undefined, exitCode: number): Tally {
  if (json === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(json) as VitestReport;
  const brokenFiles = report.testResults.filter((file) =>
    file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** What failed, a line each, to stand at the end of a long run: the file from the root, and the test's name. */
export function failuresIn(json: string | undefined, root: string): readonly string[] {
  if (json === undefined) return ['a run that made no report'];
  return (JSON.parse(json) as VitestReport).testResults.filter(({ status }) => status === 'failed').flatMap(({ name = '', assertionResults }) => {
    const file = name.replace(`${root}/`, '');
    const tests = assertionResults.filter(({ status }) => status === 'failed').map(({ fullName = '' }) => `${file}: ${fullName}`);
    return tests.length > 0 ? tests : [`${file}: before its first test`];
  });
}
