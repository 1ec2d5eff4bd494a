// Thresholds are chosen on the validation part of the training data alone, by the worst of two groups of ham.

import { firedAbove, thresholdFor, type Fired } from '../build/metrics.ts';
import { MESSAGE_SOURCES, type Row } from './dataset.ts';

/** What each level may cost: shares of ham that may be flagged. */
export const RULES = {
  tip: { messages: 0.005, authored: 0.06 },
  strong: { messages: 0.001, authored: 0.01 },
} as const;
export type Level = keyof typeof RULES;

export interface OperatingPoint {
  readonly threshold: number;
  readonly rule: string;
  /** What the point costs and finds on validation, gate included. */
  readonly validation: Readonly<Record<string, Fired>>;
}

/** @param scores share of the class scam as the kernel gives it; 0 where the gate gives no verdict */
export function chooseOperatingPoints(rows: readonly Row[], scores: readonly number[]): Readonly<Record<Level, OperatingPoint>> {
  const of = (test: (row: Row) => boolean): number[] => scores.filter((_, i) => test(rows[i] as Row));
  const isAuthored = (row: Row): boolean => row.source === 'authored';
  const groups = {
    messageHam: of((row) => row.label === 'ham' && MESSAGE_SOURCES.includes(row.source) && !isAuthored(row)),
    authoredHam: of((row) => row.label === 'ham' && isAuthored(row)),
    chatHam: of((row) => row.label === 'ham' && !MESSAGE_SOURCES.includes(row.source)),
    spam: of((row) => row.label === 'spam'),
    scamEnglish: of((row) => row.label === 'scam' && row.lang === 'en' && !isAuthored(row)),
    scamThai: of((row) => row.label === 'scam' && row.lang === 'th'),
    scamAuthored: of((row) => row.label === 'scam' && isAuthored(row)),
  };
  const point = (level: Level): OperatingPoint => {
    const rule = RULES[level];
    const threshold = Math.max(thresholdFor(groups.messageHam, rule.messages), thresholdFor(groups.authoredHam, rule.authored));
    return {
      threshold,
      rule: `at most ${rule.messages * 100} % of message-like validation ham and ${rule.authored * 100} % of authored validation ham (hard cases on purpose) reach it`,
      validation: Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, firedAbove(group, threshold)])),
    };
  };
  return { tip: point('tip'), strong: point('strong') };
}
