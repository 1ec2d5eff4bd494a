import type { AtHours, CascadeReport } from '../../../models/chain/cascade/measure.ts';
import { CASCADE_RATES } from '../../../models/chain/cascade/rates.ts';
import type { Spread } from '../../../models/chain/cascade/spread.ts';
import type { CascadeSwings, SwingFigures } from '../../../models/chain/cascade/swings.ts';
import type { ReportTable } from './table.ts';

const percent = (share: number): string => (100 * share).toFixed(1);
const spread = ({ median, low, high }: Spread): string => `${percent(median)} (${percent(low)}–${percent(high)})`;
const hours = ({ median, low, high }: Spread): string => `${median.toFixed(1)} (${low.toFixed(1)}–${high.toFixed(1)})`;
const both = (figures: AtHours): readonly string[] => figures.map(spread);
const SEEDED = { strangers: 'written to by strangers', friends: 'the same first messages from contacts' } as const;

/** The tables that `eval cascade` prints and the card holds: medians, and the range of nine runs in ten. */
export function cascadeTables({ seedings }: CascadeReport): readonly ReportTable[] {
  return [
    ...seedings.flatMap(({ seeding, scenarios }): readonly ReportTable[] => [
      {
        title: `Simulated reach, % of people; ${SEEDED[seeding]}`, head: ['scenario', 'received, 24 h', 'received, 72 h', 'passed it on, 24 h', 'passed it on, 72 h'],
        rows: scenarios.map(({ scenario, received, passed }) => [scenario, ...both(received), ...both(passed)]),
      },
      {
        title: `Simulated: how many fewer than with nothing, %; ${SEEDED[seeding]}`, head: ['scenario', 'received, 24 h', 'received, 72 h', 'passed it on, 24 h', 'passed it on, 72 h'],
        rows: scenarios.slice(1).map(({ scenario, fewerReceived, fewerPassed }) => [scenario, ...both(fewerReceived), ...both(fewerPassed)]),
      },
    ]),
    {
      title: 'Simulated: who sees a card, and in time for what', head: ['scenario', 'people shown a card, 24 h, %', '72 h, %', 'had seen it, of those who would pass it on, %', 'would at their first copy, %', 'cards by hops, %', 'hours to the first card'],
      rows: seedings.flatMap(({ seeding, scenarios }) => scenarios.filter(({ shown }) => shown[1].high > 0).map(({ scenario, shown, warned, atFirst, byHops, firstCard }) => [
        seeding === 'strangers' ? scenario : `${scenario} (from contacts)`, ...both(shown), spread(warned), spread(atFirst), spread(byHops), hours(firstCard)])),
    },
    {
      title: 'Simulated: chats it is passed on to, fewer than with nothing, %', head: ['scenario', 'all', 'of messages that came by five hops'],
      rows: (seedings[0]?.scenarios ?? []).slice(1).map(({ scenario, fewerSends, fewerOften }) => [scenario, spread(fewerSends), spread(fewerOften)]),
    },
    {
      title: 'Simulated, with nothing: first copy was a stranger\'s, % of those who received one', head: ['first messages', '24 h', '72 h'],
      rows: seedings.map(({ seeding, firstByStranger }) => [SEEDED[seeding], ...both(firstByStranger)]),
    },
  ];
}

const SWUNG = ['reach', 'card', 'deviceAt24', 'device', 'answer'] as const satisfies readonly (keyof SwingFigures)[];

/** One row a rate, widest swing first. */
export function swingTable({ middle, swings }: CascadeSwings): ReportTable {
  const ends = (low: SwingFigures, high: SwingFigures): readonly string[] => SWUNG.map((of) => `${percent(low[of])} → ${percent(high[of])}`);
  return {
    title: 'Simulated: one rate from the low to the high end of its range, %',
    head: ['rate', 'range', 'received with nothing, 72 h', 'fewer with the card alone, 72 h', 'fewer with all on the device, 24 h', 'the same, 72 h', 'with an answer in 4 h, 72 h'],
    rows: [
      ['(all at their middle)', '', ...SWUNG.map((of) => percent(middle[of]))],
      ...swings.map(({ rate, low, high }) => [rate, `${CASCADE_RATES[rate].low} → ${CASCADE_RATES[rate].high}`, ...ends(low, high)]),
    ],
  };
}
