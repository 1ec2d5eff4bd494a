import { bucketsOf, SIGNAL_NAMES, SIGNAL_PLACE, type SignalName } from '../../src/contract/contact-signals.ts';
import type { ContactScorecard } from '../../src/contract/contact-scorecard.ts';
import { FEATURES, PAIRS, POINTED } from './features.ts';

/** Points of one unit of log-odds. */
export const POINTS_PER_LOGIT = 10;

/** Whole points from weights of `FEATURES`: of a signal's buckets their running sum. */
export function pointsOf(weights: ArrayLike<number>): Pick<ContactScorecard, 'points' | 'pairs'> {
  const whole = FEATURES.map((_, i) => Math.round((weights[i] as number) * POINTS_PER_LOGIT));
  const single = (name: SignalName): readonly number[] => {
    let sum = 0;
    return bucketsOf(name).map((_, bucket) => {
      const column = FEATURES.findIndex(({ conditions: [first, ...more] }) => more.length === 0 && first?.[0] === SIGNAL_PLACE[name] && first[1] === bucket + 1);
      return (sum += column < 0 ? 0 : whole[column] as number);
    });
  };
  const singles = POINTED.map((name) => [name, single(name)] as const).filter(([, points]) => points.some((value) => value > 0));
  const first = FEATURES.length - PAIRS.length;
  return {
    points: Object.fromEntries(singles),
    pairs: PAIRS.map((both, i) => ({ both, points: whole[first + i] as number })).filter(({ points }) => points > 0),
  };
}

/** Signals that a scorecard reads at all. */
export function signalsRead({ points, pairs }: Pick<ContactScorecard, 'points' | 'pairs'>): readonly SignalName[] {
  return SIGNAL_NAMES.filter((name) => name in points || pairs.some(({ both }) => both.some(([one]) => one === name)));
}
