import type { Explanation } from '../../contract/engine.ts';
import { formatTable } from './table.ts';
import { countShare, formatInterval, formatShare, type Share } from './wilson.ts';

export type ScamLabel = 'ham' | 'spam' | 'scam';
export type ScamLevel = Explanation['scam']['level'];

export interface JudgedText {
  readonly label: ScamLabel;
  readonly level: ScamLevel;
  readonly lang: string;
  readonly source: string;
}

export interface ScamGroup {
  /** `all`, or `source=…` or `lang=…`. */
  readonly group: string;
  readonly n: number;
  /** Scams that got a tip or more, and those that got the strong notice. */
  readonly scamRecallTip: Share;
  readonly scamRecallStrong: Share;
  /** Spam that got a tip or more: neither right nor wrong, it is shown. */
  readonly spamFlagged: Share;
  /** Ordinary messages that got a tip or more, and those that got the strong notice. */
  readonly hamFlaggedTip: Share;
  readonly hamFlaggedStrong: Share;
}

export type GroupField = 'source' | 'lang';

/** Counts per group. Order: all, then each field's values by size and name, so that two runs print the same. */
export class ScamTally {
  readonly #fields: readonly GroupField[];
  readonly #groups = new Map<string, Map<string, number>>();

  constructor(fields: readonly GroupField[]) {
    this.#fields = fields;
  }

  add(row: JudgedText): void {
    for (const name of ['all', ...this.#fields.map((field) => `${field}=${row[field]}`)]) {
      const counts = this.#groups.get(name) ?? new Map<string, number>();
      this.#groups.set(name, counts);
      const key = `${row.label} ${row.level}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }

  groups(): readonly ScamGroup[] {
    const groups = [...this.#groups].map(([name, counts]) => summarise(name, counts));
    const rank = (name: string): number => name === 'all' ? 0 : 1 + this.#fields.indexOf(name.split('=')[0] as GroupField);
    return groups.sort((a, b) => rank(a.group) - rank(b.group) || b.n - a.n || (a.group < b.group ? -1 : 1));
  }
}

function summarise(group: string, counts: ReadonlyMap<string, number>): ScamGroup {
  const of = (label: ScamLabel, level: ScamLevel): number => counts.get(`${label} ${level}`) ?? 0;
  const all = (label: ScamLabel): number => of(label, 'none') + of(label, 'tip') + of(label, 'strong');
  const tip = (label: ScamLabel): Share => countShare(of(label, 'tip') + of(label, 'strong'), all(label));
  const strong = (label: ScamLabel): Share => countShare(of(label, 'strong'), all(label));
  return {
    group,
    n: all('ham') + all('spam') + all('scam'),
    scamRecallTip: tip('scam'),
    scamRecallStrong: strong('scam'),
    spamFlagged: tip('spam'),
    hamFlaggedTip: tip('ham'),
    hamFlaggedStrong: strong('ham'),
  };
}

export function formatScamTable(groups: readonly ScamGroup[]): string {
  const head = ['group', 'n', 'scam', 'recall tip', 'strong', 'spam', 'flagged', 'ham', 'flagged (95 %)', 'strong (95 %)'];
  return formatTable(head, groups.map((row) => [
    row.group, `${row.n}`,
    `${row.scamRecallTip.n}`, formatShare(row.scamRecallTip), formatShare(row.scamRecallStrong),
    `${row.spamFlagged.n}`, formatShare(row.spamFlagged),
    `${row.hamFlaggedTip.n}`, formatInterval(row.hamFlaggedTip), formatInterval(row.hamFlaggedStrong),
  ]));
}
