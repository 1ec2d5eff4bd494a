import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { failsafeVerdict } from '../../src/contract/failsafe.ts';
import { LIMITS } from '../../src/contract/limits.ts';
import type { Context, Message } from '../../src/contract/message.ts';
import { listSurfaces } from '../../src/contract/surfaces.ts';
import type { Verdict } from '../../src/contract/verdict.ts';
import type { Engine } from '../../src/worker/engine.ts';
import { settingsOf, startEngine } from '../unit/worker/engine-kit.ts';
import { VOCABULARY } from '../fixtures/vocabulary.ts';

let engine: Engine;
beforeAll(async () => {
  const words = Object.values(VOCABULARY).map((list) => ({ text: list[0], match: 'anywhere' }));
  ({ engine } = await startEngine(settingsOf({ hiddenWords: { words } })));
});

// Any UTF-16, halves of pairs included, mixed with words that hit and with links.
const unit = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }), fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.constantFrom(...Object.values(VOCABULARY).flat()), fc.constantFrom('https://a.example/x', 'www.b.example', 'c.org', '://', '.', ' ', '\u200b', '\u0301'),
);
const text = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(''));
const optional = { requiredKeys: [] };
const message: fc.Arbitrary<Message> = fc.record({
  id: fc.string({ maxLength: 8 }), conversationId: fc.string({ maxLength: 8 }), kind: fc.constantFrom('text' as const, 'image' as const, 'poll' as const),
  sentAt: fc.nat(), direction: fc.constantFrom('incoming' as const, 'incoming' as const, 'outgoing' as const), text, revision: fc.nat(3),
  surfaces: fc.record({ caption: text, displayName: text, groupName: text, quoted: text, fileName: text, linkTitle: text, linkDescription: text, pollOptions: fc.array(text, { maxLength: 4 }) }, optional),
  entities: fc.array(fc.record({ start: fc.integer({ min: -2, max: 40 }), end: fc.integer({ min: -2, max: 40 }), href: text }), { maxLength: 3 }),
  attachments: fc.array(fc.record({ id: fc.string({ maxLength: 4 }), kind: fc.constant('image' as const), fileName: text }), { maxLength: 3 }),
  replyTo: fc.record({ id: fc.string({ maxLength: 4 }), fromMe: fc.boolean() }),
}, { requiredKeys: ['id', 'conversationId', 'kind', 'sentAt', 'direction'] }) as fc.Arbitrary<Message>;
const relationship = fc.constantFrom('self' as const, 'contact' as const, 'accepted' as const, 'connected' as const, 'stranger' as const, 'request' as const, 'restricted' as const, 'blocked' as const);
const context: fc.Arbitrary<Context> = fc.record({
  relationship, conversation: fc.record({ kind: fc.constantFrom('direct' as const, 'group' as const), addedBy: relationship }, { requiredKeys: ['kind'] }),
}, { requiredKeys: ['relationship'] }) as fc.Arbitrary<Context>;

function isSound(verdict: Verdict, given: Message): void {
  const surfaces = new Map(listSurfaces(given).surfaces.map((surface) => [surface.name, surface.text]));
  for (const { surface, start, end } of [...verdict.hits, ...verdict.links]) {
    const units = surfaces.get(surface)?.length ?? -1;
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(units);
  }
  expect(verdict.hits.length).toBeLessThanOrEqual(LIMITS.hits);
  expect(verdict.media).toHaveLength(given.attachments?.length ?? 0);
  if (verdict.delivery === 'requests') {
    expect(verdict.notify).toBe('silent');
    expect(verdict.links.every(({ inert }) => inert)).toBe(true);
    expect(verdict.media.every(({ state }) => state === 'covered')).toBe(true);
  }
  if (verdict.delivery === 'hidden') expect(verdict).toMatchObject({ notify: 'none', hits: { length: expect.toSatisfy((n: number) => n > 0) as unknown } });
  if (given.direction === 'outgoing') expect(verdict).toMatchObject({ delivery: 'chats', hits: [], notices: [] });
}

describe('every verdict is sound', () => {
  it('from the engine: ranges lie in their surfaces, requests are careful, and twice is the same', async () => {
    await fc.assert(fc.asyncProperty(message, context, async (given, from) => {
      const item = { message: given, context: from, mode: 'live' as const, now: 1 };
      const [reply] = await engine.screen([item]);
      const verdict = reply?.verdict as Verdict;
      isSound(verdict, given);
      expect(verdict.degraded.filter(({ code }) => code !== 'language-uncovered')).toEqual([]);
      expect((await engine.screen([item]))[0]?.verdict).toEqual(verdict);
    }), { numRuns: 400 });
  });

  it('from the fail-safe table, under which no link is alive that the engine makes inert', async () => {
    await fc.assert(fc.asyncProperty(message, context, async (given, from) => {
      const safe = failsafeVerdict(given, from);
      isSound(safe, given);
      const [reply] = await engine.screen([{ message: given, context: from, mode: 'history', now: 1 }]);
      for (const link of reply?.verdict.links.filter(({ why }) => why.includes('request')) ?? []) {
        const covered = safe.links.some(({ surface, start, end, inert }) => inert && surface === link.surface && start <= link.start && link.end <= end);
        expect(covered, JSON.stringify(link)).toBe(true);
      }
    }), { numRuns: 500 });
  });
});
