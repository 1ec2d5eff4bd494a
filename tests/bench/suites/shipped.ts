import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/** What the suites measure of the package, from the same bundler as what ships. */
export type Shipped = typeof import('./shipped-entry.ts');

let bundled: Promise<Shipped> | undefined;

/**
 * The engine and its kernel bundled as the worker is. Source run through a transpiler at start is no fair picture: its
 * helpers for function names alone cost a tenth of a message.
 */
export function loadShipped(root: string): Promise<Shipped> {
  bundled ??= bundle(root);
  return bundled;
}

async function bundle(root: string): Promise<Shipped> {
  const input = await rolldown({ input: join(root, 'tests/bench/suites/shipped-entry.ts'), platform: 'node', logLevel: 'silent' });
  try {
    const { output } = await input.generate({ format: 'esm', codeSplitting: false, minify: true });
    const folder = join(root, 'build/bench');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'shipped.js');
    writeFileSync(file, output[0].code);
    return await import(pathToFileURL(file).href) as Shipped;
  } finally {
    await input.close();
  }
}
