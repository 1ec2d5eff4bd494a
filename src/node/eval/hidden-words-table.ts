import { formatTable } from './table.ts';
import { countShare, formatShare, type Share } from './wilson.ts';

export interface JudgedCase {
  readonly suite: string;
  readonly kind: string;
  /** Whether the text holds a listed word. */
  readonly expect: boolean;
  readonly hidden: boolean;
  /** A hit has exactly the expected range; null where the case names no range. */
  readonly exact: boolean | null;
}

export interface HiddenWordsGroup {
  readonly suite: string;
  /** `all` for the whole suite. */
  readonly kind: string;
  readonly n: number;
  /** Of the texts with a listed word, those hidden. */
  readonly recall: Share;
  /** Of those hidden and with a stated range, those hit at exactly that range. */
  readonly exactSpan: Share;
  /** Of the texts without a listed word, those left alone. */
  readonly leftAlone: Share;
}

interface Counts {
  expected: number; found: number; spans: number; exact: number; benign: number; left: number;
}

export class HiddenWordsTally {
  readonly #groups = new Map<string, { readonly suite: string; readonly kind: string; readonly counts: Counts }>();

  add(row: JudgedCase): void {
    for (const [suite, kind] of [['all', 'all'], [row.suite, 'all'], [row.suite, row.kind]] as const) {
      const key = JSON.stringify([suite, kind]);
      const group = this.#groups.get(key) ?? {
        suite, kind, counts: { expected: 0, found: 0, spans: 0, exact: 0, benign: 0, left: 0 },
      };
      this.#groups.set(key, group);
      count(group.counts, row);
    }
  }

  /** The whole first, then suite by suite; suites and their kinds in the order in which they first came. */
  groups(): readonly HiddenWordsGroup[] {
    const all = [...this.#groups.values()];
    const suites = [...new Set(all.map(({ suite }) => suite))];
    return suites.flatMap((suite) => all.filter((group) => group.suite === suite)).map(({ suite, kind, counts }) => ({
      suite,
      kind,
      n: counts.expected + counts.benign,
      recall: countShare(counts.found, counts.expected),
      exactSpan: countShare(counts.exact, counts.spans),
      leftAlone: countShare(counts.left, counts.benign),
    }));
  }
}

function count(counts: Counts, row: JudgedCase): void {
  if (!row.expect) {
    counts.benign += 1;
    if (!row.hidden) counts.left += 1;
    return;
  }
  counts.expected += 1;
  if (!row.hidden) return;
  counts.found += 1;
  if (row.exact === null) return;
  counts.spans += 1;
  if (row.exact) counts.exact += 1;
}

export function formatHiddenWordsTable(groups: readonly HiddenWordsGroup[]): string {
  const name = (row: HiddenWordsGroup): string => row.suite === 'all' ? 'all' : `${row.suite} / ${row.kind}`;
  const counted = (value: Share): string => value.n === 0 ? '–' : `${value.hits}/${value.n}`;
  return formatTable(
    ['suite / kind', 'n', 'hidden', 'recall', 'exact range', 'left alone', ''],
    groups.map((row) => [
      name(row), `${row.n}`, counted(row.recall), formatShare(row.recall), formatShare(row.exactSpan),
      formatShare(row.leftAlone), counted(row.leftAlone),
    ]),
  );
}
