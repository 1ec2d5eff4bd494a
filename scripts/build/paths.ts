import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root, wherever the command was called from. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** Intermediate files: never committed, never packed. */
export const BUILD = join(ROOT, 'build');
export const DIST = join(ROOT, 'dist');
export const ASSETS = join(DIST, 'assets');

export function inRoot(...parts: string[]): string {
  return join(ROOT, ...parts);
}

export function writeFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** First line of every generated file: what made it, so that nobody edits it by hand. */
export function generatedBy(script: string): string {
  return `// Made by ${script}; edit that instead.\n`;
}
