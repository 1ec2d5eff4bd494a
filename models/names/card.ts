import { writeFileSync } from 'node:fs';
import { markdownTable, formatTable, type ReportTable } from '../../src/node/eval/table.ts';
import { measureNames, type Count, type ScriptFigures, type Sizes } from './measure.ts';
import type { Part } from './name-lists.ts';
import { KINDS } from './variants.ts';

const SIZES: Sizes = { variants: 1_000, names: 600, strangers: 500 };
const SEED = 1;
const CARD = new URL('card.md', import.meta.url);

export function sumOf(counts: readonly Count[]): Count {
  return counts.reduce((sum, { n, found }) => ({ n: sum.n + n, found: sum.found + found }), { n: 0, found: 0 });
}

const percent = ({ n, found }: Count, digits = 1): string => (n === 0 ? '–' : (100 * found / n).toFixed(digits));

export function nameTables(rows: readonly ScriptFigures[]): readonly ReportTable[] {
  const allPairs = sumOf(rows.map(({ pairs }) => pairs));
  const allVariants = sumOf(rows.flatMap(({ kinds }) => KINDS.map((kind) => kinds[kind])));
  const worst = [...rows].sort((a, b) => b.pairs.found / b.pairs.n - a.pairs.found / a.pairs.n)[0] as ScriptFigures;
  return [
    {
      title: 'Bars', head: ['what', 'of', 'value', 'bar', 'met'],
      rows: [
        ['variants found, %', String(allVariants.n), percent(allVariants, 2), '≥ 98', allVariants.found / allVariants.n >= 0.98 ? 'yes' : 'no'],
        ['random pairs told, %', String(allPairs.n), percent(allPairs, 4), '≤ 0.1', allPairs.found / allPairs.n <= 0.001 ? 'yes' : 'no'],
        [`of them in the worst script (${worst.script}), %`, String(worst.pairs.n), percent(worst.pairs, 4), '≤ 0.1', worst.pairs.found / worst.pairs.n <= 0.001 ? 'yes' : 'no'],
      ],
    },
    {
      title: 'Variants found, % (as the same name, % ); –: this program makes none of such names', head: ['script', ...KINDS],
      rows: [
        ...rows.map(({ script, kinds }) => [script, ...KINDS.map((kind) => (kinds[kind].n === 0 ? '–' : `${percent(kinds[kind])} (${percent({ n: kinds[kind].n, found: kinds[kind].same })})`))]),
        ['all', ...KINDS.map((kind) => percent(sumOf(rows.map(({ kinds }) => kinds[kind])), 2))],
      ],
    },
    {
      title: 'Names that have nothing to do with each other', head: ['script', 'pairs', 'told, %', 'strangers told of, with 300 contacts of one country, %', 'names that claim an office, %'],
      rows: [...rows.map(({ script, pairs, strangers, claims }) => [script, String(pairs.n), percent(pairs, 4), percent(strangers), percent(claims, 2)]),
        ['all', String(allPairs.n), percent(allPairs, 4), percent(sumOf(rows.map(({ strangers }) => strangers))), percent(sumOf(rows.map(({ claims }) => claims)), 2)]],
    },
  ];
}

/** `npm run models:build -- names`: prints the figures, and of the part to report on writes the card. About two minutes. */
export function runNames(part: Part, say: (line: string) => void): void {
  const tables = nameTables(measureNames(part, SEED, SIZES));
  for (const { title, head, rows } of tables) say(`${title}\n${formatTable(head, rows)}`);
  if (part === 'report') writeFileSync(CARD, cardOf(tables));
}

function cardOf(tables: readonly ReportTable[]): string {
  return `# Names that look like a contact's

Written by \`npm run models:build -- names\`, which prints the same; no number here is typed. There is no model: names are read as skeletons (UTS #39 §4, in the
kernel and \`assembly/tables/build/name-letters.ts\`), and told where they are equal, or where their Damerau–Levenshtein distance is 1 in a name of six
characters and more, 2 in one of ten and more (\`src/contract/near-name.ts\`). Those two lengths were chosen on the part \`choose\` of the lists
(\`npm run models:build -- names --choose\`), among 6/9, 6/10, 7/10, 8/11 and 7/12. The figures are of the part \`report\`, which has no given and no family name in common with it.

**What this is.** Names are given and family names of \`@faker-js/faker\` (MIT, a development dependency), drawn by themselves, with no regard to how common they are. Variants are
made by a seeded program (\`models/names/variants.ts\`): *dressed* (capitals, a number, a dot, an underscore, an invisible character or no space), look-alike characters out
of the whole UTS #39 table (in half of all letters where it says many), and slips (a letter left out, doubled, replaced, or swapped with its neighbour): one in names of six letters and more, two from ten on. In Han, kana
and Hangul a character is a syllable or a word, and another one is another name: no slips are made there, and none are found.
**What it is not.** Nobody's address book. Some lists are short (24 family names in Armenian, 10 in Nepali, after halving), so that pairs with one family name are many more than in life; and
in life brothers and sisters, and everybody called Maria, are more. Burmese, Khmer and other scripts without a list there are not in the figures; unit tests have invented names of Burmese.

${tables.map((table) => `## ${table.title}\n${markdownTable(table)}\n`).join('\n')}
A name that is the same, or nearly, is a fact to look at, never proof: it is a tip, once a conversation, and none for whoever was acknowledged.
`;
}
