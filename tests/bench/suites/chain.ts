import { NEAR_COPY } from '../../../src/decide/chain.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SketchKernel } from '../../../src/text/sketch-kernel.ts';
import { measure, toRows, turns, type BenchRow } from '../measure.ts';
import { makeLinesOf } from '../synthetic.ts';
import type { SuiteOptions } from './suite.ts';
import { plainMinHash, plainShared } from './plain-minhash.ts';

const UNITS = 300;
const ENTRIES = 5_000;
/** Authored; 300 units. */
const BURMESE = 'ရွာထဲက ရေတွင်းကို သောကြာနေ့အထိ ပိတ်ထားပါတယ်။ ကျောင်းကနေ ရေယူကြပါ။ ဒီစာကို သိသမျှ လူတိုင်းကို ပြောပြပေးပါ။ '.repeat(4).slice(0, UNITS);

/** Near-copies: the sketch of a text, and its look-up among as many as are kept, against MinHash written plainly in this process. */
export function chainSuite({ root, quick }: SuiteOptions): Promise<readonly BenchRow[]> {
  const read = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(root, 'build', name)));
  const secret = Uint8Array.from({ length: 16 }, (_, n) => n * 7);
  const kernelOf = (kind: string): SketchKernel => new SketchKernel(read(`sketch.${kind}.wasm`), read('tables.bin'), secret);
  const [simd, scalar] = [kernelOf('simd'), kernelOf('scalar')];
  const lines = makeLinesOf(UNITS, ENTRIES);
  const sketched = (kernel: SketchKernel, name: string, texts: readonly string[]): { readonly name: string; run(n: number): number } => ({
    name, run: (n) => { const size = kernel.sketch(texts[n % texts.length] ?? ''); kernel.wipe(); return size; },
  });
  const rows: BenchRow[] = [...toRows('chain', measure([
    sketched(simd, `sketch of ${UNITS} characters, SIMD`, lines),
    { name: `plain MinHash of ${UNITS} characters, 128 hashes`, run: (n) => plainMinHash(lines[n % ENTRIES] ?? '')[0] ?? 0 },
    sketched(scalar, `sketch of ${UNITS} characters, scalar`, lines),
    sketched(simd, `sketch of ${UNITS} characters of Burmese, SIMD`, [BURMESE]),
  ], turns(quick)))];

  const plain = lines.map((line) => plainMinHash(line));
  for (const kernel of [simd, scalar]) for (const [slot, line] of lines.entries()) { kernel.sketch(line); kernel.put(slot); }
  for (const kernel of [simd, scalar]) kernel.sketch(lines[17] ?? '');
  const looked = (kernel: SketchKernel, name: string): { readonly name: string; run(): number } => ({ name, run: () => kernel.lookup(ENTRIES, NEAR_COPY).length });
  rows.push(...toRows('chain', measure([
    looked(simd, `look-up among ${ENTRIES} sketches, SIMD`),
    { name: `plain comparison with ${ENTRIES} sketches`, run: () => { let near = 0; for (const other of plain) near += plainShared(plain[17] as Uint32Array, other) >= NEAR_COPY.shared ? 1 : 0; return near; } },
    looked(scalar, `look-up among ${ENTRIES} sketches, scalar`),
  ], turns(quick))));
  return Promise.resolve(rows);
}
