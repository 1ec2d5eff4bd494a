import { createHash } from 'node:crypto';
import { ASSETS, FRAME_SCRIPT_SHA256 } from '../../build/assets.gen.ts';
import { CHAIN_ASSETS } from '../../build/chain-assets.gen.ts';
import { MEDIA_ASSETS } from '../../build/media-assets.gen.ts';
import { NOTICE_ASSETS } from '../../build/notice-assets.gen.ts';
import { ONNX_ASSETS } from '../../build/onnx-assets.gen.ts';
import { WORD_ASSETS } from '../../build/word-assets.gen.ts';
import type { AssetRecord } from '../contract/assets.ts';
import { SEAL_HEADER_NAME, SEAL_HEADER_VALUE } from '../contract/seal.ts';

export interface DeploymentCheck {
  /** What was looked at, such as `worker.js policy header`. */
  readonly name: string;
  readonly ok: boolean;
  /** What was found, and what to do about it. */
  readonly detail: string;
}

export interface DeploymentReport {
  /** The header form and every asset will work. */
  readonly ok: boolean;
  readonly checks: readonly DeploymentCheck[];
  /** What a page's own `script-src` has to list for the frame form, besides `blob:` in `worker-src`. */
  readonly frameScript: string;
}

export interface DoctorOptions {
  readonly fetch?: typeof globalThis.fetch;
  /** The published files. Default: this package's. */
  readonly published?: readonly AssetRecord[];
}

const MIME: Readonly<Record<string, RegExp>> = {
  '.js': /^(text|application)\/(x-)?(javascript|ecmascript)\s*(;|$)/iu,
  // A page reads binary files as bytes; only a type that makes a proxy rewrite them is a fault.
  '.bin': /^(?!text\/)/iu,
};
const COPY_AGAIN = 'copy the assets again with: npx inward assets DIR';

/**
 * Looks at the assets folder of a deployment from the outside: the policy header of `worker.js` byte for byte and alone,
 * MIME types, redirects, and the digest of every file. One GET request a file, at most 2 MB.
 *
 * @param baseUrl the folder, as `createSafety` gets it, as an absolute address.
 * @throws {RangeError} not an http or https address that ends in `/`. Never for what the server does.
 */
export async function checkDeployment(baseUrl: string, options: DoctorOptions = {}): Promise<DeploymentReport> {
  const base = readBase(baseUrl);
  const checks: DeploymentCheck[] = [secureOrigin(base)];
  for (const record of options.published ?? [...ASSETS, ...WORD_ASSETS, ...NOTICE_ASSETS, ...MEDIA_ASSETS, ...CHAIN_ASSETS, ...ONNX_ASSETS]) {
    checks.push(...await checkFile(new URL(record.name, base), record, options.fetch ?? globalThis.fetch));
  }
  return { ok: checks.every((check) => check.ok), checks, frameScript: `'sha256-${FRAME_SCRIPT_SHA256}'` };
}

function readBase(baseUrl: string): URL {
  let base: URL;
  try {
    base = new URL(baseUrl);
  } catch {
    throw new RangeError('The address of the assets folder is not an absolute address.');
  }
  if (base.protocol !== 'https:' && base.protocol !== 'http:') throw new RangeError('The address of the assets folder is neither https nor http.');
  if (!base.pathname.endsWith('/')) throw new RangeError('The address of the assets folder does not end in "/".');
  return base;
}

/** Secure Contexts §3.1: https, or a loopback name. */
function secureOrigin(base: URL): DeploymentCheck {
  const local = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/iu.test(base.hostname);
  const ok = base.protocol === 'https:' || local;
  return { name: 'secure origin', ok, detail: ok ? base.origin : `${base.origin} is no secure context: serve the page and the assets over https` };
}

async function checkFile(address: URL, record: AssetRecord, get: typeof globalThis.fetch): Promise<readonly DeploymentCheck[]> {
  const name = (what: string): string => `${record.name} ${what}`;
  let response: Response;
  let bytes: Uint8Array;
  try {
    response = await get(address, { redirect: 'manual' });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch {
    return [{ name: name('reachable'), ok: false, detail: 'the server gave no answer' }];
  }
  if (response.status >= 300 && response.status < 400) {
    return [{ name: name('reachable'), ok: false, detail: `answered with a redirect (${response.status}): pages refuse one, serve the file itself` }];
  }
  if (response.status !== 200) {
    return [{ name: name('reachable'), ok: false, detail: `answered ${response.status}: ${COPY_AGAIN}` }];
  }
  return [
    { name: name('reachable'), ok: true, detail: `${bytes.byteLength} bytes` },
    mimeType(name('MIME type'), record.name, response.headers.get('content-type')),
    digest(name('digest'), record, bytes),
    ...(isModuleWorker(record.name) ? policy(record.name, response.headers) : []),
  ];
}

function mimeType(name: string, file: string, type: string | null): DeploymentCheck {
  const ok = MIME[file.slice(file.lastIndexOf('.'))]?.test(type ?? '') ?? true;
  const cure = file.endsWith('.js') ? 'browsers refuse a script of this type, send text/javascript' : 'send application/octet-stream';
  return { name, ok, detail: ok ? type ?? 'none' : `${type ?? 'none'}: ${cure}` };
}

function digest(name: string, record: AssetRecord, bytes: Uint8Array): DeploymentCheck {
  const found = createHash('sha256').update(bytes).digest('hex');
  const ok = found === record.sha256 && bytes.byteLength === record.byteLength;
  return { name, ok, detail: ok ? `sha256 ${found}` : `sha256 ${found} is not the published ${record.sha256}: ${COPY_AGAIN}` };
}

/** The frame form's workers are text that a page reads: their headers do not matter. */
const isModuleWorker = (file: string): boolean => file.startsWith('worker') && file.endsWith('.js') && !file.endsWith('.classic.js');

/** Several headers of one name arrive joined by commas, so a second one shows as a difference. */
function policy(file: string, headers: Headers): readonly DeploymentCheck[] {
  const found = headers.get(SEAL_HEADER_NAME);
  const wanted = `exactly one header, byte for byte: ${SEAL_HEADER_NAME}: ${SEAL_HEADER_VALUE}`;
  const ok = found === SEAL_HEADER_VALUE;
  const reports = ['content-security-policy-report-only', 'reporting-endpoints'].filter((header) => headers.has(header));
  return [
    { name: `${file} policy header`, ok, detail: ok ? found : found === null ? `missing; send ${wanted}` : `found "${found}"; send ${wanted}` },
    {
      name: `${file} reporting`, ok: reports.length === 0,
      detail: reports.length === 0 ? 'none' : `${reports.join(', ')} can tell a server about the worker: do not send it with this file`,
    },
  ];
}
