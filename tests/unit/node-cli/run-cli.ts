import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BUILT = join(ROOT, 'dist', 'cli.js');

/** The built file where there is one, else the source; `INWARD_CLI=source` asks for the source. */
const COMMAND = existsSync(BUILT) && process.env['INWARD_CLI'] !== 'source'
  ? [BUILT]
  : ['--import', 'tsx', join(ROOT, 'src/node/cli.ts')];

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly input?: string | Uint8Array;
  /** Called with the running process, to end it or to feed it slowly. */
  readonly during?: (child: ChildProcess) => void;
}

/** The real command line as a process of its own. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...COMMAND, ...args], { cwd: ROOT, stdio: 'pipe' });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
    child.once('error', reject);
    child.once('close', (code) => { resolve({ code, stdout, stderr }); });
    child.stdin.on('error', () => undefined);
    if (options.input !== undefined) child.stdin.end(options.input);
    else if (options.during === undefined) child.stdin.end();
    options.during?.(child);
  });
}

/** A folder of its own, removed after the file's tests. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inward-cli-'));
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
  return folder;
}

/** Lines of a JSON Lines text. Fails on a line that is no JSON. */
export function parseLines(text: string): Record<string, unknown>[] {
  if (text === '') return [];
  if (!text.endsWith('\n')) throw new Error('The last line is not whole.');
  return text.slice(0, -1).split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
}
