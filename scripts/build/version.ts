import { readFileSync } from 'node:fs';
import { BUILD, generatedBy, inRoot, writeFile } from './paths.ts';

/** The package's version, for bundles that must know which assets are theirs. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { version: string }).version;
}

/** Writes `build/version.gen.ts`. */
export function buildVersion(): void {
  writeFile(`${BUILD}/version.gen.ts`, `${generatedBy('scripts/build/version.ts')}export const VERSION = '${packageVersion()}';\n`);
}
