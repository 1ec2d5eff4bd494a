import type { AssetRecord } from '../../../src/contract/assets.ts';
import { neutral } from '../../../src/contract/media.ts';
import type { Context, Message } from '../../../src/contract/message.ts';
import type { Safety, Store } from '../../../src/contract/safety.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import type { LazyChain } from '../../../src/host/lazy-chain.ts';
import { createCovers } from '../../../src/host/covers.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { createSafetyOver, type SafetyParts } from '../../../src/host/safety.ts';
import { localTabs } from '../../../src/host/tabs.ts';
import { countedAssets, killablePort, type KillablePort } from './stand-in-engine.ts';

export const T0 = Date.UTC(2026, 10, 21);
export const HOUR = 3_600_000;
/** To an adult, whose strangers are requests. */
export const STRANGER: Context = { relationship: 'stranger', me: { ageBand: 'adult' } };

/** Notices may be shown about them, and they are no stranger who is counted. */
export const ACCEPTED: Context = { relationship: 'accepted' };

const PUBLISHED: readonly AssetRecord[] = ['tables.bin', 'simd.bin', 'simd-words.bin', 'lookalikes.bin', 'common-words.bin', 'scam.bin'].map((name) => ({ name, byteLength: 8, sha256: '' }));

export interface Clock { now: number }

export interface Opened {
  readonly safety: Safety;
  readonly port: KillablePort;
  readonly store: Store;
  readonly clock: Clock;
  readonly loaded: readonly string[];
}

export interface Given extends Partial<Pick<SafetyParts, 'assets' | 'store' | 'describeSender' | 'deadlineMs' | 'tabs' | 'now'>> {
  readonly settings?: Settings;
  readonly clock?: Clock;
  /** After the settings were read, before the engine has them. */
  readonly beforeStart?: () => Promise<void>;
}

/** Covers have tests of their own. */
export const NO_COVERS = createCovers(() => Promise.resolve(neutral('no-wasm')), () => Promise.resolve());

/** So have chain messages. */
export const NO_CHAIN = (): LazyChain => ({ see: (items) => Promise.resolve(items), forget: () => Promise.resolve(), end: () => Promise.resolve(), part: () => Promise.reject(new Error('none')) });

export async function openSafety(given: Given = {}): Promise<Opened> {
  const { clock = { now: T0 }, beforeStart, ...rest } = given;
  const store = given.store ?? createMemoryStore();
  const port = killablePort();
  if (beforeStart !== undefined) {
    const start = port.start.bind(port);
    port.start = async (payload) => { await beforeStart(); return start(payload); };
  }
  const assets = countedAssets();
  const safety = await createSafetyOver({
    port, assets, published: PUBLISHED, covers: NO_COVERS, chain: NO_CHAIN, used: new Set(), frameScript: 'sha256-', version: '1.0.0', store, tabs: localTabs(store), now: () => clock.now, deadlineMs: 200, ...rest,
  });
  return { safety, port, store, clock, loaded: assets.loaded };
}

let count = 0;

export function message(text: string, more: Partial<Message> = {}): Message {
  return { id: `m${count++}`, conversationId: 'c1', kind: 'text', text, sentAt: T0, direction: 'incoming', ...more };
}

/** What a store holds, as comparable text. */
export async function dump(store: Store): Promise<Record<string, string>> {
  const entries: [string, string][] = [];
  for (const key of [...await store.keys()].sort()) entries.push([key, Buffer.from(await store.get(key) ?? []).toString('hex')]);
  return Object.fromEntries(entries);
}

/** News between tabs arrive a little later. */
export async function settle(): Promise<void> {
  for (let n = 0; n < 20; n++) await new Promise((resolve) => setImmediate(resolve));
}
