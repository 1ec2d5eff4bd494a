// The bars that issue 5 set, beside what was measured: a part of the card, so that nobody has to know them to see which were missed.

import { formatInterval, type Share } from '../../src/node/eval/wilson.ts';
import type { ReportTable } from '../../src/node/eval/table.ts';
import type { ScamReport } from '../../src/node/eval/scam-report.ts';
import type { FinalRecord } from './final-record.ts';
import type { EvalFile } from './eval-file.ts';
import type { ThreadGroup } from './thread-figures.ts';

export interface BarFacts {
  readonly development: EvalFile['development'];
  readonly second: FinalRecord | null;
  /** Of the cross-validated conversations; the first is all of them. */
  readonly threads: readonly ThreadGroup[];
}

interface Bar {
  readonly what: string;
  readonly bar: string;
  readonly figure: string;
  /** Null where it was not measured. */
  readonly met: boolean | null;
}

/** Bytes, times and memory are tests and benchmarks (`npm run sizes`, `npm run bench -- --suite scam`), not figures of this card. */
export function barTable(facts: BarFacts): ReportTable {
  return {
    title: 'Bars',
    head: ['bar', 'at', 'figure', 'met'],
    rows: [...developmentBars(facts), ...finalBars(facts), ...threadBars(facts)].map(({ what, bar, figure, met }) => [what, bar, figure, met === null ? '–' : met ? 'yes' : '**no**']),
  };
}

const most = (what: string, share: Share | undefined, limit: number): Bar => ({
  what, bar: `≤ ${limit * 100} %`, figure: share === undefined ? '–' : formatInterval(share), met: share === undefined || share.share === null ? null : share.share <= limit,
});
const least = (what: string, share: Share | undefined, limit: number): Bar => ({
  what, bar: `≥ ${limit * 100} %`, figure: share === undefined ? '–' : formatInterval(share, 1), met: share === undefined || share.share === null ? null : share.share >= limit,
});

function developmentBars({ development }: BarFacts): readonly Bar[] {
  const of = (source: string): ScamReport['groups'][number] | undefined => development?.report.groups.find(({ group }) => group === `source=${source}`);
  return [
    most('development: false tips, ordinary SMS of Singapore', of('sms_ham_sample')?.hamFlaggedTip, 0.003),
    most('development: false tips, Nigerian notices', of('exais')?.hamFlaggedTip, 0.015),
    most('development: false tips, office mail', of('philippine')?.hamFlaggedTip, 0.01),
    most('development: false tips, Indonesian', of('indonesian')?.hamFlaggedTip, 0.01),
    least('development: scams found, Indonesian', of('indonesian')?.scamRecallTip, 0.65),
  ];
}

/** The bar is 85 % in every language at no more than 1 %: of every language, and the worst named. */
function finalBars({ second }: BarFacts): readonly Bar[] {
  const languages = second?.report.groups.filter(({ group }) => group.startsWith('lang=')) ?? [];
  const reaching = languages.filter(({ scamRecallTip }) => (scamRecallTip.share ?? 0) >= 0.85).length;
  const sparing = languages.filter(({ hamFlaggedTip }) => (hamFlaggedTip.share ?? 1) <= 0.01).length;
  const count = (n: number): string => `${n} of ${languages.length} languages`;
  return [
    { what: 'second blind test: 85 % of scams found', bar: 'every language', figure: count(reaching), met: second === null ? null : reaching === languages.length },
    { what: 'second blind test: 1 % of look-alikes flagged', bar: 'every language', figure: count(sparing), met: second === null ? null : sparing === languages.length },
  ];
}

function threadBars({ threads: [all] }: BarFacts): readonly Bar[] {
  const wait = all?.latency[1];
  return [
    least('conversations, cross-validated: scams told of', all?.recall, 0.85),
    { what: 'conversations, cross-validated: messages of both sides from evidence to tip, median', bar: '≤ 3', figure: wait === undefined ? '–' : `${wait}`, met: wait === undefined ? null : wait <= 3 },
    most('conversations, cross-validated: look-alikes told of', all?.benign, 0.03),
    most('conversations, cross-validated: told of before there is evidence', all?.early, 0.01),
  ];
}
