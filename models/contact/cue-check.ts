// npm run cues [-- --missed | --card | --data DIR]: forms of text cues and their texts checked, and figures on the reported half.
// --missed: what is missed or found falsely on the half for choosing forms, text by text. --card: writes cues/card.md.
// --data: counts the data set's ordinary chat into cues/ordinary.json, which the card reads.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatTable } from '../../src/node/eval/table.ts';
import { figuresJson } from '../build/figures-json.ts';
import { createFeatureKernel } from '../build/kernel.ts';
import { CARD_FILE, cueCard, cueTables, laterTable, ordinaryTable } from './cue-card.ts';
import { cueFigures, cueJudge, honestTexts, judgeTexts } from './cue-figures.ts';
import { CUE_TAGS } from './cue-files.ts';
import { cueParts } from './cue-forms.ts';
import { countOrdinary, ORDINARY_FILE, readOrdinary } from './cue-ordinary.ts';
import { lintCues, lintCueTexts } from './cue-lint.ts';
import { packCues } from './cue-table.ts';

const { values } = parseArgs({ options: { missed: { type: 'boolean' }, card: { type: 'boolean' }, data: { type: 'string' }, lang: { type: 'string' } } });
const say = (text: string): void => { process.stdout.write(`${text}\n`); };
const tags = CUE_TAGS.filter((tag) => values.lang === undefined || tag === values.lang);
const faults = tags.flatMap((tag) => [...lintCues(tag), ...lintCueTexts(tag)]);
faults.forEach(({ file, line, fault }) => { say(`${file}:${line} ${fault}`); });

const { fold } = createFeatureKernel();
const parts = cueParts(fold);
const judge = cueJudge(fold, parts);
if (values.missed) {
  for (const tag of tags) {
    for (const { text, found } of judgeTexts(tag, 'choose', judge)) {
      if (text.cue === null ? found.length > 0 : !found.includes(text.cue)) say(`${text.file}:${text.line} ${text.cue ?? 'none'}, found ${found.join(' ') || 'none'}: ${text.text}`);
    }
    for (const text of honestTexts(tag, 'choose')) {
      const found = judge(text);
      if (found.length > 0) say(`honest ${tag}, found ${found.join(' ')}: ${text.replaceAll('\n', ' ').slice(0, 160)}`);
    }
  }
}
const half = values.missed ? 'choose' : 'report';
const figures = tags.map((tag) => cueFigures(tag, half, judge));
const later = tags.map((tag) => cueFigures(tag, 'later', judge));
if (values.data !== undefined) writeFileSync(ORDINARY_FILE, figuresJson(countOrdinary(values.data, judge)));
const packed = packCues(parts);
const tables = values.missed ? cueTables(figures) : [...cueTables(figures), laterTable(later), ordinaryTable(readOrdinary())];
for (const { title, head, rows } of tables) say(`${title}\n${formatTable(head, rows)}`);
say(`${parts.length} parts of forms, ${packed.length} bytes packed; half: ${half}`);
if (values.card && !values.missed && values.lang === undefined) writeFileSync(CARD_FILE, cueCard({ figures, later, ordinary: readOrdinary(), parts, packed }));
say(`${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
