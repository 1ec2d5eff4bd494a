import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toZawgyi } from '../../../models/scam/zawgyi.ts';
import type { SketchKernel } from '../../../src/text/sketch-kernel.ts';
import { makeSketchKernel, SECRET, sketchKernelBytes, SKETCH_KINDS } from '../../fixtures/sketch-kernel.ts';
import { gramsOf, keptOf } from '../../oracle/minhash.ts';
import { siphash } from '../../oracle/siphash.ts';

const LETTER = 'Please tell everybody you know: the well behind the old mill is closed until Friday, because the pump is broken. Bring water from the school.';
const BURMESE = 'ရွာထဲက ရေတွင်းကို သောကြာနေ့အထိ ပိတ်ထားပါတယ်။ ကျောင်းကနေ ရေယူကြပါ။ ဒီစာကို သိသမျှ လူတိုင်းကို ပြောပြပေးပါ ကျေးဇူးပြု၍ ဖြန့်ဝေပေးကြပါ။';
const NEAR = { shared: 1, contained: 0 };

/** Places of 128 that two texts share. */
function shared(kernel: SketchKernel, a: string, b: string): number {
  kernel.sketch(a);
  kernel.put(0);
  kernel.sketch(b);
  const found = kernel.lookup(1, NEAR)[0]?.shared ?? 0;
  kernel.wipe();
  return found;
}

