import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const demo = dirname(fileURLToPath(import.meta.url));
const manifest = createRequire(import.meta.url).resolve('inward/package.json');
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };

export default defineConfig({
  root: demo,
  publicDir: join(demo, 'public'),
  define: { __INWARD_VERSION__: JSON.stringify(version) },
  build: {
    outDir: join(dirname(demo), 'build', 'demo'),
    emptyOutDir: true,
    target: 'es2022',
    // The page's policy has no `data:`; every file stays a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Algorithms that the playground's cipher suite never loads; see docs/decisions on the MLS library.
      onwarn(warning, warn) {
        if (warning.message.includes('externalized for browser compatibility')) return;
        warn(warning);
      },
    },
  },
});
