import { Command } from 'commander';
import { checkDeployment, type DeploymentReport } from '../doctor.ts';
import { formatTable } from '../eval/table.ts';
import { CommandFailure, EXIT, type Done } from './failure.ts';
import { findPackageRoot } from './package-root.ts';

const AFTER = `
URL is the folder of the copied assets as createSafety gets it, such as https://example.org/inward/<version>/. For the
address of a site without that path the folder /inward/<version>/ is looked at. Only that server is asked: one GET a file.
Exit code: 0 everything is as it must be, 1 a check failed.

Example:
  inward doctor https://example.org/inward/1.0.0/`;

export function doctorCommand(done: Done): Command {
  return new Command('doctor')
    .description("Check a deployment from outside: the worker's header byte for byte, types, and every file's digest.")
    .argument('<url>', 'where the assets are served')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', AFTER)
    .action(async (url: string, flags: { readonly json?: boolean }) => {
      const { folder, report } = await examine(url);
      process.stdout.write(flags.json === true
        ? `${JSON.stringify({ folder, ...report }, null, 2)}\n`
        : formatReport(folder, report));
      done(report.ok ? EXIT.ok : EXIT.failed);
    });
}

interface Examined {
  readonly folder: string;
  readonly report: DeploymentReport;
}

async function examine(url: string): Promise<Examined> {
  const [first, ...others] = foldersOf(url);
  if (first === undefined) throw badAddress();
  const given = await examineFolder(first);
  if (hasWorker(given.report)) return given;
  for (const folder of others) {
    const other = await examineFolder(folder);
    if (hasWorker(other.report)) return other;
  }
  return given;
}

async function examineFolder(folder: string): Promise<Examined> {
  try {
    return { folder, report: await checkDeployment(folder) };
  } catch (error) {
    throw error instanceof RangeError ? badAddress() : error;
  }
}

/** The address as a folder, then the usual folder below it. */
function foldersOf(url: string): readonly string[] {
  if (!URL.canParse(url)) return [];
  const base = new URL(url);
  base.search = '';
  base.hash = '';
  base.pathname = base.pathname.replace(/[^/]+\.(?:js|bin|html)$/u, '').replace(/\/?$/u, '/');
  const { version } = findPackageRoot();
  return [base.href, new URL(`inward/${version}/`, base).href];
}

/** False also where a site answers every address with its page. */
function hasWorker({ checks }: DeploymentReport): boolean {
  const isOk = (name: string): boolean => checks.some((check) => check.name === name && check.ok);
  return isOk('worker.js reachable') && isOk('worker.js MIME type');
}

function badAddress(): CommandFailure {
  return new CommandFailure('The address must be absolute and begin with https:// or http://.', EXIT.usage);
}

function formatReport(folder: string, report: DeploymentReport): string {
  const failed = report.checks.filter(({ ok }) => !ok).length;
  return `${folder}\n\n${formatTable(['check', 'result', 'found'], report.checks.map(({ name, ok, detail }) => [name, ok ? 'ok' : 'FAILED', detail]),
    'left')}\nFor the frame form a page's script-src must list ${report.frameScript}, and its worker-src blob:.\n${
    failed === 0 ? 'Everything is as it must be.' : `${failed} of ${report.checks.length} checks failed.`}\n`;
}
