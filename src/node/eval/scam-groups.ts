import { groupRows, isTipped, type JudgedRow, type ScamLabel } from './scam-rows.ts';
import { countShare, type Share } from './wilson.ts';

export type GroupField = 'source' | 'lang' | 'family' | 'kind';
export const GROUP_FIELDS: readonly GroupField[] = ['source', 'lang', 'family', 'kind'];

export interface ScamGroup {
  /** `all`, or such as `source=…`. */
  readonly group: string;
  readonly n: number;
  /** Scams that got a tip or more, and those that got the strong notice. */
  readonly scamRecallTip: Share;
  readonly scamRecallStrong: Share;
  /** Scams and ordinary messages shown with a notice where they are a stranger's first message; absent where nobody asked. */
  readonly scamShown?: Share;
  readonly hamShown?: Share;
  /** Spam that got a tip or more: neither right nor wrong, it is shown. */
  readonly spamFlagged: Share;
  /** Ordinary messages that got a tip or more, and those that got the strong notice. */
  readonly hamFlaggedTip: Share;
  readonly hamFlaggedStrong: Share;
}

/** All, then each field's values, worst first: the least recall, then the most false positives. */
export function countGroups(rows: readonly JudgedRow[], fields: readonly GroupField[]): readonly ScamGroup[] {
  const of = (field: GroupField) => (row: JudgedRow): string | null => {
    if (field === 'source' || field === 'lang') return row[field];
    return (field === 'family') === (row.label === 'scam') ? row.name : null;
  };
  return [
    countGroup('all', rows),
    ...fields.flatMap((field) => (
      worstFirst(groupRows(rows, of(field)).map(([name, members]) => countGroup(`${field}=${name}`, members)))
    )),
  ];
}

export function countGroup(group: string, rows: readonly JudgedRow[]): ScamGroup {
  const tip = (label: ScamLabel): Share => shareOf(rows.filter((row) => row.label === label), isTipped);
  const strong = (label: ScamLabel): Share => shareOf(rows.filter((row) => row.label === label), (row) => row.level === 'strong');
  const shown = (label: ScamLabel): Share => shareOf(rows.filter((row) => row.label === label), (row) => row.shown === true);
  const isAsked = rows.some((row) => row.shown !== undefined);
  return {
    group, n: rows.length, scamRecallTip: tip('scam'), scamRecallStrong: strong('scam'), spamFlagged: tip('spam'),
    hamFlaggedTip: tip('ham'), hamFlaggedStrong: strong('ham'),
    ...(isAsked ? { scamShown: shown('scam'), hamShown: shown('ham') } : {}),
  };
}

export function shareOf(rows: readonly JudgedRow[], is: (row: JudgedRow) => boolean): Share {
  return countShare(rows.filter(is).length, rows.length);
}

function worstFirst(groups: readonly ScamGroup[]): readonly ScamGroup[] {
  return sortWorst(sortWorst(groups, ({ hamFlaggedTip }) => hamFlaggedTip, 'most'), ({ scamRecallTip }) => scamRecallTip, 'least');
}

/** Worst first where the `least` or the `most` is worst; of equals as they came; those with nothing counted last. */
export function sortWorst<T>(items: readonly T[], share: (item: T) => Share, worst: 'least' | 'most'): readonly T[] {
  const rank = (item: T): number => {
    const value = share(item).share;
    return value === null ? Infinity : worst === 'least' ? value : -value;
  };
  return [...items].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x === y ? 0 : x - y;
  });
}
