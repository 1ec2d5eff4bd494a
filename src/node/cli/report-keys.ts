import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { makeRecipientKey } from '../../report/index.ts';
import { parseModeratorFile, stored, type ModeratorFile } from '../report/moderator-file.ts';
import { CommandFailure, EXIT, fileFailure, type Done } from './failure.ts';

interface KeysFlags {
  readonly name: string;
  readonly policy: string;
  readonly days: string;
  readonly from?: string;
}

const DAY_MS = 86_400_000;

const AFTER = `
Writes the private file of a recipient of reports, readable by its owner only, and prints the public key that apps pin in their code.
Where the file is there, a key is added in front and the old ones stay, to open what was sealed to them: that is how keys rotate. A new
file also gets a tag key for the server's side of franking.

Example:
  inward report keys moderator.json --name "Safety team" --policy terms-2026-11 --days 90`;

export function reportKeysCommand(done: Done): Command {
  return new Command('keys')
    .description('Make or rotate the keys that reports are sealed to and receipts are signed with.')
    .argument('<file>', 'private file of the recipient')
    .requiredOption('--name <name>', 'as people read it before they send')
    .requiredOption('--policy <version>', 'version of the terms that reports stand on')
    .option('--days <days>', 'days in force', '90')
    .option('--from <date>', 'in force from then, such as 2026-12-01; default a day ago, for phones whose clock is slow')
    .addHelpText('after', AFTER)
    .action(async (path: string, flags: KeysFlags) => {
      await addKey(path, flags);
      done(EXIT.ok);
    });
}

async function addKey(path: string, { name, policy, days, from }: KeysFlags): Promise<void> {
  const notBefore = from === undefined ? Date.now() - DAY_MS : Date.parse(from);
  if (!(Number(days) > 0) || Number.isNaN(notBefore)) throw new CommandFailure('--days is a number over 0, --from a date.', EXIT.usage);
  const old = await earlier(path);
  const made = await makeRecipientKey({ name, policy, notBefore, notAfter: notBefore + Math.ceil(Number(days)) * DAY_MS });
  const file: ModeratorFile = {
    'inward-moderator': 1, keys: [stored(made), ...old?.keys ?? []], tagKeys: old?.tagKeys ?? [{ id: randomBytes(6).toString('base64url'), key: randomBytes(32).toString('base64url') }],
  };
  await writeFile(path, `${JSON.stringify(file, null, 1)}\n`, { mode: 0o600 }).catch((error: unknown) => { throw fileFailure('write', path, error); });
  process.stdout.write(`${JSON.stringify(made.key, null, 1)}\n`);
}

async function earlier(path: string): Promise<ModeratorFile | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw fileFailure('read', path, error);
  });
  if (text === undefined) return undefined;
  const file = parseModeratorFile(text);
  // What is there may be somebody's only private key, or anything else: it is not written over.
  if (file === undefined) throw new CommandFailure(`${path} is there and is no file of "inward report keys".`);
  return file;
}
