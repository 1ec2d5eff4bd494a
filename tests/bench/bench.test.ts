import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from './markdown.ts';
import { measure, quantile, toRows } from './measure.ts';
import { makeLinesOf, makeMessages, makeWords } from './synthetic.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe('synthetic words and messages', () => {
  it('are the same every time, distinct, and a longer list begins with the shorter', () => {
    const long = makeWords(5_000);
    expect(new Set(long).size).toBe(5_000);
    expect(makeWords(1_000)).toEqual(long.slice(0, 1_000));
  });

  it('have the mean length and the share of listed words they claim', () => {
    const words = makeWords(100);
    const messages = makeMessages(2_000, words);
    const mean = messages.reduce((sum, text) => sum + text.length, 0) / messages.length;
    expect(mean).toBeGreaterThan(48);
    expect(mean).toBeLessThan(54);
    const listed = new RegExp(`\\b(?:${words.join('|')})\\b`, 'iu');
    expect(messages.filter((text) => listed.test(text)).length).toBe(100);
  });

  it('are of the length asked for', () => {
    expect(makeLinesOf(80, 20).every((line) => line.length === 80)).toBe(true);
  });
});

describe('measuring', () => {
  it('gives the slower contender the longer time and says how many times', () => {
    const work = (loops: number) => (): number => {
      let x = 1;
      for (let i = 0; i < loops; i++) x = (x * 31 + i) | 0;
      return x;
    };
    const measured = measure(
      [{ name: 'quick', run: work(2_000) }, { name: 'slow', run: work(40_000) }], { rounds: 15, roundMs: 2, totalMs: 1_000 });
    const [quick, slow] = toRows('test', measured, 100);
    expect(quick).toMatchObject({ case: 'quick', ratio_to: 'slow' });
    expect(quick?.ratio).toBeGreaterThan(3);
    expect(slow?.ratio).toBeLessThan(1);
    expect(quick?.mb_per_s).toBeGreaterThan(slow?.mb_per_s ?? Infinity);
  });

  it('takes the nearest rank', () => {
    expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(quantile(Array.from({ length: 100 }, (_, n) => n + 1), 0.95)).toBe(95);
  });

  it('is printed as tables', () => {
    const text = toMarkdown([{ suite: 'pipeline', case: 'a', n: 3, median_us: 1.5, ratio_to: 'b', ratio: 2 }], 0.4);
    expect(text).toContain('| a | 3 | 1.5 | 2 × b |');
    expect(text).toContain('before the run: 0.4.');
  });
});

describe('npm run bench', () => {
  const bench = (...args: string[]) => spawnSync(
    process.execPath, ['--import', 'tsx', 'tests/bench/run.ts', ...args], { cwd: ROOT, encoding: 'utf8' });

  it('prints one JSON array and nothing else', () => {
    const { status, stdout } = bench('--json', '--quick', '--suite', 'memory');
    expect(status).toBe(0);
    const rows = JSON.parse(stdout) as Record<string, unknown>[];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject({ suite: 'memory', case: expect.any(String), n: expect.any(Number), median_us: expect.any(Number) });
  });

  it('does not know other suites', () => {
    expect(bench('--suite', 'nonsense').status).toBe(2);
  });
});
