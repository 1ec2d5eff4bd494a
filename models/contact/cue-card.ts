// cues/card.md and the tables of `npm run cues`: no number in them is typed by hand.

import { brotliCompressSync } from 'node:zlib';
import { countShare, formatInterval, type Share } from '../../src/node/eval/wilson.ts';
import { markdownTable, type ReportTable } from '../../src/node/eval/table.ts';
import { CUES, CUE_FOLDER } from './cue-files.ts';
import type { CuePart } from './cue-forms.ts';
import { totalOf, type CueFigures } from './cue-figures.ts';
import type { OrdinaryCount } from './cue-ordinary.ts';

export const CARD_FILE = new URL('card.md', CUE_FOLDER);

export interface CueCardParts {
  readonly figures: readonly CueFigures[];
  readonly later: readonly CueFigures[];
  readonly ordinary: readonly OrdinaryCount[];
  readonly parts: readonly CuePart[];
  readonly packed: Uint8Array;
}

const counted = ({ hits, n }: Share): string => (n === 0 ? '–' : `${hits}/${n}`);

function byLanguage(figures: readonly CueFigures[], title: string, head: readonly string[], row: (one: CueFigures) => readonly string[]): ReportTable {
  return { title, head: ['language', ...head], rows: [...figures, totalOf(figures)].map((one) => [one.lang, ...row(one)]) };
}

export function cueTables(figures: readonly CueFigures[]): readonly ReportTable[] {
  return [
    byLanguage(figures, 'Texts with a cue in which it is found', [...CUES, 'all', '95 %'], ({ byCue, recall }) => (
      [...CUES.map((cue) => counted(byCue[cue])), counted(recall), formatInterval(recall, 1)])),
    byLanguage(figures, 'Texts without a cue in which one is found', ['near', 'plain', 'both', '95 %', ...CUES], ({ near, plain, falsely, falselyBy }) => (
      [counted(near), counted(plain), counted(falsely), formatInterval(falsely, 1), ...CUES.map((cue) => String(falselyBy[cue]))])),
    byLanguage(figures, 'Honest texts of the scam corpus in which one is found', ['texts', '95 %', ...CUES], ({ honest, honestBy }) => (
      [counted(honest), formatInterval(honest, 2), ...CUES.map((cue) => String(honestBy[cue]))])),
  ];
}

export function laterTable(later: readonly CueFigures[]): ReportTable {
  return byLanguage(later, 'Everyday texts written when the forms stood', [...CUES, 'found', '95 %', 'near, falsely', '95 % of those'], ({ byCue, recall, near }) => (
    [...CUES.map((cue) => counted(byCue[cue])), counted(recall), formatInterval(recall, 1), counted(near), formatInterval(near, 1)]));
}

export function ordinaryTable(ordinary: readonly OrdinaryCount[]): ReportTable {
  return {
    title: 'Ordinary chat of the data set in which one is found', head: ['source', 'language', 'texts', '95 %', ...CUES],
    rows: ordinary.map(({ source, lang, texts, found, by }) => {
      const share = countShare(found, texts);
      return [source, lang, counted(share), formatInterval(share, 2), ...CUES.map((cue) => String(by[cue] ?? 0))];
    }),
  };
}

export function cueCard({ figures, later, ordinary, parts, packed }: CueCardParts): string {
  const all = totalOf(later);
  const shown = ({ title, ...table }: ReportTable, note: string): string => `## ${title}\n${note}\n\n${markdownTable(table)}`;
  const [found, falsely, honest] = cueTables(figures) as [ReportTable, ReportTable, ReportTable];
  return `# Text cues about contact

**Read this first.** All texts and forms here are authored, by one hand; no chat log of anybody, real or decoy, was used. The figures say how forms carry over to
other phrases of the same writer, not how people of a country write: expect less. Nobody who speaks these languages natively has reviewed them yet. A cue is the
wording of published advice to parents and children ("asks to move to another app", "asks you to keep it secret", "asks your age, your school, where you live, for a photo of
you", "offers gifts or money") and nothing else; most messages with one are harmless. By themselves cues never make a strong notice. Who wants to avoid them can.

In everyday texts written after the forms (\`later.txt\`) ${formatInterval(all.recall, 1)} of the cues were found. The half kept for reporting, written before by the same hand, says ${formatInterval(totalOf(figures).recall, 1)}: it flatters.

Written by \`npm run cues -- --card\`. Languages: ${figures.map(({ lang }) => lang).join(', ')}. No other language is covered. All forms are looked for in every text, whatever its language.

${shown(found, 'On the half only for reporting; counts, and the share with Wilson\'s interval.')}

${shown(falsely, 'On the half only for reporting. "near": written to come close to a cue; "plain": any other chat. Behind the interval, how many by cue.')}

${shown(laterTable(later), 'Three texts a cue and ten near ones a language, made of the same words; no form was changed for them. **This is the figure to go by.**')}

${shown(honest, 'Every second one, authored for another purpose: friends, shops, offices, warnings.')}

${shown(ordinaryTable(ordinary), 'Written by others, every second text, counted by `npm run cues -- --data DIR`. `uci_sms` is real SMS. In `xpersona` two strangers get to know each other: most of what is found there is asked indeed.')}

## Packed
${parts.length} parts of forms, ${packed.length} bytes, ${brotliCompressSync(packed).length} as brotli sends them (\`models/contact/cue-table.ts\`).
`;
}
