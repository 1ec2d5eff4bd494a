// The slow lane, slow and obvious: every way in which a term may be laid over the glyphs of a passage that looks disguised,
// each judged by itself. Not here: what an override shows backwards, and phrases written as hashtags.

import type { TextHit, WordEntry } from '../../src/text/text-kernel.ts';
import { gluedFrom, gluedTo } from './match-glue.ts';
import { isLonger } from './match-longer.ts';
import { formsOf, isDecorated, readingOf } from './match-reading.ts';
import type { Form, PlainOptions, Reading } from './match-reading.ts';
import { apartIn } from './passage-apart.ts';
import { glyphsOf, passagesOf } from './passage-glyphs.ts';
import type { Glyph } from './passage-glyphs.ts';
import { Judge } from './passage-judge.ts';
import { Passage } from './passage-laid.ts';
import { isOtherI } from './turkish-i.ts';

/** All hits of the slow lane in one surface, each once; those as written may be among them. */
export function matchDisguised(input: string, entries: readonly WordEntry[], surface = 0, options: PlainOptions = {}): TextHit[] {
  const reading = readingOf(input);
  const forms = entries.flatMap((entry) => formsOf(entry, options.isCommon));
  const hits = new Map<string, TextHit>();
  for (const { from, end, to } of [...apartIn(reading.text), ...passagesOf(reading, forms.some(({ text }) => text.includes(' ')))]) {
    const passage = new Passage(glyphsOf(reading, Math.max(0, from - 1), to + 1));
    for (const form of forms) {
      const judge = new Judge(passage, form, reading, options);
      passage.glyphs.forEach(({ type, unit }, k) => {
        if (unit < from || unit >= end || (form.bound ? !passage.mayBegin(k) && !passage.masksFirst(k) : type === 'space')) return;
        for (const laid of passage.layings(form.text, k, form.bound)) {
          const found = judge.judge(laid);
          if (found === undefined) continue;
          const last = passage.at(found.end);
          const units = Array.from({ length: last.unit + last.width - unit }, (_, i) => unit + i);
          if (form.accented && !units.some((i) => isDecorated(reading, i))) continue;
          if (isOtherI(form, reading, (i) => passage.at(laid[i]?.from ?? -1).unit, unit, last.unit + last.width - 1)) continue;
          if (isLonger(form, reading, unit, last.unit + last.width - 1)) continue;
          const hit = spanOf(reading, form, passage.at(k), last, found.how, surface);
          const key = `${String(hit.start)} ${String(hit.end)} ${String(hit.entry)}`;
          if (!hits.has(key)) hits.set(key, hit);
        }
      });
    }
  }
  return [...hits.values()];
}

function spanOf(reading: Reading, { entry }: Form, first: Glyph, last: Glyph, how: number, surface: number): TextHit {
  const start = gluedFrom(reading, first.unit);
  const end = gluedTo(reading, last.unit + last.width - 1);
  return { surface, start: reading.origins[start] ?? 0, end: reading.end(end), entry, how };
}
