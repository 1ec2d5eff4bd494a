import { rolldown } from 'rolldown';
import { ROOT, writeFile } from './paths.ts';

export interface BundleRequest {
  readonly input: string;
  readonly output: string;
  /** `esm`: a module; `iife`: a classic script. Either is one self-contained file. */
  readonly format: 'esm' | 'iife';
  readonly platform: 'browser' | 'node';
  readonly minify: boolean;
  /** First line, such as a command's interpreter. */
  readonly banner?: string;
}

/** Source of one self-contained file. @throws {Error} a warning of the bundler, or a second chunk. */
export async function bundleSource(request: Omit<BundleRequest, 'output'>): Promise<string> {
  const warnings: string[] = [];
  const bundle = await rolldown({
    input: request.input,
    cwd: ROOT, // Its comments name files relative to this folder: the same wherever the build was called from.
    platform: request.platform,
    external: request.platform === 'node' ? [/^node:/, 'vite'] : [],
    // A classic script has no `import.meta`; only the type-only branch of a shared file could mention it.
    ...(request.format === 'iife' ? { transform: { define: { 'import.meta.url': 'self.location.href' } } } : {}),
    onLog: (level, log) => { if (level === 'warn') warnings.push(log.message); },
  });
  try {
    const { output } = await bundle.generate({
      format: request.format,
      codeSplitting: false,
      minify: request.minify,
      comments: { legal: false, annotation: true, jsdoc: false },
      ...(request.banner === undefined ? {} : { banner: request.banner }),
      ...(request.format === 'iife' ? { name: 'inward', extend: true } : {}),
    });
    if (warnings.length > 0) throw new Error(`${request.input}: ${warnings.join('\n')}`);
    if (output.length !== 1) throw new Error(`${request.input}: ${output.length} files instead of one`);
    return output[0].code;
  } finally {
    await bundle.close();
  }
}

export async function bundle(request: BundleRequest): Promise<void> {
  writeFile(request.output, await bundleSource(request));
}
