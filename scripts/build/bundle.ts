import swc from '@swc/wasm';
import { rolldown } from 'rolldown';
import { minify } from 'terser';
import { closedRuntime } from './closed-runtime.ts';
import { ROOT, writeFile } from './paths.ts';

export interface BundleRequest {
  /** One source, or several by the name of the file each becomes. */
  readonly input: string | Readonly<Record<string, string>>;
  readonly output: string;
  /** `esm`: a module; `iife`: a classic script. Either is one self-contained file. */
  readonly format: 'esm' | 'iife';
  readonly platform: 'browser' | 'node';
  readonly minify: boolean;
  /** Properties that the minifier may name as it likes: nobody outside the file reads them. */
  readonly innerNames?: readonly string[];
  /** Marks where each source file's code begins with `// path`; off in what ships: the paths depend on the folder. */
  readonly marks?: boolean;
  /** Says of every place of the code which source it comes from; in nothing that ships. */
  readonly mapped?: boolean;
  /** First line, such as a command's interpreter. */
  readonly banner?: string;
}

/** Packages whose code went into a bundle of this build, for the notices that go with it. */
export const bundledPackages = new Set<string>();

/** What an entry becomes: the file of its name, and parts that it loads when they are needed. */
export interface BundledFile {
  readonly name: string;
  readonly code: string;
  /** Source map v3 as JSON, where it was asked for. */
  readonly map: string | undefined;
}

/** Source of one self-contained file. @throws {Error} a warning of the bundler, or a second chunk. */
export async function bundleSource(request: Omit<BundleRequest, 'output'>): Promise<string> {
  return (await bundledFile(request)).code;
}

/** The same with its map, if asked for. */
export async function bundledFile(request: Omit<BundleRequest, 'output'>): Promise<BundledFile> {
  const [file, ...parts] = await generate(request, false);
  if (file === undefined || parts.length > 0) throw new Error(`${named(request)}: ${parts.length + 1} files instead of one`);
  return file;
}

/** An entry and the parts it loads, as `bundleInParts` writes them. */
export async function bundledParts(request: Omit<BundleRequest, 'output'>): Promise<readonly BundledFile[]> {
  return await generate(request, true);
}

/** What several parts of one entry need is one file: each part more costs the first load its own compression. Several entries keep what each is asked for by name. */
const SHARED = { groups: [
  // Only parts that are loaded later make ids of notices.
  { name: 'notice-id', test: /src\/contract\/notice-id\.ts$/u, priority: 1 },
  { name: 'shared', minShareCount: 2 },
] };

async function generate(request: Omit<BundleRequest, 'output'>, inParts: boolean): Promise<readonly BundledFile[]> {
  const warnings: string[] = [];
  const bundle = await rolldown({
    input: typeof request.input === 'string' ? request.input : { ...request.input },
    cwd: ROOT,
    experimental: { attachDebugInfo: request.marks === true ? 'simple' : 'none' },
    platform: request.platform,
    external: request.platform === 'node' ? [/^node:/, 'vite', /^onnxruntime-web\//] : [],
    plugins: [closedRuntime()],
    // A classic script has no `import.meta`; only the type-only branch of a shared file could mention it.
    ...(request.format === 'iife' ? { transform: { define: { 'import.meta.url': 'self.location.href' } } } : {}),
    onLog: (level, log) => { if (level === 'warn') warnings.push(log.message); },
  });
  try {
    const { output } = await bundle.generate({
      format: request.format,
      ...(inParts ? { entryFileNames: '[name].js', chunkFileNames: typeof request.input === 'string' ? '[name].js' : '[name]-parts.js', codeSplitting: typeof request.input === 'string' ? SHARED : {} } : { codeSplitting: false }),
      minify: request.minify,
      sourcemap: request.mapped === true ? 'hidden' : false,
      comments: { legal: false, annotation: true, jsdoc: false },
      ...(request.banner === undefined ? {} : { banner: request.banner }),
      ...(request.format === 'iife' ? { name: 'inward', extend: true } : {}),
    });
    if (warnings.length > 0) throw new Error(`${named(request)}: ${warnings.join('\n')}`);
    return await Promise.all(output.filter(({ fileName }) => !fileName.endsWith('.map')).map(async (file) => {
      if (file.type !== 'chunk') throw new Error(`${named(request)}: an asset where code was expected`);
      for (const module of Object.keys(file.modules)) {
        const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(module)?.[1];
        if (name !== undefined) bundledPackages.add(name);
      }
      const { fileName: name, code } = file;
      const map = file.map?.toString();
      return { name, ...(request.minify ? await smaller(code, request, map, inParts) : { code, map }) };
    }));
  } finally {
    await bundle.close();
  }
}

function named({ input }: Pick<BundleRequest, 'input'>): string {
  return typeof input === 'string' ? input : Object.values(input).join(', ');
}

/** In every part the same for the same name: one for each of the longest list, or parts would not know each other's. */
const LETTERS = [...'etnrisoaldcufhmgpywvbxkASMOTUjEWLCNIR$zBPqFDV_YGJHXZKQ', 'ee', 'te', 'ne', 're', 'ie', 'se', 'oe', 'ae', 'le', 'de'];

/**
 * What ships to a phone goes through more minifiers: 1 % less after brotli with terser, which names properties too, and of the text worker 1.6 % more
 * with swc and terser once again.
 */
async function smaller(code: string, { format, innerNames = [] }: Pick<BundleRequest, 'format' | 'innerNames'>, map: string | undefined, inParts: boolean): Promise<Omit<BundledFile, 'name'>> {
  const module = format === 'esm';
  const common = { module, ecma: 2020, compress: { passes: 3 }, format: { comments: false, ascii_only: true, semicolons: false } } as const;
  const from = (content: string | undefined): { sourceMap?: { content: string } } => (content === undefined ? {} : { sourceMap: { content } });
  const named = await minify(code, {
    ...common,
    mangle: { module, properties: innerNames.length > 0 && { regex: new RegExp(`^(?:${innerNames.join('|')})$`, 'u') } },
    // In every file of an entry the same; else the minifier chooses, which is a little shorter.
    ...(inParts ? { nameCache: { props: { props: Object.fromEntries(innerNames.map((name, n) => [`$${name}`, LETTERS[n]])) } } } : {}),
    ...from(map),
  });
  // Its types know only whether a map is made, not that it may be told of an earlier one.
  const told = from(named.map as string | undefined) as { sourceMap?: never };
  const dense = await swc.minify(named.code as string, { module, ecma: 2020, compress: { passes: 3 }, mangle: true, ...told });
  const made = await minify(dense.code, { ...common, mangle: { module }, ...from(dense.map) });
  if (made.code === undefined) throw new Error('terser made nothing.');
  return { code: made.code, map: typeof made.map === 'string' ? made.map : undefined };
}

export async function bundle(request: BundleRequest): Promise<void> {
  writeFile(request.output, await bundleSource(request));
}

/** An entry and the parts it loads by `import()`, into one folder under their own names. */
export async function bundleInParts(request: Omit<BundleRequest, 'output'> & { readonly folder: string }): Promise<void> {
  for (const { name, code } of await bundledParts(request)) writeFile(`${request.folder}/${name}`, code);
}
