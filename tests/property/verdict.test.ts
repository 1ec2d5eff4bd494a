import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { deliver } from '../../src/contract/delivery.ts';
import { failsafeVerdict } from '../../src/contract/failsafe.ts';
import { LIMITS } from '../../src/contract/limits.ts';
import type { Context, Message } from '../../src/contract/message.ts';
import { listSurfaces, type SurfaceText } from '../../src/contract/surfaces.ts';
import type { Verdict } from '../../src/contract/verdict.ts';
import { findLinks } from '../../src/decide/find-links.ts';
import { screenItem } from '../fixtures/screen-item.ts';
import type { Engine } from '../../src/worker/engine.ts';
import { settingsOf, startEngine } from '../unit/worker/engine-kit.ts';
import { VOCABULARY } from '../fixtures/vocabulary.ts';
import { runs } from './runs.ts';

let engine: Engine;
beforeAll(async () => {
  const words = Object.values(VOCABULARY).map((list) => ({ text: list[0], match: 'anywhere' }));
  ({ engine } = await startEngine(settingsOf({ hiddenWords: { words } })));
});

// Any UTF-16, halves of pairs included, mixed with words that hit and with links.
const unit = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }), fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.constantFrom(...Object.values(VOCABULARY).flat()), fc.constantFrom('https://a.example/x', 'www.b.example', 'c.org', 'd.academy', 'e․com', 'ｆ．ｃｏｍ', ' . top', ' dot academy', '٠١٢٣٤٥٦', '1234567', '://', '.', ' ', '\u200b', '\u0301'),
);
const text = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(''));
const optional = { requiredKeys: [] };
// Mostly places in a text, some of them outside, between units or nowhere.
const place = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 40 }) }, fc.integer({ min: -2, max: 80 }), fc.double({ min: -2, max: 80, noNaN: true }), fc.double(),
);
/** A short list, now and then with as many of `filler` before it as the limit allows. */
function maybeOver<T>(entry: fc.Arbitrary<T>, maxLength: number, limit: number, filler: T): fc.Arbitrary<T[]> {
  return fc.tuple(fc.array(entry, { maxLength }), fc.integer({ min: 0, max: 7 })).map(([list, dice]) => (
    dice === 0 ? [...Array.from({ length: limit }, () => filler), ...list] : list
  ));
}
const message: fc.Arbitrary<Message> = fc.record({
  id: fc.string({ maxLength: 8 }), conversationId: fc.string({ maxLength: 8 }), kind: fc.constantFrom('text' as const, 'image' as const, 'poll' as const),
  sentAt: fc.nat(), direction: fc.constantFrom('incoming' as const, 'incoming' as const, 'outgoing' as const), text, revision: fc.nat(3),
  surfaces: fc.record({ caption: text, displayName: text, groupName: text, quoted: text, fileName: text, linkTitle: text, linkDescription: text, pollOptions: maybeOver(text, 4, LIMITS.surfaces, 'pear') }, optional),
  entities: maybeOver(fc.record({ start: place, end: place, href: text }), 3, LIMITS.entities, { start: 0, end: 1, href: 'x' }),
  attachments: maybeOver(fc.record({ id: fc.string({ maxLength: 4 }), kind: fc.constant('image' as const), fileName: text }), 3, LIMITS.attachments, { id: 'a', kind: 'image' as const, fileName: '' }),
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
  expect(verdict.media).toHaveLength(Math.min(given.attachments?.length ?? 0, LIMITS.attachments));
  if (verdict.delivery === 'requests') {
    expect(verdict.notify).toBe('silent');
    expect(verdict.links.every(({ inert }) => inert)).toBe(true);
    expect(verdict.media.every(({ state }) => state === 'covered')).toBe(true);
  }
  if (verdict.delivery === 'hidden') expect(verdict).toMatchObject({ notify: 'none', hits: { length: expect.toSatisfy((n: number) => n > 0) as unknown } });
  if (given.direction === 'outgoing') expect(verdict).toMatchObject({ delivery: 'chats', hits: [], notices: [] });
}

function isWellFormed(shown: string): boolean {
  return !/\p{Surrogate}/u.test(shown);
}

/** Names of files are read as from people one knows. */
function linksIn({ name, text: shown }: SurfaceText, careful: boolean): ReturnType<typeof findLinks> {
  return careful && !/^(?:fileName|attachments)/u.test(name) ? findLinks(shown, 256, true) : findLinks(shown);
}

/** What the engine must say it did not do, by the message alone. */
function gapsOf(given: Message, careful: boolean): readonly string[] {
  const media = (given.attachments?.length ?? 0) > LIMITS.attachments ? ['media limit-exceeded'] : [];
  if (given.direction === 'outgoing') return media;
  const { surfaces, cut } = listSurfaces(given);
  const units = surfaces.find(({ name }) => name === 'text')?.text.length ?? 0;
  const marked = given.entities ?? [];
  const lost = units > 0 && (marked.length > LIMITS.entities || !marked.every(({ start, end }) => (
    Math.min(units, Math.ceil(end)) > Math.max(0, Math.floor(start))
  )));
  const found = surfaces.reduce((sum, surface) => sum + linksIn(surface, careful).length, 0);
  const many = found > 0 && (units > 0 ? marked.length : 0) + found > LIMITS.links;
  const words = [...(cut ? ['limit-exceeded'] : []), ...(surfaces.every((surface) => isWellFormed(surface.text)) ? [] : ['ill-formed-text'])];
  return [...(cut || lost || many ? ['links limit-exceeded'] : []), ...words.map((code) => `hidden-words ${code}`), ...media];
}

/** From people one does not know, nothing that could be pressed is left: marked up, whatever its range, or plain. */
function isCareful(verdict: Verdict, given: Message): void {
  for (const surfaceText of listSurfaces(given).surfaces) {
    const { name, text: shown } = surfaceText;
    const dead = new Set<number>();
    for (const { surface, start, end, inert } of verdict.links) {
      for (let at = start; at < end && surface === name && inert; at++) dead.add(at);
    }
    const pressable = [...linksIn(surfaceText, true), ...(name === 'text' ? given.entities ?? [] : [])];
    for (const { start, end } of pressable) {
      for (let at = Math.max(0, Math.floor(start)); at < Math.min(end, shown.length); at++) expect(dead.has(at), `${name} ${at}`).toBe(true);
    }
    if (name === 'text' && given.entities?.some(({ start, end }) => Number.isNaN(start) || Number.isNaN(end))) expect(dead.size).toBe(shown.length);
  }
}

describe('every verdict is sound', () => {
  it('from the engine: ranges lie in their surfaces, requests are careful, and twice is the same', async () => {
    await fc.assert(fc.asyncProperty(message, context, async (given, from) => {
      const item = screenItem(given, from, 1);
      const [reply] = await engine.screen([item]);
      const verdict = reply?.verdict as Verdict;
      isSound(verdict, given);
      if (deliver(from, given).careful) isCareful(verdict, given);
      const gaps = verdict.degraded.filter(({ check, code }) => code !== 'language-uncovered' && !(check === 'scam' && code === 'ill-formed-text'));
      expect(gaps.map(({ check, code }) => `${check} ${code}`)).toEqual(gapsOf(given, deliver(from, given).careful));
      expect((await engine.screen([item]))[0]?.verdict).toEqual(verdict);
    }), runs(400));
  });

  it('from the fail-safe table, under which no link is alive that the engine makes inert', async () => {
    await fc.assert(fc.asyncProperty(message, context, async (given, from) => {
      const safe = failsafeVerdict(given, from);
      isSound(safe, given);
      if (deliver(from, given).careful) isCareful(safe, given);
      const [reply] = await engine.screen([screenItem(given, from, 1, 'history')]);
      // Past a limit the engine's last range holds more than links.
      if (reply?.verdict.degraded.some(({ check }) => check === 'links')) return;
      for (const link of reply?.verdict.links.filter(({ why }) => why.includes('request')) ?? []) {
        const covered = safe.links.some(({ surface, start, end, inert }) => inert && surface === link.surface && start <= link.start && link.end <= end);
        expect(covered, JSON.stringify(link)).toBe(true);
      }
    }), runs(500));
  });
});
