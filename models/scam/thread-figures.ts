// What is counted over conversations once somebody has judged them: shares, waits, and tables of them.

import type { ReportTable } from '../../src/node/eval/table.ts';
import { countShare, formatInterval, type Share } from '../../src/node/eval/wilson.ts';
import { sortWorst } from '../../src/node/eval/scam-groups.ts';

/** A judged conversation. Turns are counted from 1, those of the person included. */
export interface ToldThread {
  readonly label: 'scam' | 'benign';
  readonly lang: string;
  readonly kind: string;
  /** Turn at which a reader could first see it; 0 for benign ones. */
  readonly evidence: number;
  /** Turn of the first notice; 0: none. */
  readonly tip: number;
}

export interface ThreadFigures {
  readonly recall: Share;
  readonly early: Share;
  readonly benign: Share;
  /** Messages from the first evidence to the tip, the person's own counted: quartiles. */
  readonly latency: readonly number[];
}

export interface ThreadGroup extends ThreadFigures {
  /** `all`, `lang=…`, `scam=…` (a kind of scam) or `benign=…` (a kind of look-alike). */
  readonly group: string;
}

export function figuresOf(threads: readonly Pick<ToldThread, 'label' | 'evidence' | 'tip'>[]): ThreadFigures {
  const scams = threads.filter(({ label }) => label === 'scam');
  const benign = threads.filter(({ label }) => label === 'benign');
  const found = scams.filter(({ tip, evidence }) => tip >= evidence && tip > 0);
  const early = scams.filter(({ tip, evidence }) => tip > 0 && tip < evidence);
  const waits = found.map(({ tip, evidence }) => tip - evidence).sort((a, b) => a - b);
  return {
    recall: countShare(found.length, scams.length), early: countShare(early.length, scams.length),
    benign: countShare(benign.filter(({ tip }) => tip > 0).length, benign.length),
    latency: waits.length === 0 ? [] : [0.25, 0.5, 0.75].map((share) => waits[Math.floor(share * (waits.length - 1))] as number),
  };
}

/** All, then by language and by kind. The order of the threads changes nothing. */
export function groupThreads(threads: readonly ToldThread[]): readonly ThreadGroup[] {
  const by = (nameOf: (thread: ToldThread) => string): readonly ThreadGroup[] => (
    [...new Set(threads.map(nameOf))].sort().map((group) => ({ group, ...figuresOf(threads.filter((one) => nameOf(one) === group)) })));
  return [...by(() => 'all'), ...by(({ lang }) => `lang=${lang}`), ...by(({ label, kind }) => `${label}=${kind}`)];
}

/** Worst first within languages and within kinds: the least recall, and of look-alikes the most tips. */
export function threadTables(groups: readonly ThreadGroup[]): readonly ReportTable[] {
  const counted = ({ hits, n }: Share): string => `${hits}/${n}`;
  const worst = (share: (group: ThreadGroup) => Share, by: 'least' | 'most'): readonly ThreadGroup[] => {
    const fieldOf = ({ group }: ThreadGroup): string => group.split('=', 1)[0] as string;
    const fields = [...new Set(groups.map(fieldOf))];
    return fields.flatMap((field) => sortWorst(groups.filter((one) => fieldOf(one) === field), share, by)).filter((one) => share(one).n > 0);
  };
  return [{
    title: 'Conversations that are scams',
    head: ['group', 'tipped', '(95 %)', 'too early', '(95 %)', 'messages from evidence to tip, quartiles'],
    rows: worst(({ recall }) => recall, 'least').map(({ group, recall, early, latency }) => [
      group, counted(recall), formatInterval(recall, 1), counted(early), formatInterval(early, 1), latency.join(' / ') || '–',
    ]),
  }, {
    title: 'Honest conversations that look like them',
    head: ['group', 'tipped', '(95 %)'],
    rows: worst(({ benign }) => benign, 'most').map(({ group, benign }) => [group, counted(benign), formatInterval(benign, 1)]),
  }].filter(({ rows }) => rows.length > 0);
}
