import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer, preview, type InlineConfig } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../../build/version.gen.ts';
import { SEAL_HEADER_VALUE } from '../../../src/contract/seal.ts';
import { inward } from '../../../src/vite/index.ts';

const WORKER = '/*! worker */ self.onmessage = () => {};\n';
const TABLES = Uint8Array.from([1, 2, 3]);

interface Answer {
  readonly status: number;
  /** Values as they stood on the wire: two headers of one name stay two. */
  readonly policies: readonly string[];
  readonly type: string | undefined;
  readonly body: string;
}

function ask(port: number, path: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => { chunks.push(chunk); });
      response.on('end', () => {
        const raw = response.rawHeaders;
        const policies = raw.filter((_, index) => index % 2 === 1 && raw[index - 1]?.toLowerCase() === 'content-security-policy');
        resolve({ status: response.statusCode ?? 0, policies, type: response.headers['content-type'], body: Buffer.concat(chunks).toString('latin1') });
      });
    }).once('error', reject).end();
  });
}

describe('the Vite plug-in', () => {
  let root = '';
  let config: InlineConfig;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'inward-vite-'));
    mkdirSync(join(root, 'assets'));
    writeFileSync(join(root, 'assets/worker.js'), WORKER);
    writeFileSync(join(root, 'assets/tables.bin'), TABLES);
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>app</title>');
    config = { configFile: false, root, logLevel: 'silent', plugins: [inward({ assets: join(root, 'assets') })] };
  });
  afterAll(() => { rmSync(root, { recursive: true, force: true }); });

  async function check(port: number): Promise<void> {
    const worker = await ask(port, `/inward/${VERSION}/worker.js`);
    expect(worker).toEqual({ status: 200, policies: [SEAL_HEADER_VALUE], type: 'text/javascript; charset=utf-8', body: WORKER });
    const tables = await ask(port, `/inward/${VERSION}/tables.bin`);
    expect(tables).toMatchObject({ status: 200, policies: [], body: '\x01\x02\x03' });
    expect(await ask(port, `/inward/${VERSION}/worker.js`, 'HEAD')).toMatchObject({ status: 200, policies: [SEAL_HEADER_VALUE], body: '' });
    for (const path of [`/inward/${VERSION}/..%2f..%2findex.html`, `/inward/${VERSION}/absent.js`, `/inward/${VERSION}/`]) {
      expect((await ask(port, path)).policies, path).toEqual([]);
    }
    expect((await ask(port, '/')).policies).toEqual([]);
  }

  it('serves the assets in dev, worker files with exactly the sealing header', async () => {
    const server = await createServer({ ...config, server: { port: 0, host: '127.0.0.1', watch: null } });
    await server.listen();
    const address = server.httpServer?.address();
    try {
      await check(typeof address === 'object' && address !== null ? address.port : 0);
    } finally {
      await server.close();
    }
  });

  it('emits them in a build, unchanged, and serves them in preview with the header', async () => {
    const outDir = join(root, 'built');
    await build({ ...config, build: { outDir } });
    expect(readFileSync(join(outDir, `inward/${VERSION}/worker.js`), 'utf8')).toBe(WORKER);
    expect([...readFileSync(join(outDir, `inward/${VERSION}/tables.bin`))]).toEqual([...TABLES]);
    const server = await preview({ ...config, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
    const address = server.httpServer.address();
    try {
      await check(typeof address === 'object' && address !== null ? address.port : 0);
    } finally {
      await server.close();
    }
  });

  it('takes another base, and refuses one that is no folder', () => {
    expect(inward({ base: '/safe/', assets: root }).name).toBe('inward');
    expect(() => inward({ base: '/safe' })).toThrow(RangeError);
    expect(() => inward({ base: 'safe/' })).toThrow(RangeError);
  });

  it('does not load Vite itself', () => {
    const source = readFileSync(new URL('../../../src/vite/index.ts', import.meta.url), 'utf8');
    expect(source.match(/^import (?!type).*'vite'/gm)).toBe(null);
  });
});
