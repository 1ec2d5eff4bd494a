import { barChart, escaped } from './bar-chart.ts';
import type { Figures, Indicators } from './indicators.ts';

/** What a service says of itself beside the figures; empty slots are shown as such. */
export interface Statement {
  readonly name: string;
  /** Hours within which it means to answer. */
  readonly targetHours?: number;
  /** Reviewers in full-time equivalents, by language. */
  readonly reviewers?: Readonly<Record<string, number>>;
}

const STYLE = 'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}table{border-collapse:collapse;width:100%}'
  + 'td,th{text-align:left;padding:.3rem .6rem;border-bottom:1px solid color-mix(in srgb,currentColor 25%,transparent)}td+td,th+th{text-align:right}'
  + 'svg{width:100%;font-size:13px;fill:currentColor}rect{fill:#3b6ea5}figure{margin:1.5rem 0}figcaption{font-weight:600}';

const percent = (share: number): string => `${Math.round(share * 1_000) / 10} %`;
const hours = (value: number | null): string => (value === null ? 'none answered' : `${Math.round(value * 10) / 10} h`);

const ROWS: readonly (readonly [label: string, shown: (figures: Figures) => string])[] = [
  ['Reports received', ({ reports }) => `${reports}`],
  ['Accounts behind them', ({ reporters }) => `${reporters}`],
  ['Share taken down', ({ shareRemoved }) => percent(shareRemoved)],
  ['Share acted on, accounts included', ({ shareActedOn }) => percent(shareActedOn)],
  ['Mean time to a final answer', ({ meanHoursToFinal }) => hours(meanHoursToFinal)],
  ['Median time to a final answer', ({ medianHoursToFinal }) => hours(medianHoursToFinal)],
  ['Median time, emergencies', ({ medianHoursToFinalOfEmergencies }) => hours(medianHoursToFinalOfEmergencies)],
  ['Without a final answer after 48 hours', ({ shareOver48Hours }) => percent(shareOver48Hours)],
  ['Unanswered', ({ unanswered }) => `${unanswered}`],
  ['From first message to first report, median', ({ medianMinutesToFirstReport: minutes }) => (minutes === null ? 'not known' : `${Math.round(minutes)} min`)],
  ['Fake accounts removed', ({ fakeAccountsRemoved }) => `${fakeAccountsRemoved}`],
  ['Accounts banned for a time', ({ temporaryBans }) => `${temporaryBans}`],
  ['Accounts banned', ({ bans }) => `${bans}`],
  ['Repeat offenders', ({ repeatOffenders }) => `${repeatOffenders}`],
  ['Duplicates', ({ duplicates }) => `${duplicates}`],
  ['Answers opened again', ({ appeals }) => `${appeals}`],
];

/** One page without scripts that asks for nothing: it can be mailed, printed and kept. */
export function indicatorsPage(found: Indicators, { name, targetHours, reviewers = {} }: Statement): string {
  const columns: readonly (readonly [string, Figures])[] = [['All', found.all], ...found.byLanguage.map((one) => [one.language, one] as const)];
  const said = Object.entries(reviewers).map(([language, people]) => `${escaped(language)} ${people}`).join(', ');
  const charts = [
    barChart('Reports by month', found.byMonth.map(({ month, reports }) => ({ label: month, value: reports, shown: `${reports}` }))),
    barChart('Mean hours to a final answer, by month', found.byMonth.map(({ month, meanHoursToFinal }) => ({ label: month, value: meanHoursToFinal ?? 0, shown: hours(meanHoursToFinal) }))),
    barChart('Answered reports by hours to the final answer', found.answeredWithin.map(({ hours: label, reports }) => ({ label, value: reports, shown: `${reports}` }))),
    barChart('Without a final answer after 48 hours, by language', found.byLanguage.map(({ language, shareOver48Hours }) => ({ label: language, value: shareOver48Hours, shown: percent(shareOver48Hours) }))),
  ];
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Reports: ${escaped(name)}</title><style>${STYLE}</style>
<h1>What became of reports</h1>
<p>${escaped(name)}, as of ${new Date(found.asOf).toISOString().slice(0, 10)}. Own target: ${targetHours === undefined ? 'none stated' : `${targetHours} hours`}. Reviewers, full-time equivalents: ${said || 'not stated'}.</p>
<table><thead><tr><th>Figure</th>${columns.map(([column]) => `<th>${escaped(column)}</th>`).join('')}</tr></thead>
<tbody>${ROWS.map(([label, shown]) => `<tr><td>${label}</td>${columns.map(([, figures]) => `<td>${shown(figures)}</td>`).join('')}</tr>`).join('\n')}</tbody></table>
${charts.join('\n')}
<p>Times run from arrival to the first final answer. Languages with few reports stand together as "other", with others that hide them. Made by <code>inward report indicators</code>.</p></html>
`;
}
