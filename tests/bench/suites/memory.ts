import { median, rounded, type BenchRow } from '../measure.ts';
import { makeWords } from '../synthetic.ts';
import { loadScamKernel } from './kernel.ts';
import type { SuiteOptions } from './suite.ts';

/** Bytes of the kernel's memory with the scam model in it, and the time a new list takes to be in force. */
export async function memorySuite({ root, quick }: SuiteOptions): Promise<readonly BenchRow[]> {
  const all = makeWords(100_000);
  const rows: BenchRow[] = [];
  for (const size of [0, 10_000, 100_000]) {
    const kernel = await loadScamKernel(root);
    const entries = all.slice(0, size).map((text, entry) => ({ text, entry }));
    const times: number[] = [];
    let before = 0;
    for (let run = 0; run < (quick ? 2 : 5); run++) {
      before = kernel.exports.memory.buffer.byteLength;
      const from = performance.now();
      kernel.setWords(entries);
      times.push(performance.now() - from);
      await Promise.resolve();
    }
    rows.push(
      { suite: 'memory', case: `text kernel, ${size} words: build; bytes held`, n: times.length, median_us: rounded(median(times) * 1000), bytes: kernel.exports.memory.buffer.byteLength },
      { suite: 'memory', case: `text kernel, ${size} words: build; bytes while swapping`, n: times.length, median_us: rounded(median(times) * 1000), bytes: before + kernel.exports.memory.buffer.byteLength },
    );
  }
  return rows;
}
