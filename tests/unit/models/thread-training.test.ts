import { describe, expect, it } from 'vitest';
import { choosePoint, outcomesOf, sumsOf, type Summed } from '../../../models/scam/thread-decide.ts';
import { figuresOf } from '../../../models/scam/thread-figures.ts';
import { THREAD_RECIPE, trainThreads } from '../../../models/scam/thread-train.ts';
import type { JudgedThread, JudgedTurn } from '../../../models/scam/thread-turns.ts';

function turn(number: number, now: readonly number[], before: readonly number[] = [], target: 0 | 1 = 0): JudgedTurn {
  return { turn: number, now, before, target, alone: { level: 'none', leads: false, facts: 0, asks: false } };
}

function thread(label: JudgedThread['label'], evidence: number, turns: readonly JudgedTurn[]): JudgedThread {
  return { lang: 'en', label, kind: 'x', fold: 0, evidence, turns };
}

/** Money asked for is a scam's only after love was spoken of; either alone is not. */
const [LOVE, MONEY, WEATHER] = [1, 2, 3];
const WORLD = Array.from({ length: 40 }, () => [
  thread('scam', 3, [turn(1, [LOVE]), turn(3, [MONEY], [LOVE], 1)]),
  thread('benign', 0, [turn(1, [LOVE]), turn(3, [WEATHER], [LOVE])]),
  thread('benign', 0, [turn(1, [WEATHER]), turn(3, [MONEY], [WEATHER])]),
  thread('benign', 0, [turn(1, [MONEY]), turn(3, [LOVE], [MONEY])]),
]).flat();
const RECIPE = { ...THREAD_RECIPE, concepts: 4, levels: [0.5], nets: 1, units: 4, epochs: 60, decay: 1e-4 };

describe('what judges conversations', () => {
  it('learns an order: what was said before, and what is said now', () => {
    const model = trainThreads(WORLD, 2, RECIPE, 7);
    const summed = WORLD.map((one) => sumsOf(one, model));
    const point = choosePoint(summed);
    const figures = figuresOf(outcomesOf(summed, (_, sum) => sum >= point));
    expect(figures).toMatchObject({ recall: { hits: 40, n: 40 }, early: { hits: 0 }, benign: { hits: 0, n: 120 }, latency: [0, 0, 0] });
  });

  it('is the same to the byte for the same threads and seed', () => {
    const once = JSON.stringify(trainThreads(WORLD, 2, RECIPE, 7));
    expect(JSON.stringify(trainThreads(WORLD, 2, RECIPE, 7))).toBe(once);
    expect(JSON.stringify(trainThreads(WORLD, 2, RECIPE, 8))).not.toBe(once);
  });
});

describe('the point', () => {
  const summed = (label: JudgedThread['label'], evidence: number, sums: readonly number[]): Summed => ({
    thread: thread(label, evidence, sums.map((_, n) => turn(n + 1, [0], [], evidence > 0 && n + 1 >= evidence ? 1 : 0))), sums,
  });

  it('is the lowest that tips no more benign conversations, and no more scams too early, than allowed', () => {
    const benign = Array.from({ length: 100 }, (_, n) => summed('benign', 0, [-5, n]));
    const scams = Array.from({ length: 100 }, (_, n) => summed('scam', 2, [n / 2, 200]));
    const point = choosePoint([...benign, ...scams]);
    expect(point).toBeCloseTo(97, 3);
    expect(figuresOf(outcomesOf([...benign, ...scams], (_, sum) => sum >= point))).toMatchObject({ benign: { hits: 2 }, early: { hits: 0 }, recall: { hits: 100 } });
    const hasty = Array.from({ length: 100 }, (_, n) => summed('scam', 2, [n * 3, 900]));
    const later = choosePoint([...benign, ...hasty]);
    expect(figuresOf(outcomesOf([...benign, ...hasty], (_, sum) => sum >= later))).toMatchObject({ benign: { hits: 0 }, early: { hits: 1 }, recall: { hits: 99 } });
  });

  it('stands above every sum where other rules alone cost more than allowed, and counts what they add', () => {
    const benign = Array.from({ length: 100 }, (_, n) => summed('benign', 0, [n / 100]));
    const scams = Array.from({ length: 100 }, () => summed('scam', 1, [2]));
    // A rule by itself tips so many of the honest ones, whatever the point.
    const also = (share: number) => (_turn: JudgedTurn, sum: number, { label }: JudgedThread, point: number): boolean => sum >= point || (label === 'benign' && sum < share);
    expect(choosePoint([...benign, ...scams])).toBeCloseTo(0.97, 2);
    expect(choosePoint([...benign, ...scams], also(0.01))).toBeCloseTo(0.98, 2);
    expect(choosePoint([...benign, ...scams], also(0.5))).toBeGreaterThan(2);
  });

  it('counts the wait from the first evidence, in messages of both sides', () => {
    const slow: Summed = { thread: thread('scam', 3, [turn(1, [0]), turn(3, [0], [], 1), turn(7, [0], [], 1)]), sums: [0, 1, 5] };
    expect(figuresOf(outcomesOf([slow], (_, sum) => sum >= 5)).latency).toEqual([4, 4, 4]);
  });
});
