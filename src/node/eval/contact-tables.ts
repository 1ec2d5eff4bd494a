import { HIGH_CONTACT } from '../../../models/contact/choose-lines.ts';
import { barsOf, type ContactReport } from '../../../models/contact/measure.ts';
import type { ReportTable } from './table.ts';
import { formatInterval, formatShare, type Share } from './wilson.ts';

const perThousand = (share: Share): string => (share.interval95 === null ? '–' : `${(1000 * (share.share ?? 0)).toFixed(2)} (to ${(1000 * share.interval95[1]).toFixed(2)})`);

/** The tables that `eval contact` prints and the model card holds. @param shifted no world that was trained on */
export function contactTables(report: ContactReport, shifted: boolean): readonly ReportTable[] {
  const { benign, roles, kinds, latency, calibration } = report;
  return [
    { title: 'Bars', head: ['what', 'value', 'bar', 'met'], rows: barsOf(report, shifted).map(({ name, value, bar, met }) => [name, value.toFixed(3), bar, met ? 'yes' : 'no']) },
    {
      title: 'Honest new threads, per 1,000 (95 % upper bound)', head: ['whose', 'threads', 'any notice', 'strong'],
      rows: [
        ...([['all', benign.all], ['of minors', benign.minors], ['of minors, by adults or people of unknown age', benign.reach], ['of adults', benign.adults]] as const)
          .map(([name, told]) => [name, String(told.notices.n), perThousand(told.notices), perThousand(told.strong)]),
        ...Object.entries(roles).map(([role, told]) => [`${role}${HIGH_CONTACT.includes(role) ? ' *' : ''}`, String(told.notices.n), perThousand(told.notices), perThousand(told.strong)]),
      ],
    },
    {
      title: 'Adversaries, share of their threads told of', head: ['who', 'any notice', 'strong', 'each adversary alike', 'before the first answer', 'without account', 'ages', 'graph', 'rate'],
      rows: kinds.map(({ kind, notices, strong, perAdversary, beforeReply, without }) => [kind, formatInterval(notices), formatShare(strong), formatShare(perAdversary), formatShare(beforeReply),
        ...[without.account, without.ages, without.graph, without.rate].map((share) => formatShare(share))]),
    },
    {
      title: 'Minors: precision, recall and F_latency (half the penalty at 20 messages)', head: ['threads, level', 'precision', 'recall', 'F1', 'median message', 'F_latency'],
      rows: ([['adult or unknown to minor, strong', latency.reachStrong], ['adult or unknown to minor, any notice', latency.reachNotice], ['all, strong', latency.minorsStrong], ['all, any notice', latency.minorsNotice]] as const)
        .map(([name, one]) => [name, formatNumber(one.precision), formatNumber(one.recall), formatNumber(one.f1), String(one.medianMessage), formatNumber(one.fLatency)]),
    },
    {
      title: 'Calibration', head: ['of', 'expected calibration error', 'Brier score'],
      rows: Object.entries(calibration).map(([side, { ece, brier }]) => [side, ece.toFixed(5), brier.toFixed(5)]),
    },
    {
      title: 'Largest over smallest share of false notices', head: ['between', 'ratio'],
      rows: Object.entries(report.subgroups).map(([name, ratio]) => [name, ratio.toFixed(3)]),
    },
    {
      title: 'Contacts a day that nobody is told of, at most', head: ['who', 'contacts', 'by'],
      rows: Object.entries(report.unseenADay).map(([kind, { contacts, tactics }]) => [kind, contacts.toFixed(1), tactics.length === 0 ? 'no tactic' : tactics.join(', ')]),
    },
    ...report.baselines.length === 0 ? [] : [{
      title: 'Rules of one or two facts: the two-rule baseline, then the best single facts', head: ['rule', 'false notices per 1,000', 'mass', 'impersonator', 'meets the bars'],
      rows: report.baselines.slice(0, 6).map(({ rule, falseNotices, mass, impersonator, meets }) => [rule, (1000 * falseNotices).toFixed(1), percent(mass), percent(impersonator), meets ? 'yes' : 'no']),
    }],
  ];
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const formatNumber = (value: number): string => value.toFixed(3);
