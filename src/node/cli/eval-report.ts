import { writeFile } from 'node:fs/promises';
import type { About } from '../../contract/safety.ts';
import { fileFailure } from './failure.ts';

/** The table for people on stdout, the report as JSON where asked; with `--out -` JSON alone is on stdout. */
export async function printReport(table: string, report: unknown, out: string | undefined): Promise<void> {
  const json = `${JSON.stringify(report, null, 2)}\n`;
  (out === '-' ? process.stderr : process.stdout).write(table);
  if (out === '-') process.stdout.write(json);
  else if (out !== undefined) await writeFile(out, json).catch((error: unknown) => { throw fileFailure('write', out, error); });
}

/** What was measured: package version and the digests of the model and tables. No date: the same run, the same bytes. */
export function measuredEngine(about: About): { readonly version: string; readonly assets: Readonly<Record<string, string>> } {
  return { version: about.version, assets: Object.fromEntries(about.assets.map(({ name, sha256 }) => [name, sha256])) };
}
