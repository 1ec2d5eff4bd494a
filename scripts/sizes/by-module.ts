import { SourceMap } from 'node:module';
import { bundledFile, bundledParts, type BundledFile } from '../build/bundle.ts';
import { INNER_NAMES, PAGE_INNER_NAMES } from '../build/inner-names.ts';
import { inRoot } from '../build/paths.ts';
import { compressed, PAGE } from './budgets.ts';

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
  return sharesOf([await bundledFile({ ...SHIPPED, input: inRoot('src/worker/entry.ts'), innerNames: INNER_NAMES })]);
}

/** The same of the page's code that a first verdict waits for. */
export async function sharesOfPage(): Promise<readonly ModuleShare[]> {
  const parts = await bundledParts({ ...SHIPPED, input: inRoot('src/index.ts'), innerNames: PAGE_INNER_NAMES });
  return sharesOf(parts.filter(({ name }) => PAGE.includes(name)));
}

const SHIPPED = { format: 'esm', platform: 'browser', minify: true, mapped: true } as const;

function sharesOf(files: readonly BundledFile[]): readonly ModuleShare[] {
  const shares = new Map<string, { bytes: number; alone: number }>();
  for (const { code, map } of files) {
    if (map === undefined) throw new Error('The bundler made no map.');
    const owners = ownersOf(code, new SourceMap(JSON.parse(map) as ConstructorParameters<typeof SourceMap>[0]));
    const whole = compressed(Buffer.from(code));
    for (const file of new Set(owners)) {
      const rest = [...code].filter((_, at) => owners[at] !== file).join('');
      const { bytes, alone } = shares.get(file) ?? { bytes: 0, alone: 0 };
      shares.set(file, { bytes: bytes + code.length - rest.length, alone: alone + whole - compressed(Buffer.from(rest)) });
    }
  }
  return [...shares].map(([file, share]) => ({ file, ...share })).sort((a, b) => b.alone - a.alone);
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
