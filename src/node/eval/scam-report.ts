import type { ScamFamily } from '../../contract/verdict.ts';
import { calibrate, type Calibration } from './calibration.ts';
import { areaUnderCurve, recallAt, type RecallAt } from './ranking.ts';
import { countLanguages, type LanguageFigures } from './scam-languages.ts';
import { countGroups, shareOf, sortWorst, type GroupField, type ScamGroup } from './scam-groups.ts';
import { SCAM_FAMILIES } from './scam-names.ts';
import { groupRows, isHonest, isTipped, type JudgedRow } from './scam-rows.ts';
import { countShare, type Share } from './wilson.ts';

export interface FamilyFigures {
  readonly family: ScamFamily;
  /** Of its scams, those that got a tip or more, and the strong notice. */
  readonly recallTip: Share;
  readonly recallStrong: Share;
  /** Of its scams that got a tip or more, those for which the notice names this family. */
  readonly named: Share;
  /** Of all honest texts, those that got a tip or more that names this family. */
  readonly falselyTip: Share;
}

export interface KindFigures {
  readonly kind: string;
  readonly falselyTip: Share;
  readonly falselyStrong: Share;
}

/** A family taken for another: scams with a tip or more. `taken` is null where the notice names none. */
export interface Confusion {
  readonly family: string;
  readonly taken: ScamFamily | null;
  readonly n: number;
}

/** How well the score itself parts scams from honest texts of the same language, whatever the thresholds. */
export interface RankingFigures {
  /** `all`, or a language. */
  readonly lang: string;
  readonly scams: number;
  readonly honest: number;
  readonly auc: number | null;
  /** Recall where 1 % and 5 % of the language's honest texts are flagged. */
  readonly at1: RecallAt | null;
  readonly at5: RecallAt | null;
}

/** Everything that is counted over judged texts. Lists are worst first; nothing depends on the order of the rows. */
export interface ScamReport {
  readonly rows: number;
  readonly groups: readonly ScamGroup[];
  /** Empty where no row names a family. */
  readonly families: readonly FamilyFigures[];
  readonly kinds: readonly KindFigures[];
  /** Of scams of a known family with a tip or more, those for which the notice names it. */
  readonly familyNamed: Share;
  readonly confusions: readonly Confusion[];
  readonly languages: readonly LanguageFigures[];
  readonly ranking: readonly RankingFigures[];
  readonly calibration: Calibration;
}

/** @param fields by what `groups` is counted, besides all together */
export function reportScams(rows: readonly JudgedRow[], fields: readonly GroupField[] = ['source', 'lang', 'family']): ScamReport {
  const scams = rows.filter(({ label, name }) => label === 'scam' && name !== null);
  const honest = rows.filter(isHonest);
  return {
    rows: rows.length, groups: countGroups(rows, fields), families: countFamilies(scams, honest), kinds: countKinds(honest),
    familyNamed: shareOf(scams.filter(isTipped), ({ family, name }) => family === name), confusions: countConfusions(scams.filter(isTipped)),
    languages: countLanguages(rows), ranking: rankLanguages(rows),
    calibration: calibrate(rows.map(({ score, label }) => ({ score, scam: label === 'scam' }))),
  };
}

function countFamilies(scams: readonly JudgedRow[], honest: readonly JudgedRow[]): readonly FamilyFigures[] {
  if (scams.length === 0) return [];
  const tipped = honest.filter(isTipped);
  const figures = SCAM_FAMILIES.map((family): FamilyFigures => {
    const own = scams.filter(({ name }) => name === family);
    return {
      family, recallTip: shareOf(own, isTipped), recallStrong: shareOf(own, ({ level }) => level === 'strong'),
      named: shareOf(own.filter(isTipped), (row) => row.family === family),
      falselyTip: countShare(tipped.filter((row) => row.family === family).length, honest.length),
    };
  });
  const counted = figures.filter(({ recallTip, falselyTip }) => recallTip.n > 0 || falselyTip.hits > 0);
  return sortWorst(counted, ({ recallTip }) => recallTip, 'least');
}

function countKinds(honest: readonly JudgedRow[]): readonly KindFigures[] {
  const figures = groupRows(honest, ({ name }) => name).map(([kind, rows]): KindFigures => (
    { kind, falselyTip: shareOf(rows, isTipped), falselyStrong: shareOf(rows, ({ level }) => level === 'strong') }));
  return sortWorst(figures, ({ falselyTip }) => falselyTip, 'most');
}

function countConfusions(tipped: readonly JudgedRow[]): readonly Confusion[] {
  return SCAM_FAMILIES.flatMap((family) => [...SCAM_FAMILIES, null].map((taken): Confusion => (
    { family, taken, n: tipped.filter((row) => row.name === family && row.family === taken && taken !== family).length }
  ))).filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
}

function rankLanguages(rows: readonly JudgedRow[]): readonly RankingFigures[] {
  const ranked = groupRows(rows, ({ lang }) => lang).map(([lang, members]) => rank(lang, members))
    .filter(({ scams, honest }) => scams > 0 && honest > 0).sort((a, b) => (a.auc ?? 1) - (b.auc ?? 1));
  return [rank('all', rows), ...ranked];
}

function rank(lang: string, rows: readonly JudgedRow[]): RankingFigures {
  const scams = rows.filter(({ label }) => label === 'scam').map(({ score }) => score);
  const honest = rows.filter(isHonest).map(({ score }) => score);
  return {
    lang, scams: scams.length, honest: honest.length, auc: areaUnderCurve(scams, honest),
    at1: recallAt(scams, honest, 0.01), at5: recallAt(scams, honest, 0.05),
  };
}
