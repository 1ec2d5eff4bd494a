import { SourceMap } from 'node:module';
import { bundledFile } from '../build/bundle.ts';
import { INNER_NAMES } from '../build/inner-names.ts';
import { inRoot } from '../build/paths.ts';
import { compressed } from './budgets.ts';

export interface ModuleShare {
  /** A source file, from the root. */
  readonly file: string;
  /** Bytes of its code in the bundle as it ships. */
  readonly bytes: number;
  /** What the bundle would lose after brotli without them: what others say too costs nothing, so the sum is less than the whole. */
  readonly alone: number;
}

/** Which source has which part of `worker.js`, most first. Bundled anew from the sources: about 10 seconds. */
export async function sharesOfWorker(): Promise<readonly ModuleShare[]> {
  const { code, map } = await bundledFile({
    input: inRoot('src/worker/entry.ts'), format: 'esm', platform: 'browser', minify: true, innerNames: INNER_NAMES, mapped: true,
  });
  if (map === undefined) throw new Error('The bundler made no map.');
  const owners = ownersOf(code, new SourceMap(JSON.parse(map) as ConstructorParameters<typeof SourceMap>[0]));
  const whole = compressed(Buffer.from(code));
  return [...new Set(owners)].map((file) => {
    const rest = [...code].filter((_, at) => owners[at] !== file).join('');
    return { file, bytes: Buffer.byteLength(code) - Buffer.byteLength(rest), alone: whole - compressed(Buffer.from(rest)) };
  }).sort((a, b) => b.alone - a.alone);
}

/** The source of each UTF-16 unit. A map names the places where something begins; what is between goes with it. */
function ownersOf(code: string, map: SourceMap): readonly string[] {
  const owners: string[] = [];
  for (const [line, text] of code.split('\n').entries()) {
    for (let column = 0; column <= text.length; column++) {
      const entry = map.findEntry(line, column);
      owners.push('originalSource' in entry && entry.originalSource !== undefined ? entry.originalSource.replace(/^(?:\.\.\/)+/u, '') : 'the bundler');
    }
  }
  return owners;
}
