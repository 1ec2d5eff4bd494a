import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeLookalikes } from '../../scripts/build/lookalikes.ts';
import { compilePart } from '../fixtures/kernel-part.ts';
import type { KernelPart } from '../fixtures/kernel-part.ts';
import { readingsOf } from '../oracle/readings.ts';
import { runs, tables } from './runs.ts';

type Names = 'loadTables' | 'loadReadings' | 'readingsOf' | 'lookalikeIn' | 'tablesAt' | 'readingsAt' | 'readingsBytes';
let part: KernelPart<Names>;
let asset: Uint8Array;

/** The answer of `loadReadings`. */
function load(bytes: Uint8Array): number {
  const at = part.readingsAt() + (part.readingsBytes() - bytes.length & ~15);
  new Uint8Array(part.memory.buffer).set(bytes, at);
  return part.loadReadings(bytes.length);
}

beforeAll(async () => {
  asset = await makeLookalikes();
  part = await compilePart(`
    import { READINGS, READINGS_BYTES, TABLES } from './memory';
    export { loadTables } from './normalise/tables';
    export { loadReadings, lookalikeIn, readingsOf } from './normalise/readings';
    export function tablesAt(): usize { return TABLES; }
    export function readingsAt(): usize { return READINGS; }
    export function readingsBytes(): i32 { return READINGS_BYTES; }
  `);
  const packed = tables();
  new Uint8Array(part.memory.buffer).set(packed, part.tablesAt());
  expect(part.loadTables(packed.length)).toBe(0);
}, 60_000);

describe('readings of a character', () => {
  it('are none before they are loaded', () => {
    expect([0x34, 0x430, 0x1f1e6, 0x10ffff].map((cp) => part.readingsOf(cp))).toEqual([0, 0, 0, 0]);
    expect(part.lookalikeIn(0, 0)).toBe(0);
  });

  it('are those of the oracle, for every code point', () => {
    expect(load(asset)).toBe(0);
    const wrong: string[] = [];
    let some = 0;
    for (let cp = 0; cp <= 0x10ffff; cp++) {
      const reading = part.readingsOf(cp) >>> 0;
      if (reading > 0) some++;
      // What this Node's own ICU does not know yet, its normalisation cannot fold.
      if (/^\P{Cn}$/u.test(String.fromCodePoint(cp)) && reading !== readingsOf(cp)) wrong.push(cp.toString(16));
    }
    expect(wrong).toEqual([]);
    expect(some).toBeGreaterThan(1000);
  }, 120_000);

  it('are none beyond Unicode', () => {
    for (const cp of [0x1ffff, 0x20000, 0x110000, 0x7fffffff, -1]) expect(part.readingsOf(cp)).toBe(0);
  });

  it('go both ways for the letters that Latin ones are put for', () => {
    expect(load(asset)).toBe(0);
    const seen: string[] = [];
    const wrong: string[] = [];
    for (let script = 0; script < 3; script++) {
      for (let letter = 0; letter < 26; letter++) {
        const other = part.lookalikeIn(letter, script);
        if (other === 0) continue;
        seen.push(String.fromCharCode(0x61 + letter) + String.fromCharCode(other));
        expect(String.fromCharCode(other)).toMatch([/[\u0400-\u052f]/, /[\u0370-\u03ff]/, /[\u0530-\u058f]/][script] ?? /$^/);
        if ((part.readingsOf(other) >>> letter & 1) === 0) wrong.push(seen.at(-1) ?? '');
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toEqual(expect.arrayContaining(['aа', 'cс', 'hн', 'aα', 'vν', 'oօ']));
  });
});

describe('a damaged file of readings', () => {
  const SOME = [0x21, 0x34, 0x430, 0x2170, 0x1f1e6, 0x1ffff, 0x10ffff];

  it('is refused, or gives other readings within Unicode; it traps nowhere and reaches no other region', () => {
    const memory = (): Uint8Array => new Uint8Array(part.memory.buffer);
    const outside = (): string => Buffer.from(memory().subarray(0, part.readingsAt())).toString('latin1') + Buffer.from(memory().subarray(part.readingsAt() + part.readingsBytes())).toString('latin1');
    const before = outside();
    fc.assert(fc.property(fc.nat(asset.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(asset.length), (at, flip, cut) => {
      const copy = asset.slice();
      copy[at] = (copy[at] ?? 0) ^ flip;
      const answer = load(copy);
      expect([0, 1, 2]).toContain(answer);
      if (answer !== 0) for (const cp of SOME) expect(part.readingsOf(cp)).toBe(0);
      expect(load(asset.subarray(0, cut))).toBe(cut === asset.length ? 0 : 2);
    }), runs(300));
    expect(outside() === before).toBe(true);
  });

  it.each([
    ['another file', 0, 1], ['another length', 24, 2], ['another format', 32, 1], ['another Unicode version', 37, 1], ['more steps', 43, 2],
  ])('%s is refused with a code', (_, at, answer) => {
    const copy = asset.slice();
    copy[at] = (copy[at] ?? 0) ^ 0x40;
    expect(load(copy)).toBe(answer);
    expect(part.readingsOf(0x34)).toBe(0);
    expect(part.lookalikeIn(0, 0)).toBe(0);
  });

  it('is the file that was built', () => {
    expect(Buffer.from(asset).equals(readFileSync(new URL('../../build/lookalikes.bin', import.meta.url)))).toBe(true);
  });
});
