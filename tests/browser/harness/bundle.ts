import { rolldown, type Plugin } from 'rolldown';

/** A TypeScript file and all it imports as one ES module's source, for a route of `serveStatic`. */
export async function bundlePage(file: string, format: 'esm' | 'iife' = 'esm', plugins: readonly Plugin[] = []): Promise<string> {
  const bundle = await rolldown({ input: file, platform: 'browser', logLevel: 'silent', plugins: [...plugins] });
  try {
    const { output } = await bundle.generate({ format, codeSplitting: false, ...(format === 'iife' ? { name: 'bundle' } : {}) });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
