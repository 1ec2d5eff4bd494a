import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { MODERATOR, MODERATOR_SECRETS, TAG_KEY } from '../office-keys.ts';

const KEYS = {
  'inward-moderator': 1, keys: [{ key: MODERATOR, privateKey: MODERATOR_SECRETS.opens, receiptPrivateKey: MODERATOR_SECRETS.signs }], tagKeys: [TAG_KEY],
};

/** What became of reports as a page, by `inward report indicators` over the desk's records. @throws {Error} the command made no page */
export async function indicatorsOf(cases: string, now: number): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('inward/package.json');
  const { bin } = JSON.parse(await readFile(manifest, 'utf8')) as { readonly bin: { readonly inward: string } };
  const folder = await mkdtemp(join(tmpdir(), 'inward-desk-'));
  const [lines, keys, page] = ['cases.jsonl', 'keys.json', 'page.html'].map((name) => join(folder, name)) as [string, string, string];
  try {
    await Promise.all([writeFile(lines, cases), writeFile(keys, JSON.stringify(KEYS))]);
    // A line that is no case is told of by the exit code, and the page is there.
    await promisify(execFile)(process.execPath, [join(dirname(manifest), bin.inward), 'report', 'indicators', '--in', lines, '--keys', keys, '--html', page, '--name', 'Inward playground', '--as-of', new Date(now).toISOString(), '--smallest', '1']).catch(() => undefined);
    return await readFile(page, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
