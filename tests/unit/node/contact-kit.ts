import { expect } from 'vitest';
import type { Context, Message } from '../../../src/contract/message.ts';
import type { Safety, Store } from '../../../src/contract/safety.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import { createSafety, defaultSettings } from '../../../src/node/index.ts';
import { NOW } from '../../fixtures/hints.ts';
import { strangerTo } from '../../fixtures/new-thread.ts';

export const PLAIN: Settings = { ...defaultSettings(), scam: { enabled: false } };
/** A teen who lets strangers ask. */
export const ASKED: Settings = { ...PLAIN, requests: { ...PLAIN.requests, from: { strangers: 'requests' } } };
export const message = (id: string, more: Partial<Message> = {}): Message => ({ id, conversationId: 'c', kind: 'text', text: 'hello', sentAt: NOW, direction: 'incoming', ...more });

export function keptStore(): Store & { readonly held: ReadonlyMap<string, Uint8Array<ArrayBuffer>> } {
  const held = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    held, get: (key) => Promise.resolve(held.get(key)), put: (key, value) => { held.set(key, value); return Promise.resolve(); },
    delete: (key) => { held.delete(key); return Promise.resolve(); }, keys: () => Promise.resolve([...held.keys()]),
  };
}

export async function safetyOf(settings = PLAIN, more: object = {}): Promise<{ readonly safety: Safety; readonly see: (id: string, context?: Context, more?: Partial<Message>) => Promise<readonly string[]>; at: number }> {
  const made = { at: NOW };
  const safety = await createSafety({ settings, now: () => made.at, ...more });
  return Object.assign(made, {
    safety, see: async (id: string, context = strangerTo('adult'), part: Partial<Message> = {}) => {
      const { notices, degraded } = await safety.screenMessage(message(id, part), context);
      expect(degraded).toEqual([]);
      return notices.map(({ kind, level, form }) => `${kind} ${level} ${form ?? ''}`);
    },
  });
}
