import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { RUNTIME_ASSET, RUNTIME_VERSION } from '../../../build/onnx-assets.gen.ts';
import { RUNTIME } from '../../contract/host-model.ts';
import { SEAL_HEADER_NAME, SEAL_HEADER_VALUE } from '../../contract/seal.ts';
import { runtimePath } from '../node-scorer.ts';
import { CommandFailure, EXIT, fileFailure, type Done } from './failure.ts';
import { formatSnippet, HEADER_SNIPPETS } from './header-snippets.ts';
import { findPackageRoot } from './package-root.ts';
import { formatTable } from '../eval/table.ts';

const AFTER = `
The files go to DIR/<version>/, so that an old page keeps its own while a new one is rolled out. Files that are there
already must be the same; --force replaces them. The worker must be served with exactly this header:

  ${SEAL_HEADER_NAME}: ${SEAL_HEADER_VALUE}

Where no header can be set, createSafety uses the sealed frame instead. "inward doctor URL" checks a deployment.

Example:
  inward assets public/inward`;

export function assetsCommand(done: Done): Command {
  return new Command('assets')
    .description('Copy the files a page needs into a folder of your site and print how to serve them.')
    .argument('<dir>', 'folder that is served as /inward/')
    .option('--force', 'replace files of the same version that differ')
    .option('--onnx', 'also copy ONNX Runtime\'s WebAssembly (14 MB) from the onnxruntime-web installed here: for a model of your own')
    .option('--quiet', 'print no header snippets')
    .addHelpText('after', AFTER)
    .action(async (folder: string, flags: { readonly force?: boolean; readonly onnx?: boolean; readonly quiet?: boolean }) => {
      await copyAssets(folder, flags.force === true, flags.onnx === true ? [await readRuntime()] : []);
      if (flags.quiet !== true) process.stdout.write(`\n${HEADER_SNIPPETS.map(formatSnippet).join('\n')}`);
      done(EXIT.ok);
    });
}

interface CopiedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Of the host's copy of `onnxruntime-web`, in just the version that `worker-onnx.js` was made for. */
async function readRuntime(): Promise<CopiedFile> {
  const path = runtimePath(join(process.cwd(), 'package.json')) ?? runtimePath(import.meta.url);
  const bytes = path === undefined ? undefined : await readFile(path).catch(() => undefined);
  if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== RUNTIME_ASSET.sha256) {
    throw new CommandFailure(`${bytes === undefined ? 'onnxruntime-web is not installed here' : 'onnxruntime-web is here in another version'}. Run: npm install onnxruntime-web@${RUNTIME_VERSION}`);
  }
  return { name: RUNTIME, bytes };
}

async function copyAssets(folder: string, force: boolean, more: readonly CopiedFile[]): Promise<void> {
  const { folder: root, version } = findPackageRoot();
  const from = join(root, 'dist', 'assets');
  const names = (await readdir(from).catch(() => [])).sort();
  if (names.length === 0) throw new CommandFailure('The package is not built: there is nothing in dist/assets. Run npm run build.');
  const to = join(folder, version);
  await mkdir(to, { recursive: true }).catch((error: unknown) => { throw fileFailure('make', to, error); });
  const files: readonly CopiedFile[] = [...await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(from, name)) }))), ...more];
  // All are compared before the first is written: a refused run changes nothing.
  if (!force) for (const { name, bytes } of files) await refuseOther(join(to, name), bytes);
  for (const { name, bytes } of files) {
    await writeFile(join(to, name), bytes).catch((error: unknown) => { throw fileFailure('write', join(to, name), error); });
  }
  process.stdout.write(formatTable(['file', 'bytes', 'sha256'], files.map(({ name, bytes }) => [
    join(to, name), `${bytes.byteLength}`, createHash('sha256').update(bytes).digest('hex'),
  ])));
}

async function refuseOther(path: string, bytes: Buffer): Promise<void> {
  const there = await readFile(path).catch(() => null);
  if (there !== null && !there.equals(bytes)) {
    throw new CommandFailure(`${path} is there and differs from this version's file. --force replaces it.`);
  }
}
