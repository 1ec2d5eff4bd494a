import type { RankingFigures, ScamReport } from './scam-report.ts';
import { sortWorst, type ScamGroup } from './scam-groups.ts';
import type { ReportTable } from './table.ts';
import { formatInterval, formatShare, type Share } from './wilson.ts';

const counted = ({ hits, n }: Share): string => (n === 0 ? '–' : `${hits}/${n}`);
const asked = (share: Share | undefined, digits = 1): string => (share === undefined ? '–' : formatInterval(share, digits));
const CONFUSIONS_SHOWN = 12;

/** The tables of the model card, for any labelled texts: those that have rows. Worst first. */
export function scamTables(report: ScamReport): readonly ReportTable[] {
  return [recallTable(report.groups), falselyTable(report.groups), rankingTable(report.ranking), familyTable(report), kindTable(report),
    confusionTable(report), languageTable(report), calibrationTable(report)].filter(({ rows }) => rows.length > 0);
}

export function recallTable(groups: readonly ScamGroup[]): ReportTable {
  return {
    title: 'Recall of scams',
    head: ['group', 'scams', 'tip (95 %)', 'strong (95 %)', 'shown as a first message (95 %)'],
    rows: groups.filter(({ scamRecallTip }) => scamRecallTip.n > 0).map(({ group, scamRecallTip, scamRecallStrong, scamShown }) => [
      group, counted(scamRecallTip), formatInterval(scamRecallTip, 1), formatInterval(scamRecallStrong, 1), asked(scamShown),
    ]),
  };
}

export function falselyTable(groups: readonly ScamGroup[]): ReportTable {
  const fields = [...new Set(groups.map(({ group }) => fieldOf(group)))];
  const worst = fields.flatMap((field) => sortWorst(groups.filter(({ group }) => fieldOf(group) === field), ({ hamFlaggedTip }) => hamFlaggedTip, 'most'));
  return {
    title: 'False positives, and spam',
    head: ['group', 'ham', 'falsely tip (95 %)', 'falsely strong (95 %)', 'shown as a first message (95 %)', 'spam', 'tip'],
    rows: worst.filter(({ hamFlaggedTip, spamFlagged }) => hamFlaggedTip.n + spamFlagged.n > 0).map(({ group, hamFlaggedTip, hamFlaggedStrong, hamShown, spamFlagged }) => [
      group, counted(hamFlaggedTip), formatInterval(hamFlaggedTip), formatInterval(hamFlaggedStrong), asked(hamShown, 2), counted(spamFlagged), formatShare(spamFlagged),
    ]),
  };
}

const fieldOf = (group: string): string => group.split('=', 1)[0] ?? '';

/** Without thresholds of our own: each language's own honest texts set the point. */
export function rankingTable(ranking: readonly RankingFigures[]): ReportTable {
  const rows = ranking.filter(({ auc }) => auc !== null);
  return {
    title: 'Scams against honest texts, whatever the thresholds',
    head: ['language', 'scams', 'honest', 'AUC', 'recall at 1 % false (95 %)', 'at 5 % false (95 %)'],
    rows: rows.map(({ lang, scams, honest, auc, at1, at5 }) => [
      lang, `${scams}`, `${honest}`, auc?.toFixed(3) ?? '–', ...[at1, at5].map((at) => (at === null ? '–' : formatInterval(at.recall, 1))),
    ]),
  };
}

export function familyTable({ families, familyNamed }: Pick<ScamReport, 'families' | 'familyNamed'>): ReportTable {
  return {
    title: `By family: of the scams that got a tip, ${formatInterval(familyNamed, 1)} named rightly (${counted(familyNamed)})`,
    head: ['family', 'scams', 'tip (95 %)', 'strong (95 %)', 'named rightly', 'honest texts taken for it (95 %)'],
    rows: families.map(({ family, recallTip, recallStrong, named, falselyTip }) => [
      family, counted(recallTip), formatInterval(recallTip, 1), formatInterval(recallStrong, 1), counted(named), formatInterval(falselyTip),
    ]),
  };
}

export function kindTable({ kinds }: Pick<ScamReport, 'kinds'>): ReportTable {
  return {
    title: 'By kind of honest text',
    head: ['kind', 'texts', 'falsely tip (95 %)', 'falsely strong (95 %)'],
    rows: kinds.map(({ kind, falselyTip, falselyStrong }) => [
      kind, counted(falselyTip), formatInterval(falselyTip), formatInterval(falselyStrong),
    ]),
  };
}

export function confusionTable({ confusions }: Pick<ScamReport, 'confusions'>): ReportTable {
  return {
    title: `Families taken for others${confusions.length > CONFUSIONS_SHOWN ? `, the ${CONFUSIONS_SHOWN} most frequent` : ''}`,
    head: ['family', 'taken for', 'scams'],
    rows: confusions.slice(0, CONFUSIONS_SHOWN).map(({ family, taken, n }) => [family, taken ?? 'none', `${n}`]),
  };
}

export function languageTable({ languages }: Pick<ScamReport, 'languages'>): ReportTable {
  return {
    title: `Language found${underGoals(languages)}`,
    head: ['language', 'texts of 40 characters and more', 'found (95 %)', 'of 15 to 39', 'found (95 %)', 'else mostly'],
    rows: languages.filter(({ long, short }) => long.n + short.n > 0).map(({ lang, long, short, mostlyTakenFor }) => [
      lang, counted(long), formatInterval(long, 1), counted(short), formatInterval(short, 1), mostlyTakenFor ?? '–',
    ]),
  };
}

/** Shares that language detection is to reach: of texts of 40 characters and more, and of 15 to 39. */
const LANGUAGE_GOALS = { long: 0.95, short: 0.85 } as const;

function underGoals(languages: ScamReport['languages']): string {
  const isUnder = ({ hits, n }: Share, goal: number): boolean => hits < goal * n;
  const under = (which: 'long' | 'short'): string => languages
    .filter((one) => one.lang !== 'all' && isUnder(one[which], LANGUAGE_GOALS[which])).map(({ lang }) => lang).join(', ') || 'none';
  return `; under 95 % of the longer ones: ${under('long')}, under 85 % of the shorter ones: ${under('short')}`;
}

export function calibrationTable({ calibration: { ece, bins, n } }: Pick<ScamReport, 'calibration'>): ReportTable {
  return {
    title: `Calibration among these ${n} texts, in parts of about equal count: expected calibration error ${ece?.toFixed(3) ?? '–'}`,
    head: ['mean score', 'share of scams', 'texts'],
    rows: bins.map((bin) => [bin.score.toFixed(3), bin.scams.toFixed(3), `${bin.n}`]),
  };
}
