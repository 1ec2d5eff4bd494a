import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLists } from '../../../scripts/build/lists.ts';
import type { EngineFacts } from '../../../src/contract/engine.ts';
import type { Engine } from '../../../src/worker/engine.ts';
import { builtAssets, settingsOf, startEngine } from '../worker/engine-kit.ts';

/** Compiles community files of these names and contents as the build does. @returns bytes by asset name */
export async function compile(files: Readonly<Record<string, string>>): Promise<Record<string, ArrayBuffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'inward-lists-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { files: made } = await makeLists(folder);
  return Object.fromEntries(made.map(([name, bytes]) => [name, new Uint8Array(bytes).buffer]));
}

/** An engine whose default lists are these, with hidden words alone switched on. */
export async function engineWith(
  assets: Readonly<Record<string, ArrayBuffer>>, hiddenWords: object,
): Promise<{ engine: Engine; facts: EngineFacts }> {
  const settings = settingsOf({ scam: { enabled: false }, hiddenWords });
  return startEngine(settings, { ...builtAssets(settings), ...assets });
}
