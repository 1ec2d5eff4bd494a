import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../build/paths.ts';

export interface CommandResult {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs a tool of `node_modules/.bin` from the project's root. `show` passes its output through as it comes. */
export function runTool(tool: string, args: readonly string[], show: boolean): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(join(ROOT, 'node_modules/.bin', tool), [...args], {
      cwd: ROOT, stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    const chunks: Buffer[] = [];
    const keep = (chunk: Buffer): void => { chunks.push(chunk); };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => { resolve({ exitCode: 1, output: error.message }); });
    child.once('close', (code) => { resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }); });
  });
}
