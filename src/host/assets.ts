import { ASSET_HEADER_BYTES, ASSET_MAGIC, type AssetName, type AssetRecord } from '../contract/assets.ts';
import { SEAL_HEADER_NAME } from '../contract/seal.ts';
import { assetError, insecureContext } from './errors.ts';
import type { AssetSource } from './port.ts';

/** What the server says about the worker file besides its bytes: the policy headers, as the page can read them. */
export interface PolicyHeaders {
  readonly enforced: string | null;
  readonly reportOnly: string | null;
}

/** The package's public files in the host's assets folder. */
export interface PageAssets extends AssetSource {
  /** Absolute address of a file, for `new Worker`. */
  address(name: AssetName): string;
  /** Asks for the file anew, checks it like `load` and tells the headers it came with: a server may have changed. */
  policy(name: AssetName): Promise<PolicyHeaders>;
  /** A file that the package does not list, of a digest that stands in code; not kept. @throws {SafetyError} as `load` */
  other(address: string, record: Expected): Promise<ArrayBuffer>;
}

/** A digest covers the length as well. */
type Expected = Pick<AssetRecord, 'name' | 'sha256'>;

interface Fetched {
  readonly bytes: ArrayBuffer;
  readonly headers: Headers;
}

/**
 * The only place of the package that fetches: a same-origin GET of a listed file, or of one that the host names with its digest, whose
 * SHA-256 must be that one. What `load` gives is fetched at most once and kept; the worker's file, which the browser asks for again
 * at every start, is not: what its header said before proves nothing about the new worker.
 *
 * @param base absolute address of the folder, ending in `/`.
 * @param list the listed files; those of `more` that were asked for are added.
 * @param more those that only hidden words need, loaded with the first of them. A default list that this package does
 * not have is empty, and the engine says so.
 * @param version of this bundle; a file of another version is told from a damaged one.
 */
export function openAssets(
  base: string, list: AssetRecord[], version: string, more: () => Promise<readonly AssetRecord[]>,
): PageAssets {
  const kept = new Map<AssetName, Promise<Fetched>>();
  const fetchListed = async (name: AssetName): Promise<Fetched> => {
    const named = (record: AssetRecord): boolean => record.name === name;
    let record = list.find(named);
    if (record === undefined) {
      record = (await more()).find(named);
      if (record === undefined) return { bytes: new ArrayBuffer(0), headers: new Headers() };
      list.push(record);
    }
    return fetchChecked(base + name, record, version);
  };
  const get = (name: AssetName): Promise<Fetched> => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const coming = fetchListed(name);
    kept.set(name, coming);
    // A later attempt, such as after the network came back, asks again.
    coming.catch(() => { kept.delete(name); });
    return coming;
  };
  return {
    address: (name) => base + name,
    load: async (name) => (await get(name)).bytes.slice(0),
    other: async (address, record) => (await fetchChecked(address, record, version)).bytes,
    policy: async (name) => {
      const { headers } = await fetchListed(name);
      const header = SEAL_HEADER_NAME.toLowerCase();
      return { enforced: headers.get(header), reportOnly: headers.get(`${header}-report-only`) };
    },
  };
}

async function fetchChecked(address: string, record: Expected, version: string): Promise<Fetched> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) throw insecureContext();
  const response = await request(address, record.name);
  const bytes = await response.arrayBuffer().catch((cause: unknown) => { throw assetError('asset-unavailable', record.name, cause); });
  if (hex(await subtle.digest('SHA-256', bytes)) !== record.sha256) {
    const found = versionOf(bytes);
    throw assetError(found !== undefined && found !== version ? 'asset-mismatch' : 'asset-integrity', record.name);
  }
  return { bytes, headers: response.headers };
}

async function request(address: string, name: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { mode: 'same-origin', credentials: 'same-origin', redirect: 'error' });
  } catch (cause) {
    throw assetError('asset-unavailable', name, cause);
  }
  if (!response.ok) throw assetError('asset-unavailable', name);
  return response;
}

const WORKER_BANNER = /^\/\*! inward ([0-9A-Za-z.+-]{1,32}) \*\//u;

/** Version that a file says it has: in the binary header, or in a worker's first line. */
function versionOf(bytes: ArrayBuffer): string | undefined {
  const head = new Uint8Array(bytes, 0, Math.min(64, bytes.byteLength));
  const text = String.fromCharCode(...head);
  if (!text.startsWith(ASSET_MAGIC)) return WORKER_BANNER.exec(text)?.[1];
  if (bytes.byteLength < ASSET_HEADER_BYTES) return undefined;
  return text.slice(8, 24).replace(/\0+$/u, '');
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
