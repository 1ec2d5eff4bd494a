import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AssetName, AssetRecord } from '../contract/assets.ts';
import { readAssetHead } from '../contract/asset-header.ts';
import { assetError } from '../host/errors.ts';
import type { AssetSource } from '../host/port.ts';

/** The package's own assets, whether this file runs from `dist/` or from source. */
export function packageAssets(): URL {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const assets = join(folder, 'dist', 'assets');
    if (existsSync(join(folder, 'package.json'))) return pathToFileURL(`${assets}/`);
    if (folder === dirname(folder)) return pathToFileURL(`${assets}/`);
  }
}

/**
 * Reads listed files of a folder from disk, checks length and SHA-256, and keeps them.
 * @param folder a path or a `file:` address. {@link AssetSource.load} rejects with asset-unavailable, asset-integrity or
 * asset-mismatch, with the file's name and no path.
 */
export function readAssets(folder: string | URL, list: readonly AssetRecord[], version: string): AssetSource {
  const base = folder instanceof URL || folder.startsWith('file:') ? fileURLToPath(folder) : folder;
  const kept = new Map<AssetName, Promise<ArrayBuffer>>();
  return {
    async load(name) {
      const coming = kept.get(name) ?? readChecked(join(base, name), name, list, version);
      kept.set(name, coming);
      try {
        return (await coming).slice(0);
      } catch (error) {
        kept.delete(name);
        throw error;
      }
    },
  };
}

async function readChecked(path: string, name: AssetName, list: readonly AssetRecord[], version: string): Promise<ArrayBuffer> {
  const record = list.find((entry) => entry.name === name);
  // A default list that this package does not have: the engine says so.
  if (record === undefined && name.startsWith('words-')) return new ArrayBuffer(0);
  if (record === undefined) throw assetError('asset-unavailable', name);
  const file = await readFile(path).catch((cause: unknown) => { throw assetError('asset-unavailable', name, cause); });
  const bytes = new Uint8Array(file).buffer;
  if (bytes.byteLength !== record.byteLength || createHash('sha256').update(file).digest('hex') !== record.sha256) {
    const found = readAssetHead(bytes)?.version;
    throw assetError(found !== undefined && found !== version ? 'asset-mismatch' : 'asset-integrity', name);
  }
  return bytes;
}
