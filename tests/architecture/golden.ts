import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../scripts/build/paths.ts';

const FOLDER = inRoot('tests/architecture');

/** A committed snapshot. Written only with `CREATE_GOLDENS=1`: a change of it is a change somebody reviews. */
export function golden(name: string, current: string): string {
  const path = join(FOLDER, name);
  if (process.env['CREATE_GOLDENS'] === '1') writeFileSync(path, current);
  return readFileSync(path, 'utf8');
}
