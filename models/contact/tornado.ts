import type { ContactModel } from '../../src/decide/contact-table.ts';
import type { Calibrations } from './calibration.ts';
import { measureWorld, type Sizes } from './measure.ts';
import { RATES, type RateName } from './simulator/rates.ts';

export interface Swing {
  readonly rate: RateName;
  readonly low: number;
  readonly high: number;
  /** False notices per 1,000 honest threads, and recall of the mass contacter, with the rate at its low and at its high end. */
  readonly falseNotices: readonly [number, number];
  readonly mass: readonly [number, number];
}

const SIZES: Sizes = { benign: 12_000, perKind: 600, baseline: 0 };

/** Each rate at either end of its range, all others at their middle. The same chance throughout. */
export function swings(model: ContactModel, calibrations: Calibrations, seed: number): readonly Swing[] {
  return (Object.keys(RATES) as RateName[]).map((rate) => {
    const { low, high } = RATES[rate];
    const ends = [low, high].map((value) => measureWorld('middle', seed, model, calibrations, SIZES, { [rate]: value }));
    const pair = (of: (report: (typeof ends)[number]) => number): readonly [number, number] => [of(ends[0] as (typeof ends)[number]), of(ends[1] as (typeof ends)[number])];
    return {
      rate, low, high,
      falseNotices: pair(({ benign }) => 1000 * (benign.all.notices.share ?? 0)),
      mass: pair(({ kinds }) => 100 * (kinds.find(({ kind }) => kind === 'mass')?.notices.share ?? 0)),
    };
  });
}

const [ROW, LEFT, PANEL, GAP, TOP] = [18, 150, 260, 40, 44];

/** Two panels, widest swing first in each. Plain SVG: a light and a dark page read it alike. */
export function tornadoSvg(all: readonly Swing[]): string {
  const panels = [
    { title: 'False notices per 1,000 honest threads', of: (swing: Swing) => swing.falseNotices, digits: 1 },
    { title: 'Recall of the mass contacter, %', of: (swing: Swing) => swing.mass, digits: 0 },
  ];
  const width = 2 * (LEFT + PANEL) + GAP;
  const height = TOP + all.length * ROW + 12;
  const text = (x: number, y: number, value: string, more = ''): string => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}"${more}>${value}</text>`;
  const body = panels.flatMap(({ title, of, digits }, panel) => {
    const left = panel * (LEFT + PANEL + GAP) + LEFT;
    const values = all.flatMap((swing) => [...of(swing)]);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const x = (value: number): number => left + ((value - least) / Math.max(most - least, 1e-9)) * PANEL;
    const sorted = [...all].sort((a, b) => Math.abs(of(b)[1] - of(b)[0]) - Math.abs(of(a)[1] - of(a)[0]));
    return [
      text(left, 18, title, ' font-weight="bold"'), text(left, 34, least.toFixed(digits)), text(left + PANEL, 34, most.toFixed(digits), ' text-anchor="end"'),
      ...sorted.flatMap((swing, i) => {
        const [low, high] = of(swing);
        const y = TOP + i * ROW;
        return [
          text(left - 6, y + 11, swing.rate, ' text-anchor="end"'),
          `<rect x="${x(Math.min(low, high)).toFixed(1)}" y="${y + 2}" width="${Math.max(1, Math.abs(x(high) - x(low))).toFixed(1)}" height="${ROW - 6}" fill="${high >= low ? '#3b78b8' : '#b8723b'}"/>`,
        ];
      }),
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="11" role="img">
<title>What each assumed rate moves, from the low to the high end of its range</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${body.join('\n')}
</svg>
`;
}
