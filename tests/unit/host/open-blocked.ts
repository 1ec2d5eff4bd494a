import { VERSION } from '../../../build/version.gen.ts';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import { LOOK_BYTES } from '../../../src/contract/looks.ts';
import type { Context } from '../../../src/contract/message.ts';
import type { Safety, SafetyEvent, Store } from '../../../src/contract/safety.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import type { AssetSource, LookReader } from '../../../src/host/port.ts';
import { createSafetyOver } from '../../../src/host/safety.ts';
import { localTabs } from '../../../src/host/tabs.ts';
import { inProcessPort } from '../../../src/node/in-process-port.ts';
import { Engine } from '../../../src/worker/engine.ts';
import { builtAsset } from '../worker/engine-kit.ts';
import { message, NO_CHAIN, NO_COVERS, STRANGER } from './open-safety.ts';

export const OFF: Settings = { ...defaultSettings(), scam: { enabled: false } };
export const stranger = (name: string): Context => ({ ...STRANGER, peer: { name } });
export const reasonsOf = (notices: readonly { readonly reasons: readonly string[] }[]): readonly string[] => notices.flatMap(({ reasons }) => reasons);

/** A picture of one number: its look is that number in unary, turned by the key, so that near numbers look alike. */
export const picture = (level: number): Blob => new Blob([Uint8Array.of(level)]);
export const stubLook: LookReader = async (blob, key) => {
  const [level = 0] = new Uint8Array(await (blob as globalThis.Blob).arrayBuffer());
  if (level === 0) return 'plain';
  if (level === 255) return 'unreadable';
  return Uint8Array.from({ length: LOOK_BYTES }, (_, i) => (key[i] ?? 0) ^ [...Array(8).keys()].reduce((byte, bit) => byte | (i * 8 + bit < level ? 1 << bit : 0), 0));
};

export interface Opened { readonly safety: Safety; readonly store: Store; readonly loaded: readonly string[]; readonly events: readonly SafetyEvent[] }

export async function openBlocked(given: { readonly store?: Store; readonly settings?: Settings; readonly look?: LookReader | null; readonly fails?: () => boolean; readonly now?: () => number } = {}): Promise<Opened> {
  const { store = createMemoryStore(), look = stubLook, settings, now = () => 1_750_000_000_000 } = given;
  const loaded: string[] = [];
  const assets: AssetSource = { load: async (name) => { if (given.fails?.() === true) throw new Error('offline'); loaded.push(name); return builtAsset(name); } };
  const safety = await createSafetyOver({
    port: inProcessPort(new Engine(), [], assets), published: [], frameScript: '', version: VERSION, store, tabs: localTabs(store), now, deadlineMs: 2_000, covers: NO_COVERS, chain: NO_CHAIN, used: new Set(), ...(look === null ? {} : { look }),
    assets,
    ...(settings === undefined ? {} : { settings }),
  });
  const events: SafetyEvent[] = [];
  safety.subscribe((event) => { events.push(event); });
  return { safety, store, loaded, events };
}

export const told = async ({ safety }: Opened, name: string, conversationId = name): Promise<readonly string[]> => (
  reasonsOf((await safety.screenMessage(message('hello', { conversationId }), stranger(name))).notices));
