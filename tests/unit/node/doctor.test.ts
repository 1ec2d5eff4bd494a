import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ASSETS } from '../../../build/assets.gen.ts';
import { CHAIN_ASSETS } from '../../../build/chain-assets.gen.ts';
import { MEDIA_ASSETS } from '../../../build/media-assets.gen.ts';
import { NOTICE_ASSETS } from '../../../build/notice-assets.gen.ts';
import { ONNX_ASSETS } from '../../../build/onnx-assets.gen.ts';
import { WORD_ASSETS } from '../../../build/word-assets.gen.ts';
import { checkDeployment } from '../../../src/node/doctor.ts';
import type { StaticServer } from '../../browser/harness/index.ts';
import { asset, servePackage, WORKER_HEADERS, type PackageServerOptions } from '../../browser/package-server.ts';

let server: StaticServer;
const serve = async (options: PackageServerOptions = {}): Promise<void> => {
  await server.close();
  server = await servePackage(options);
};
const failing = async (folder: string): Promise<readonly string[]> =>
  (await checkDeployment(`${server.origin}/${folder}/`)).checks.filter((check) => !check.ok).map((check) => check.name);

beforeEach(async () => { server = await servePackage(); });
afterEach(() => server.close());

describe('inward doctor', () => {
  it('finds nothing wrong with a right deployment', async () => {
    const report = await checkDeployment(`${server.origin}/exact/`);
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.checks.length).toBeGreaterThan((ASSETS.length + WORD_ASSETS.length + NOTICE_ASSETS.length + MEDIA_ASSETS.length + ONNX_ASSETS.length) * 2);
  });

  it.each(Object.keys(WORKER_HEADERS).filter((name) => name !== 'exact'))('refuses the wrong header "%s"', async (name) => {
    const report = await checkDeployment(`${server.origin}/${name}/`);
    expect(report.ok).toBe(false);
    const wrong = report.checks.filter((entry) => !entry.ok);
    const [check] = wrong;
    expect(wrong.map((entry) => entry.name)).toEqual(['worker.js policy header', 'worker-plain.js policy header', 'worker-notices.js policy header', 'worker-media.js policy header', 'worker-chain.js policy header', 'worker-onnx.js policy header']);
    expect(check?.detail).toContain("Content-Security-Policy: default-src 'none'; script-src 'wasm-unsafe-eval'");
  });

  it('refuses a header that differs by one byte', async () => {
    await serve({ replace: { '/none/worker.js': { headers: { 'content-security-policy': "default-src 'none';script-src 'wasm-unsafe-eval'" }, body: asset('worker.js') } } });
    expect(await failing('none')).toEqual(['worker.js policy header', 'worker-plain.js policy header', 'worker-notices.js policy header', 'worker-media.js policy header', 'worker-chain.js policy header', 'worker-onnx.js policy header']);
  });

  it('names a changed byte, a wrong type, a missing file and a redirect', async () => {
    const changed = asset('tables.bin');
    changed[100] = (changed[100] ?? 0) ^ 1;
    await serve({
      replace: {
        '/exact/tables.bin': { body: changed },
        '/exact/worker.classic.js': { headers: { 'content-type': 'text/plain' }, body: asset('worker.classic.js') },
        '/exact/scam.bin': { status: 302, headers: { location: '/exact/tables.bin' } },
        '/none/worker.js': { status: 404 },
      },
    });
    expect(await failing('exact')).toEqual(['tables.bin digest', 'scam.bin reachable', 'worker.classic.js MIME type']);
    expect(await failing('none')).toEqual(['worker.js reachable', 'worker-plain.js policy header', 'worker-notices.js policy header', 'worker-media.js policy header', 'worker-chain.js policy header', 'worker-onnx.js policy header']);
  });

  it('names a header that reports to a server', async () => {
    await serve({
      replace: { '/exact/worker.js': { headers: { 'content-security-policy-report-only': "default-src 'none'; report-uri /leak" }, body: asset('worker.js') } },
    });
    expect(await failing('exact')).toEqual(['worker.js reporting']);
  });

  it('says that an origin is not secure, and that nobody answers', async () => {
    const nobody = { fetch: () => Promise.reject(new TypeError('no route')) };
    const report = await checkDeployment('http://chat.example/inward/', nobody);
    expect(report.checks.map((check) => [check.name, check.ok])).toEqual([
      ['secure origin', false], ...[...ASSETS, ...WORD_ASSETS, ...NOTICE_ASSETS, ...MEDIA_ASSETS, ...CHAIN_ASSETS, ...ONNX_ASSETS].map((record) => [`${record.name} reachable`, false]),
    ]);
  });

  it.each(['nonsense', 'ftp://example.org/a/', 'https://example.org/a'])('takes no other address: %s', async (address) => {
    await expect(checkDeployment(address)).rejects.toBeInstanceOf(RangeError);
  });

  it('prints the hash of the script that is really in the bundle, and so do the papers', async () => {
    const { frameScript } = await checkDeployment(`${server.origin}/exact/`);
    const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');
    expect(read('dist/frame-form.js') + read('dist/start-safety.js')).toContain(frameScript.slice("'sha256-".length, -1));
    // Hosts copy it from there into their own policy.
    expect(read('docs/seal.md')).toContain(frameScript);
  });
});
