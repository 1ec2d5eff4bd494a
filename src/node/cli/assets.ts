import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { SEAL_HEADER_NAME, SEAL_HEADER_VALUE } from '../../contract/seal.ts';
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
    .option('--quiet', 'print no header snippets')
    .addHelpText('after', AFTER)
    .action(async (folder: string, flags: { readonly force?: boolean; readonly quiet?: boolean }) => {
      await copyAssets(folder, flags.force === true);
      if (flags.quiet !== true) process.stdout.write(`\n${HEADER_SNIPPETS.map(formatSnippet).join('\n')}`);
      done(EXIT.ok);
    });
}

async function copyAssets(folder: string, force: boolean): Promise<void> {
  const { folder: root, version } = findPackageRoot();
  const from = join(root, 'dist', 'assets');
  const names = (await readdir(from).catch(() => [])).sort();
  if (names.length === 0) throw new CommandFailure('The package is not built: there is nothing in dist/assets. Run npm run build.');
  const to = join(folder, version);
  await mkdir(to, { recursive: true }).catch((error: unknown) => { throw fileFailure('make', to, error); });
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(from, name)) })));
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
