import { measureSeeding, type CascadeSizes } from './measure.ts';
import { CASCADE_RATES, middleRates, type CascadeRateName, type CascadeRates } from './rates.ts';
import { SCENARIOS } from './scenarios.ts';

/** Shares at 72 h, but where it says otherwise. Medians over runs; strangers write first. */
export interface SwingFigures {
  /** Of people who received a text with nothing. */
  readonly reach: number;
  /** How many fewer with the card alone, and with all on the device. */
  readonly card: number;
  readonly device: number;
  readonly deviceAt24: number;
  /** With reports, and an answer within 4 h. */
  readonly answer: number;
}

/** What one rate moves, with all others at their middle. */
export interface CascadeSwing {
  readonly rate: CascadeRateName;
  /** With the rate at the low end of its range, and at the high one. */
  readonly low: SwingFigures;
  readonly high: SwingFigures;
}

export interface CascadeSwings extends CascadeSizes {
  readonly middle: SwingFigures;
  /** Widest first, by what is moved of `device`, then of `answer`. */
  readonly swings: readonly CascadeSwing[];
}

const PLAYED = SCENARIOS.filter(({ name }) => ['nothing', 'card', 'all on the device', 'answer in 4 h'].includes(name));

/** One rate at a time, on the same seeds. */
export function cascadeSwings(sizes: CascadeSizes, say?: (line: string) => void): CascadeSwings {
  const played = (rates: CascadeRates): SwingFigures => {
    const [plain, card, device, answer] = measureSeeding(sizes, rates, 'strangers', PLAYED).scenarios;
    return {
      reach: plain?.received[1].median ?? 0, card: card?.fewerReceived[1].median ?? 0,
      device: device?.fewerReceived[1].median ?? 0, deviceAt24: device?.fewerReceived[0].median ?? 0, answer: answer?.fewerReceived[1].median ?? 0,
    };
  };
  const { people, runs, seed } = sizes;
  const swings = (Object.keys(CASCADE_RATES) as CascadeRateName[]).map((rate): CascadeSwing => {
    const { low, high } = CASCADE_RATES[rate];
    say?.(`swing of ${rate}`);
    return { rate, low: played(middleRates({ [rate]: low })), high: played(middleRates({ [rate]: high })) };
  });
  return { people, runs, seed, middle: played(middleRates()), swings: swings.sort((a, b) => widthOf(b, 'device') - widthOf(a, 'device') || widthOf(b, 'answer') - widthOf(a, 'answer')) };
}

function widthOf({ low, high }: CascadeSwing, of: keyof SwingFigures): number {
  return Math.abs(high[of] - low[of]);
}
