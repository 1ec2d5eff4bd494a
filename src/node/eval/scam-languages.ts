import { shareOf, sortWorst } from './scam-groups.ts';
import { scamLanguage } from './scam-names.ts';
import { groupRows, type JudgedRow } from './scam-rows.ts';
import type { Share } from './wilson.ts';

/** Lengths in characters by which language detection is counted: the issue asks 95 % of long texts and 85 % of short ones. */
export const LENGTH_BANDS = { long: [40, Infinity], short: [15, 39] } as const;

export interface LanguageFigures {
  /** `all`, or a language of the model. */
  readonly lang: string;
  /** Of its texts of 40 characters and more, and of 15 to 39, those taken for it. */
  readonly long: Share;
  readonly short: Share;
  /** What the others were taken for most often; null where there is none. */
  readonly mostlyTakenFor: string | null;
}

/** Tags that name no language. */
const UNSAID = /^(unknown|und|mul|zxx|mis)?$/iu;

/** Texts whose language somebody said; one the model does not know is right as `und`. All first, then worst first by long texts. */
export function countLanguages(rows: readonly JudgedRow[]): readonly LanguageFigures[] {
  const known = rows.filter(({ lang, length }) => !UNSAID.test(lang.split('-', 1)[0] ?? '') && length >= LENGTH_BANDS.short[0]);
  const figures = groupRows(known, ({ lang }) => scamLanguage(lang)).map(([lang, members]) => count(lang, members));
  const worst = sortWorst(sortWorst(figures, ({ short }) => short, 'least'), ({ long }) => long, 'least');
  return [count('all', known), ...worst];
}

function count(lang: string, rows: readonly JudgedRow[]): LanguageFigures {
  const isRight = (row: JudgedRow): boolean => scamLanguage(row.detected) === scamLanguage(row.lang);
  const within = ([least, most]: readonly [number, number]): Share => (
    shareOf(rows.filter(({ length }) => length >= least && length <= most), isRight));
  const wrong = [...groupRows(rows.filter((row) => !isRight(row)), ({ detected }) => scamLanguage(detected))];
  const [first] = wrong.sort(([, a], [, b]) => b.length - a.length);
  return { lang, long: within(LENGTH_BANDS.long), short: within(LENGTH_BANDS.short), mostlyTakenFor: first?.[0] ?? null };
}
