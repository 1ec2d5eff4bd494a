// cues/card.md and the tables of `npm run cues`: no number in them is typed by hand.

import { brotliCompressSync } from 'node:zlib';
import { formatInterval, type Share } from '../../src/node/eval/wilson.ts';
import { markdownTable, type ReportTable } from '../../src/node/eval/table.ts';
import { CUES } from './cue-files.ts';
import type { CuePart } from './cue-forms.ts';
import { totalOf, type CueFigures } from './cue-figures.ts';

const counted = ({ hits, n }: Share): string => (n === 0 ? '–' : `${hits}/${n}`);

export function cueTables(figures: readonly CueFigures[]): readonly ReportTable[] {
  const all = [...figures, totalOf(figures)];
  const of = (title: string, head: readonly string[], row: (one: CueFigures) => readonly string[]): ReportTable => (
    { title, head: ['language', ...head], rows: all.map((one) => [one.lang, ...row(one)]) });
  return [
    of('Texts with a cue in which it is found', [...CUES, 'all', '95 %'], ({ byCue, recall }) => [...CUES.map((cue) => counted(byCue[cue])), counted(recall), formatInterval(recall, 1)]),
    of('Texts without a cue in which one is found', ['near', 'plain', 'both', '95 %', ...CUES], ({ near, plain, falsely, falselyBy }) => (
      [counted(near), counted(plain), counted(falsely), formatInterval(falsely, 1), ...CUES.map((cue) => String(falselyBy[cue]))])),
    of('Honest texts of the scam corpus in which one is found', ['texts', '95 %', ...CUES], ({ honest, honestBy }) => (
      [counted(honest), formatInterval(honest, 2), ...CUES.map((cue) => String(honestBy[cue]))])),
  ];
}

export function cueCard(figures: readonly CueFigures[], parts: readonly CuePart[], packed: Uint8Array): string {
  return `# Text cues about contact

**Read this first.** All texts and forms here are authored, by one hand; no chat log of anybody, real or decoy, was used. The figures say how forms carry over to
other phrases of the same kind by the same writer, not how people of a country write: expect less. Nobody who speaks these languages has reviewed them yet. A cue is the
wording of published advice to parents and children ("asks to move to another app", "asks you to keep it secret", "asks your age, school, where you live, for a photo of you", "offers
gifts or money") and nothing else; most messages with one are harmless. By themselves cues never make a strong notice. Who wants to avoid them can.

Written by \`npm run cues -- --card\`. Languages: ${figures.map(({ lang }) => lang).join(', ')}. No other language is covered. All forms are looked for in every text, whatever its language.

${cueTables(figures).map((table) => `## ${table.title}\nOn the half only for reporting; shares with Wilson's interval.\n\n${markdownTable(table)}`).join('\n\n')}

The columns of single cues in the last two tables count texts in which that cue is found.

## Packed
${parts.length} parts of forms, ${packed.length} bytes, ${brotliCompressSync(packed).length} as brotli sends them (\`models/contact/cue-table.ts\`; [decision](../../../docs/decisions/README.md)).
`;
}
