import { createIndexedDbStore } from '../../../src/browser.ts';
import { neutral } from '../../../src/contract/media.ts';
import type { Message } from '../../../src/contract/message.ts';
import type { Safety } from '../../../src/contract/safety.ts';
import { createCovers } from '../../../src/host/covers.ts';
import { createSafetyOver } from '../../../src/host/safety.ts';
import { webTabs } from '../../../src/host/web-tabs.ts';
import { countedAssets, killablePort } from '../../unit/host/stand-in-engine.ts';

/**
 * One tab: the page side whole (`Safety`, encrypted store, Web Locks, channel) over the stand-in engine, whose notices
 * depend on no model. The same with the sealed worker: tests/browser/safety.test.ts.
 */
export interface SafetyTab {
  safety: Safety;
  open(name: string, now?: number): Promise<void>;
  message(text: string, more?: Partial<Message>): Message;
  /** Ids of all notices of these messages, screened at once. */
  told(texts: readonly Message[]): Promise<readonly string[]>;
  held(): number;
  events: string[];
  heard: unknown[];
}

let count = 0;
const port = killablePort();

const tab: SafetyTab = {
  safety: undefined as unknown as Safety,
  events: [],
  heard: [],
  async open(name, now = Date.UTC(2026, 10, 21)) {
    const spy = new BroadcastChannel(`inward/${name}`);
    spy.onmessage = (event: MessageEvent<unknown>) => { tab.heard.push(event.data); };
    const store = createIndexedDbStore({ name });
    tab.safety = await createSafetyOver({
      port, assets: countedAssets(), published: [], covers: createCovers(() => Promise.resolve(neutral('no-wasm')), () => Promise.resolve()), chain: () => ({ see: (items) => Promise.resolve(items), forget: () => Promise.resolve(), end: () => Promise.resolve(), part: () => Promise.reject(new Error('none')) }), used: new Set(), frameScript: '', version: '1.0.0', store, tabs: webTabs(store), now: () => now, deadlineMs: 5_000,
    });
    tab.safety.subscribe((event) => { tab.events.push(event.kind); });
  },
  message: (text, more = {}) => ({
    id: `${Math.random()}-${count++}`, conversationId: 'canary-peer', kind: 'text', text, sentAt: 0, direction: 'incoming', ...more,
  }),
  async told(messages) {
    const verdicts = await Promise.all(messages.map((message) => tab.safety.screenMessage(message, { relationship: 'stranger', me: { ageBand: 'adult' } })));
    return verdicts.flatMap((verdict) => [...verdict.notices.map((notice) => notice.id), ...verdict.degraded.map((entry) => `${entry.check}:${entry.code}`)]);
  },
  held: () => port.engine.state.size(),
};

declare global {
  interface Window { tab: SafetyTab }
}
window.tab = tab;
