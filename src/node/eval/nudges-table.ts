import type { OutgoingNudge, TextNudge } from '../../contract/outgoing.ts';
import type { NudgeKind } from './nudges-corpus.ts';
import { formatTable } from './table.ts';
import { countShare, formatInterval, formatShare, type Share } from './wilson.ts';

export interface NudgeGroup {
  /** Where the lines are from, such as `authored`. */
  readonly source: string;
  readonly lang: string;
  /** Of the lines that give something away, those said to give that away. */
  readonly recall: Share;
  readonly byKind: Readonly<Record<TextNudge, Share>>;
  /** Of the ordinary lines, those said to give anything away. */
  readonly falsely: Share;
}

type Counts = Record<NudgeKind, [found: number, all: number]>;

export class NudgeTally {
  readonly #groups = new Map<string, { readonly source: string; readonly lang: string; readonly counts: Counts }>();

  add(source: string, lang: string, kind: NudgeKind, nudges: readonly OutgoingNudge[]): void {
    const key = JSON.stringify([source, lang]);
    const group = this.#groups.get(key) ?? { source, lang, counts: { phone: [0, 0], address: [0, 0], school: [0, 0], ordinary: [0, 0] } };
    this.#groups.set(key, group);
    group.counts[kind][1]++;
    if (kind === 'ordinary' ? nudges.length > 0 : nudges.includes(kind)) group.counts[kind][0]++;
  }

  /** In the order in which they first came. */
  groups(): readonly NudgeGroup[] {
    return [...this.#groups.values()].map(({ source, lang, counts: { phone, address, school, ordinary } }) => ({
      source, lang,
      recall: countShare(phone[0] + address[0] + school[0], phone[1] + address[1] + school[1]),
      byKind: { phone: countShare(...phone), address: countShare(...address), school: countShare(...school) },
      falsely: countShare(...ordinary),
    }));
  }
}

export function formatNudgesTable(groups: readonly NudgeGroup[]): string {
  const counted = ({ hits, n }: Share): string => (n === 0 ? '–' : `${hits}/${n}`);
  return formatTable(
    ['source / language', 'recall', 'phone', 'address', 'school', 'ordinary', 'falsely (95 %)'],
    groups.map(({ source, lang, recall, byKind, falsely }) => [
      `${source} / ${lang}`, formatShare(recall), counted(byKind.phone), counted(byKind.address), counted(byKind.school),
      counted(falsely), formatInterval(falsely),
    ]),
  );
}
