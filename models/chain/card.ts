import { formatInterval, formatShare, type Share } from '../../src/node/eval/wilson.ts';
import { markdownTable, type ReportTable } from '../../src/node/eval/table.ts';
import { WRAP_TIMES } from './long-wraps.ts';
import type { ChainFigures } from './measure.ts';
import { PASSES_MOST, type PassedOn } from './passes.ts';
import { VARIANTS, type VariantKind } from './variants.ts';

export const BARS: Readonly<Partial<Record<VariantKind, number>>> = { edits: 0.97, wrapped: 0.95, words: 0.95, reordered: 0.95, emoji: 0.95, zawgyi: 0.97 };
export const FLAGGED_BAR = 1e-4;

const NAMES: Readonly<Record<VariantKind, string>> = {
  edits: '5 % of characters edited', wrapped: 'between a prefix and a suffix', words: 'a tenth of the words edited', reordered: 'sentences in another order',
  emoji: 'emoji inserted', zawgyi: 'Zawgyi against Unicode', several: 'wrapped, 2.5 % edited, emoji inserted',
};

const parts = ({ hits, n }: Share): string => `${hits.toLocaleString('en')} of ${n.toLocaleString('en')}`;

/** Bars that the figures miss, by name. */
export function missedBars({ recall, unrelated }: ChainFigures): readonly string[] {
  const missed = VARIANTS.filter((kind) => (recall.get(kind)?.get('all')?.share ?? 0) < (BARS[kind] ?? 0)).map((kind) => NAMES[kind]);
  return (unrelated.all.share ?? 1) > FLAGGED_BAR ? [...missed, 'unrelated pairs'] : missed;
}

export interface BesideBars {
  /** What is found of letters that were changed several times. */
  readonly passed: PassedOn;
  /** What is found of letters inside `WRAP_TIMES` their length of other text. */
  readonly wraps: readonly Share[];
}

export function chainTables({ recall, langs, unrelated, festival }: ChainFigures, { passed, wraps }: BesideBars): readonly ReportTable[] {
  const all = (kind: VariantKind): Share => recall.get(kind)?.get('all') as Share;
  const met = (share: number | null, isMet: boolean): string => (share === null ? '–' : isMet ? 'yes' : 'no');
  return [
    {
      title: 'Bars', head: ['what', 'counted', '% (95 % interval)', 'bar', 'met'],
      rows: [
        ...VARIANTS.map((kind) => {
          const [share, bar] = [all(kind), BARS[kind]];
          return [NAMES[kind], parts(share), formatInterval(share, 1), bar === undefined ? '' : `≥ ${bar * 100} %`, bar === undefined ? '' : met(share.share, (share.share ?? 0) >= bar)];
        }),
        ['unrelated pairs that count as copies', parts(unrelated.all), formatInterval(unrelated.all, 4), `≤ ${FLAGGED_BAR * 100} %`, met(unrelated.all.share, (unrelated.all.share ?? 1) <= FLAGGED_BAR)],
        ['of them in one language', parts(unrelated.same), formatInterval(unrelated.same, 4), '', ''],
        ['festival wishes of one language that count as copies', parts(festival), formatInterval(festival, 4), '', ''],
      ],
    },
    {
      title: 'Variants found, % (95 % interval)', head: ['variant', ...langs],
      rows: VARIANTS.map((kind) => [NAMES[kind], ...langs.map((lang) => {
        const share = recall.get(kind)?.get(lang);
        return share?.interval95 ? formatInterval(share, 1) : formatShare(share ?? all(kind));
      })]),
    },
    {
      title: 'Inside other text of the same language: found, % (95 % interval)', head: ['text around it, in lengths of the letter', 'all'],
      rows: WRAP_TIMES.map((times, n) => [String(times), wraps[n] ? formatInterval(wraps[n], 1) : '–']),
    },
    {
      title: 'Changed by several people, one after the other: found, % (95 % interval)', head: ['changes', 'all', 'my'],
      rows: Array.from({ length: PASSES_MOST }, (_, n) => [String(n + 1), ...['all', 'my'].map((lang) => {
        const share = passed.get(lang)?.[n];
        return share ? formatInterval(share, 1) : '–';
      })]),
    },
  ];
}

export function chainCard(figures: ChainFigures, beside: BesideBars): string {
  const { chosen, folds, langs, texts, unsketched } = figures;
  const said = folds.map(({ shared, contained }) => `${shared}/${contained}`).join(', ');
  return `# Near-copies of chain letters

Written by \`npm run models:build -- chain\`, which prints the same; no number here is typed. There is no model: texts are compared by keyed MinHash sketches of 128 places over
character 4-grams of the letters, marks and digits that the text engine reads ([decision 44](../../docs/decisions/0044-chain-sketches.md)). Two texts are near-copies that share at least
**${chosen.shared} of 128 places**, where at least **${chosen.contained} of a thousand** grams of the smaller one are in the other one, by the estimate from those places and both sizes.

**How the two numbers were chosen.** On the corpus itself, from a grid: of those that flag at most 1 in 100,000 unrelated pairs, the ones by which the worst kind of variant is found most often; of equals the
strictest. What the tables show was judged by numbers chosen without the letter, or the pair, in question: five folds, whose choices were ${said} (places/thousandths).

**What this is.** ${texts.letters} chain letters, ${texts.unrelated} long messages that have nothing to do with each other and ${texts.festival} festival wishes in ${langs.length} languages (${langs.join(', ')}), authored for this project (CC0);
nobody sent or received them. Variants are made by a seeded program (\`models/chain/variants.ts\`), one of each kind of each letter; in the last table each change is one of edits,
wraps, words, order and emoji, of the size in the first, and every other Burmese letter is then turned into Zawgyi. ${unsketched} texts have fewer than 60 letters, marks and digits, and so no sketch.
Unrelated pairs are all pairs of letters and messages, in one language and across.
**What it is not.** Letters that were really passed on: those change in ways that nobody listed, and are translated, read aloud and photographed, which no sketch finds. Intervals are Wilson's over letters, and over pairs as if those
were independent, which pairs of one text are not. Sketches depend on the secret of the installation; these figures are of one secret.

${chainTables(figures, beside).map((table) => `## ${table.title}\n${markdownTable(table)}\n`).join('\n')}`;
}
