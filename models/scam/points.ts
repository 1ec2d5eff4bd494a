// From which score a level begins, per language: chosen on honest texts of that language that the scoring model never saw.

import { firedAbove, thresholdFor, type Fired } from '../build/metrics.ts';
import { MESSAGE_SOURCES, type Row } from './dataset.ts';
import { LANGUAGES, type Language } from './shape.ts';

export type Level = 'tip' | 'strong';

/** What each level may cost: shares of honest texts that may be flagged. */
export const RULES: Readonly<Record<Level, Readonly<Record<HonestGroup, number>>>> = {
  tip: { hard: 0.05, messages: 0.003, talk: 0.001 },
  strong: { hard: 0.01, messages: 0.001, talk: 0.0002 },
};

/** So many found texts of a group may be flagged in any case: their labels are not all right. Authored ones are what their files say. */
const DOUBTFUL = 3;
/** A group of fewer says nothing. */
const LEAST_TEXTS = 20;

/** `hard`: authored look-alikes of scams; `messages`: found messages; `talk`: found talk made for other ends. */
export type HonestGroup = 'hard' | 'messages' | 'talk';

export interface Point {
  readonly threshold: number;
  readonly cost: Readonly<Record<HonestGroup, Fired>>;
  /** Authored scams of the language at the point. */
  readonly recall: Fired;
}

export type Points = Readonly<Partial<Record<Language, Readonly<Record<Level, Point>>>>>;

export function groupOf({ source, own }: Row): HonestGroup {
  return source === 'authored' ? 'hard' : own === true || MESSAGE_SOURCES.includes(source) ? 'messages' : 'talk';
}

/** @param scores out of fold, 0 where the gate gives no verdict. A language without authored scams gets no points, and so no verdict. */
export function choosePoints(rows: readonly Row[], scores: ArrayLike<number>): Points {
  const entries = LANGUAGES.flatMap((lang) => {
    const at = rows.flatMap((row, i) => (row.lang === lang && row.drawn !== true ? [i] : []));
    const of = (keep: (row: Row) => boolean): number[] => at.filter((i) => keep(rows[i] as Row)).map((i) => scores[i] as number);
    const scams = of((row) => row.label === 'scam' && row.source === 'authored');
    if (scams.length === 0) return [];
    const honest = (group: HonestGroup): number[] => of((row) => row.label !== 'scam' && groupOf(row) === group && (group === 'hard' || row.label === 'ham'));
    const groups = { hard: honest('hard'), messages: honest('messages'), talk: honest('talk') };
    const point = (level: Level): Point => {
      const least = (list: readonly number[], share: number, doubtful: number): number => (list.length < LEAST_TEXTS ? 0 : thresholdFor(list, Math.max(share, doubtful / list.length)));
      const threshold = Math.max(...(Object.keys(groups) as HonestGroup[]).map((group) => least(groups[group], RULES[level][group], group === 'hard' ? 0 : DOUBTFUL)));
      const cost = Object.fromEntries(Object.entries(groups).map(([group, list]) => [group, firedAbove(list, threshold)])) as Point['cost'];
      return { threshold, cost, recall: firedAbove(scams, threshold) };
    };
    const [tip, strong] = [point('tip'), point('strong')];
    return [[lang, { tip, strong: strong.threshold < tip.threshold ? tip : strong }] as const];
  });
  return Object.fromEntries(entries);
}
