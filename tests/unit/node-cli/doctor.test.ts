import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEAL_HEADER_NAME, SEAL_HEADER_VALUE } from '../../../src/contract/seal.ts';
import { findPackageRoot } from '../../../src/node/cli/package-root.ts';
import { serveStatic, type StaticServer } from '../../browser/harness/serve.ts';
import { runCli } from './run-cli.ts';

const { folder: root, version } = findPackageRoot();
const ASSETS = join(root, 'dist/assets');

describe.skipIf(!existsSync(ASSETS))('doctor URL', () => {
  let server: StaticServer;
  const headers: Record<string, string> = { '/right': SEAL_HEADER_VALUE, '/loose': `${SEAL_HEADER_VALUE} 'self'`, '/none': '' };

  beforeAll(async () => {
    const folders = Object.keys(headers).map((name) => `${name}/inward/${version}/`);
    server = await serveStatic({
      roots: Object.fromEntries(folders.map((folder) => [folder, ASSETS])),
      headers: (path) => {
        const value = headers[path.slice(0, path.indexOf('/', 1))];
        return /\/worker(-plain|-notices|-media|-chain|-onnx)?\.js$/u.test(path) && value !== undefined && value !== '' ? { [SEAL_HEADER_NAME]: value } : undefined;
      },
    });
  });
  afterAll(() => server.close());

  it('passes a deployment that is as it must be, by the folder, the worker or the site', async () => {
    for (const path of [`/right/inward/${version}/`, `/right/inward/${version}/worker.js`, '/right']) {
      const { code, stdout } = await runCli(['doctor', server.origin + path]);
      expect(stdout, path).toContain('Everything is as it must be.');
      expect(stdout).toContain(`${server.origin}/right/inward/${version}/`);
      expect(code).toBe(0);
    }
  });

  it.each(['/loose', '/none'])('fails %s and says which header to send', async (site) => {
    const { code, stdout } = await runCli(['doctor', `${server.origin}${site}/inward/${version}/`]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/worker\.js policy header\s+FAILED/u);
    expect(stdout).toContain(SEAL_HEADER_VALUE);
    expect(stdout).toContain('6 of ');
  });

  it('fails where nothing is, and gives the report as JSON', async () => {
    const { code, stdout } = await runCli(['doctor', '--json', `${server.origin}/nothing/`]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, folder: `${server.origin}/nothing/` });
  });

  it('fails where no server is', async () => {
    const { code, stdout } = await runCli(['doctor', 'http://127.0.0.1:9/']);
    expect(code).toBe(1);
    expect(stdout).toContain('the server gave no answer');
  });

  it.each(['example.org', 'ftp://example.org/', '/inward/'])('does not take %s for an address', async (url) => {
    const { code, stderr } = await runCli(['doctor', url]);
    expect(code).toBe(2);
    expect(stderr).toContain('absolute');
  });
});
