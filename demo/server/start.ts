import { parseArgs } from 'node:util';
import { buildClient, CLIENT_FOLDER } from './client-build.ts';
import { startDemoServer } from './demo-server.ts';
import { developSite } from './develop.ts';
import { findPackage } from './package-assets.ts';
import { siteOf } from './site.ts';

/** `npm run demo`: builds the page where needed, serves it and the relay on `PORT`, and says where. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { dev: { type: 'boolean', default: false } } });
  const port = readPort(process.env['PORT']);
  const { folder, version } = findPackage();
  if (!values.dev) await buildClient();
  const site = values.dev ? await developSite(folder, version) : siteOf(CLIENT_FOLDER, folder, version);
  const { origin } = await startDemoServer({ port, site });
  console.log(`\n  Inward playground  ${origin}\n`);
  console.log(`  Ada       ${origin}/?as=ada\n  Ben       ${origin}/?as=ben\n  Stranger  ${origin}/?as=stranger\n`);
  console.log(`  ${values.dev ? 'Development server: relaxed page policy, worker files sealed as ever.' : 'Ctrl+C stops it.'}\n`);
}

function readPort(value: string | undefined): number {
  if (value === undefined || value === '') return 4173;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be a whole number from 0 to 65535, not "${value}".`);
  return port;
}

main().catch((error: unknown) => {
  const taken = (error as { code?: unknown }).code === 'EADDRINUSE';
  const port = process.env['PORT'] ?? '4173';
  console.error(taken
    ? `Port ${port} is taken by another program. Choose one: PORT=${Number(port) + 1} npm run demo`
    : error instanceof Error ? error.message : String(error));
  process.exit(1);
});