describe.each(SKETCH_KINDS)('the %s sketch kernel', (kind) => {
  const kernel = makeSketchKernel(kind);

  it('imports nothing, and has 4 MB of memory that never grow', async () => {
    expect(WebAssembly.Module.imports(await WebAssembly.compile(sketchKernelBytes(kind)))).toEqual([]);
    expect(kernel.exports.memory.buffer.byteLength).toBe(64 * 65_536);
    kernel.sketch('word '.repeat(20_000));
    kernel.lookup(5_000, { shared: 0, contained: 0 });
    kernel.wipe();
    expect(kernel.exports.memory.buffer.byteLength).toBe(64 * 65_536);
  });

  it('weighs at most 8 kB after brotli', () => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    expect(brotliCompressSync(sketchKernelBytes(kind), { params }).length).toBeLessThanOrEqual(8_000);
  });

  it('hashes ids as SipHash-1-3 does', () => {
    const bytes = [0xff, 0xff, ...[...'mabc'].flatMap((c) => [c.charCodeAt(0), 0])];
    const wanted = siphash([...SECRET], bytes);
    const hex = Array.from({ length: 8 }, (_, n) => ((wanted >> BigInt(8 * n)) & 255n).toString(16).padStart(2, '0')).join('');
    expect(kernel.identify('m', 'abc')).toBe(hex);
    expect(kernel.identify('c', 'abc')).not.toBe(hex);
  });

  it('has no sketch of fewer than 60 letters, marks and digits', () => {
    const just = 'abcdefghij'.repeat(6);
    expect(kernel.sketch(just)).toBeGreaterThan(0);
    expect(kernel.sketch(just.slice(1))).toBe(0);
    expect(kernel.sketch(`${just.slice(1)} !!! 🙏🙏🙏 ... — `)).toBe(0);
    expect(kernel.lookup(5_000, { shared: 0, contained: 0 })).toEqual([]);
  });

  it('is blind to case, spaces, punctuation, emoji, invisible characters and other digits', () => {
    const dressed = `🙏 ${LETTER.toUpperCase().replaceAll('. ', '!!!\n\n🔥').replaceAll('e', 'e\u200b')} 🙏`;
    expect(shared(kernel, LETTER, dressed)).toBe(128);
    expect(shared(kernel, `On day 12 at 7. ${LETTER}`, `On day 34 at 9. ${LETTER}`)).toBe(128);
  });

  it('gives Zawgyi and Unicode of one text the same sketch', () => {
    expect(toZawgyi(BURMESE)).not.toBe(BURMESE);
    expect(shared(kernel, BURMESE, toZawgyi(BURMESE))).toBeGreaterThanOrEqual(120);
  });

  it('shares nothing with sketches under another secret', () => {
    const other = makeSketchKernel(kind, SECRET.map((byte) => byte ^ 0x55));
    const size = other.sketch(LETTER);
    kernel.restore(0, size, other.bytes());
    kernel.sketch(LETTER);
    expect(kernel.lookup(1, NEAR)).toEqual([]);
    kernel.wipe();
  });

  it('compares the first slots alone, and what was moved or cleared stands nowhere else', () => {
    const texts = [LETTER, BURMESE, 'nothing of this is in any other one, and it is long enough to be looked at, though it says little'];
    texts.forEach((text, slot) => { kernel.sketch(text); kernel.put(slot); });
    const slots = (text: string, count: number): readonly number[] => { kernel.sketch(text); return kernel.lookup(count, { shared: 100, contained: 900 }).map(({ slot }) => slot); };
    expect(texts.map((text) => slots(text, 3))).toEqual([[0], [1], [2]]);
    expect(slots(texts[2] ?? '', 2)).toEqual([]);
    kernel.move(2, 0);
    expect(texts.map((text) => slots(text, 3))).toEqual([[], [1], [0]]);
    kernel.clear(1);
    expect(texts.map((text) => slots(text, 3))).toEqual([[], [], [0]]);
    kernel.wipe();
  });

  it('restores what it gave', () => {
    const size = kernel.sketch(LETTER);
    const bytes = kernel.bytes();
    kernel.wipe();
    kernel.restore(7, size, bytes);
    kernel.sketch(LETTER);
    expect(kernel.lookup(8, { shared: 128, contained: 1000 }).map(({ slot }) => slot)).toContain(7);
    kernel.wipe();
  });

  it('leaves nothing behind after wipe', () => {
    const one = makeSketchKernel(kind);
    // A copy, without statics: those hold counters, which may be the last ones' sizes, never text.
    const copy = (): Buffer => Buffer.from(new Uint8Array(one.exports.memory.buffer)).fill(0, 0, 0x10000);
    // The mark before FOLDED comes with the first text, and stays.
    one.sketch('x');
    one.wipe();
    const fresh = copy();
    for (const text of [LETTER.repeat(30), BURMESE, LETTER, 'ﷺ'.repeat(9_000)]) {
      one.identify('c', 'a conversation');
      one.sketch(text);
      one.put(3);
      one.lookup(4, NEAR);
      one.clear(3);
      one.wipe();
    }
    expect(copy().equals(fresh)).toBe(true);
  });

  it.each([['lone surrogates', '\ud800a\udc00b'.repeat(2_000)], ['one letter', 'a'.repeat(65_000)], ['ligatures', 'ﷺ'.repeat(9_000)],
    ['marks', `a${'\u0301'.repeat(5_000)}`], ['letters of four bytes', '𐴀𐴁𐴂𐴃𐴄𐴅𐴆'.repeat(1_000)], ['no text', '']])('reads %s to the end', (_, text) => {
    expect(kernel.sketch(text)).toBe(gramsOf(text).size);
    kernel.wipe();
  });
});

describe('the oracle', () => {
  it('is SipHash by its published vectors', () => {
    const key = [...SECRET];
    expect(siphash(key, key.slice(0, 15), [2, 4])).toBe(0xa129ca6149be45e5n);
    expect(siphash(key, [])).toBe(0xabac0158050fc4dcn);
    // As long as a gram.
    expect(siphash(key, key.slice(0, 12))).toBe(0x78a384b157b4d9a2n);
  });

  it('keeps letters, marks and digits', () => {
    expect(String.fromCodePoint(...keptOf('A b-c! 12 é ٣ 🙏'))).toBe('abc00e0');
    expect(keptOf('မြန်, မာ၊').length).toBe(6);
  });
});
