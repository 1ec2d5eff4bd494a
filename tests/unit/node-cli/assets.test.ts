import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RUNTIME_ASSET } from '../../../build/onnx-assets.gen.ts';
import { SEAL_HEADER_VALUE } from '../../../src/contract/seal.ts';
import { formatSnippet, HEADER_SNIPPETS } from '../../../src/node/cli/header-snippets.ts';
import { findPackageRoot } from '../../../src/node/cli/package-root.ts';
import { runCli, tempFolder } from './run-cli.ts';

const DOC = readFileSync(fileURLToPath(new URL('../../../docs/deploy.md', import.meta.url)), 'utf8');
const { version, folder: root } = findPackageRoot();

describe('header snippets', () => {
  it.each(HEADER_SNIPPETS.map((snippet) => [snippet.name, snippet] as const))('%s stands in docs/deploy.md', (_name, snippet) => {
    expect(DOC).toContain(formatSnippet(snippet));
  });

  it.each(HEADER_SNIPPETS.filter(({ name }) => name !== 'Vite').map((snippet) => [snippet.name, snippet] as const))(
    '%s sends the header byte for byte', (_name, snippet) => { expect(snippet.code).toContain(SEAL_HEADER_VALUE); });

  it('are all in the document, and no other server is', () => {
    const titles = [...DOC.matchAll(/^### (.*)$/gmu)].map((match) => match[1]);
    expect(titles).toEqual(HEADER_SNIPPETS.map(({ name }) => name));
  });
});

describe.skipIf(!existsSync(join(root, 'dist/assets')))('assets DIR', () => {
  const folder = tempFolder();

  it('copies every asset under the version and prints the snippets', async () => {
    const { code, stdout } = await runCli(['assets', folder]);
    expect(code).toBe(0);
    const names = readdirSync(join(root, 'dist/assets')).sort();
    expect(names).toContain('worker.js');
    expect(readdirSync(join(folder, version)).sort()).toEqual(names);
    for (const name of names) {
      const bytes = readFileSync(join(folder, version, name));
      expect(bytes.equals(readFileSync(join(root, 'dist/assets', name)))).toBe(true);
      expect(stdout).toContain(createHash('sha256').update(bytes).digest('hex'));
    }
    for (const snippet of HEADER_SNIPPETS) expect(stdout).toContain(snippet.code);
  });

  it('copies ONNX Runtime\'s WebAssembly where it is asked to, and just the one that fits', async () => {
    const name = 'ort-wasm-simd-threaded.wasm';
    expect(existsSync(join(folder, version, name))).toBe(false);
    const { code, stdout } = await runCli(['assets', folder, '--onnx', '--quiet']);
    expect(code).toBe(0);
    const bytes = readFileSync(join(folder, version, name));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(RUNTIME_ASSET.sha256);
    expect(stdout).toContain(RUNTIME_ASSET.sha256);
  });

  it('runs twice, but keeps a changed file unless forced', async () => {
    expect((await runCli(['assets', folder, '--quiet'])).code).toBe(0);
    const worker = join(folder, version, 'worker.js');
    writeFileSync(worker, 'changed');
    const refused = await runCli(['assets', folder, '--quiet']);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('--force replaces it') as string });
    expect(readFileSync(worker, 'utf8')).toBe('changed');
    expect((await runCli(['assets', folder, '--quiet', '--force'])).code).toBe(0);
    expect(readFileSync(worker, 'utf8')).not.toBe('changed');
  });
});
