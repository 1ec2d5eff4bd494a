import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScreenItem, StateRecord } from '../../../src/contract/engine.ts';
import { createFlood, FLOOD_MS, FLOOD_STRANGERS, type Flood } from '../../../src/worker/flood.ts';
import { itemOf as itemFrom, settingsOf, startEngine } from './engine-kit.ts';
import { runs } from '../../property/runs.ts';

const NOW = 1_750_000_000_000;

function itemOf(conversationId: string, now: number, id = 'm'): Pick<ScreenItem, 'message' | 'now'> {
  return { message: { id, conversationId, kind: 'text', sentAt: 0, direction: 'incoming' }, now };
}

/** `count` strangers, a second apart. */
function flood(on: Flood, count: number, from = NOW): readonly boolean[] {
  return Array.from({ length: count }, (_, n) => on.arrive(itemOf(`c${n}`, from + n * 1_000)).bundled);
}

describe('many strangers at once', () => {
  it('are heard up to ten, and the others bundled; each stays what it was, however often it writes', () => {
    const one = createFlood();
    const first = flood(one, 25);
    expect(first).toEqual(Array.from({ length: 25 }, (_, n) => n >= FLOOD_STRANGERS));
    expect(flood(one, 25)).toEqual(first);
  });

  it('are heard again by themselves an hour after the first', () => {
    const one = createFlood();
    flood(one, 25);
    expect(one.arrive(itemOf('late', NOW + FLOOD_MS - 1)).bundled).toBe(true);
    expect(one.arrive(itemOf('late', NOW + FLOOD_MS)).bundled).toBe(false);
    // Its place was the only one that was free.
    expect(one.arrive(itemOf('later', NOW + FLOOD_MS)).bundled).toBe(true);
    expect(flood(one, 10, NOW + 3 * FLOOD_MS).some((bundled) => bundled)).toBe(false);
  });

  it('are not silent for years after a clock that was far ahead', () => {
    const one = createFlood();
    flood(one, 25, NOW + 1e12);
    expect(one.arrive(itemOf('x', NOW)).bundled).toBe(false);
  });

  it('write one small record for each that is heard, and none for the rest', () => {
    const one = createFlood();
    const writes = Array.from({ length: 30 }, (_, n) => one.arrive(itemOf(`\ud800 ${n} ${'x'.repeat(250)}`, NOW)).writes);
    expect(writes.map((list) => list.length)).toEqual(Array.from({ length: 30 }, (_, n) => (n < FLOOD_STRANGERS ? 1 : 0)));
    for (const list of writes) for (const { table, key, bytes } of list) {
      expect([table, key]).toEqual(['flood', 'current']);
      expect(bytes?.length).toBeLessThan(4_000);
    }
    const again = createFlood();
    again.replay(writes[9]?.[0]?.bytes ?? null);
    expect(Array.from({ length: 30 }, (_, n) => again.arrive(itemOf(`\ud800 ${n} ${'x'.repeat(250)}`, NOW)))).toEqual(writes.map((_, n) => ({ bundled: n >= FLOOD_STRANGERS, writes: [] })));
  });

  it('begin anew where the record cannot be read, whatever stands in it', () => {
    fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.json().map((text) => new TextEncoder().encode(text))), (noise) => {
      const one = createFlood();
      flood(one, 25);
      one.replay(new Uint8Array(noise));
      expect(flood(one, FLOOD_STRANGERS, NOW + 5 * FLOOD_MS).some((bundled) => bundled)).toBe(false);
    }), runs(200));
  });

  it('are dropped with whatever is forgotten', async () => {
    for (const what of [{ everything: true }, { conversation: 'other' }, { message: { conversationId: 'c1', id: 'm' } }] as const) {
      const { engine } = await startEngine(settingsOf({ scam: { enabled: false } }));
      expect((await engine.forget({ everything: true }))).toEqual([]);
      const groups = async (conversationId: string): Promise<readonly string[]> => (await engine.screen([itemFrom({ conversationId })]))[0]?.verdict.groups ?? [];
      for (let n = 0; n < 12; n++) expect(await groups(`c${n}`)).toEqual(n < FLOOD_STRANGERS ? [] : ['flood']);
      expect(await engine.forget(what)).toContainEqual({ table: 'flood', key: 'current', bytes: null });
      expect(await groups('c11')).toEqual([]);
    }
  });
});

/** Slow and obvious: in order, who was heard when; one who was heard within the hour is heard, else where fewer than ten were. */
function oracle(): (conversation: string, now: number) => boolean {
  const all: { conversation: string; at: number }[] = [];
  return (conversation, now) => {
    const near = all.filter(({ at }) => now - at < FLOOD_MS);
    if (near.some((one) => one.conversation === conversation)) return false;
    if (near.length >= FLOOD_STRANGERS) return true;
    all.push({ conversation, at: now });
    return false;
  };
}

it('answers as the oracle, restarts in between or not, and never hears more than ten within an hour', () => {
  const step = fc.record({ who: fc.nat({ max: 30 }), after: fc.oneof(fc.nat({ max: 60_000 }), fc.nat({ max: FLOOD_MS })), restart: fc.boolean() });
  fc.assert(fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
    let one = createFlood();
    let stored: StateRecord['bytes'] = null;
    const expected = oracle();
    const heard: number[] = [];
    let now = NOW;
    for (const { who, after, restart } of steps) {
      now += after;
      if (restart) {
        one = createFlood();
        one.replay(stored);
      }
      const { bundled, writes } = one.arrive(itemOf(`c${who}`, now));
      expect(bundled).toBe(expected(`c${who}`, now));
      for (const { bytes } of writes) {
        stored = bytes;
        heard.push(now);
      }
      expect(heard.filter((at) => now - at < FLOOD_MS).length).toBeLessThanOrEqual(FLOOD_STRANGERS);
      expect(one.arrive(itemOf(`c${who}`, now, 'other'))).toEqual({ bundled, writes: [] });
    }
  }), runs(150));
});
