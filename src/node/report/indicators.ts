import { copyGroups } from './copy-groups.ts';
import type { CaseSketch } from '../../report/moderator.ts';
import type { Outcome, Receipt, Urgency } from '../../report/index.ts';

/** One report as the service's own records have it. No texts, no names: tokens that the service blinded. */
export interface CaseRecord {
  readonly reportId: string;
  /** When it arrived, milliseconds since 1970. */
  readonly receivedAt: number;
  /** Checked receipts, in order of number. */
  readonly receipts: readonly Receipt[];
  readonly language: string;
  readonly urgency: Urgency;
  /** Who reported, blinded: the same token for the same account. */
  readonly reporter?: string;
  /** Whom it is about, blinded. */
  readonly account?: string;
  /** Steps taken against that account before this report. */
  readonly priorActions?: number;
  /** Of the terms that it was sent under: sketches are compared with those under the same. */
  readonly policy?: string;
  readonly sketches?: readonly CaseSketch[];
  /** Of near-duplicates that were judged together, where the service says so beside sketches. */
  readonly cluster?: string;
  /** When the first message of the cluster was sent. */
  readonly firstSentAt?: number;
}

/** The figures that the groups of 2018 asked for, month by month, and those that they would have had to ask for next. */
export interface Figures {
  readonly reports: number;
  /** Of all reports, 0–1: the final answer was that what was reported is taken down, or its account acted against. */
  readonly shareActedOn: number;
  /** Of all reports, 0–1: what was reported is taken down. */
  readonly shareRemoved: number;
  /** Accounts behind the reports. */
  readonly reporters: number;
  /** Of answered reports; `null` where none is. */
  readonly meanHoursToFinal: number | null;
  readonly medianHoursToFinal: number | null;
  readonly medianHoursToFinalOfEmergencies: number | null;
  /** From the first message to the first report, of clusters where both are known. */
  readonly medianMinutesToFirstReport: number | null;
  /** Of all reports, 0–1: no final answer within 48 hours. Those still within them count as kept. */
  readonly shareOver48Hours: number;
  readonly unanswered: number;
  readonly fakeAccountsRemoved: number;
  readonly temporaryBans: number;
  readonly bans: number;
  /** Accounts that were acted against more than once, here or before. */
  readonly repeatOffenders: number;
  /** Reports answered as duplicates, or about a near-copy of what an earlier one is about (`copyGroups`). */
  readonly duplicates: number;
  /** Final answers that were opened again. */
  readonly appeals: number;
}

export interface Indicators {
  readonly asOf: number;
  readonly all: Figures;
  /** `YYYY-MM` of arrival, UTC, ascending. */
  readonly byMonth: readonly (Figures & { readonly month: string })[];
  /** Most reports first; small languages stand together as `other`, with as many others as hide them. Empty where that would be all. */
  readonly byLanguage: readonly (Figures & { readonly language: string })[];
  /** Answered reports by hours to the final answer. */
  readonly answeredWithin: readonly { readonly hours: string; readonly reports: number }[];
}

const HOUR_MS = 3_600_000;
const TARGET_HOURS = 48;
const BUCKETS = [1, 6, 24, 48, 96, 168] as const;
const REMOVED: readonly Outcome[] = ['removed', 'fake-account-removed'];
const ACTED_ON: readonly Outcome[] = [...REMOVED, 'account-warned', 'account-limited', 'account-suspended', 'account-banned'];

/** @param smallest reports of one language, from 1, below which nothing is told of it: few reports can be traced to people */
export function indicatorsOf(cases: readonly CaseRecord[], { asOf, smallest = 10 }: { readonly asOf: number; readonly smallest?: number }): Indicators {
  const months = groups(cases, ({ receivedAt }) => new Date(receivedAt).toISOString().slice(0, 7));
  const hidden = hiddenLanguages(groups(cases, ({ language }) => language), smallest);
  const told = groups(cases, ({ language }) => (hidden.has(language) ? 'other' : language));
  const hours = cases.map(hoursToFinal).filter((one) => one !== undefined);
  return {
    asOf, all: figuresOf(cases, asOf),
    byMonth: [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, some]) => ({ month, ...figuresOf(some, asOf) })),
    byLanguage: hidden.size > 0 && told.size === 1 ? [] : [...told].sort(([, a], [, b]) => b.length - a.length).map(([language, some]) => ({ language, ...figuresOf(some, asOf) })),
    answeredWithin: [...BUCKETS, Infinity].map((limit, index) => {
      const from = BUCKETS[index - 1] ?? 0;
      const reports = hours.filter((one) => (index === 0 || one > from) && one <= limit).length;
      return { hours: limit === Infinity ? `over ${from}` : `up to ${limit}`, reports };
    }),
  };
}

/**
 * Those with few reports, and of the others the smallest until what stands together is two languages and `smallest` reports: one small language as `other` would have its own
 * figures there, and so would one that is left out, as what the rest lacks of all.
 */
function hiddenLanguages(languages: ReadonlyMap<string, readonly CaseRecord[]>, smallest: number): ReadonlySet<string> {
  const hidden = new Set<string>();
  let reports = 0;
  for (const [language, { length }] of [...languages].sort(([, a], [, b]) => a.length - b.length)) {
    if (length >= smallest && (hidden.size === 0 || (hidden.size > 1 && reports >= smallest))) break;
    hidden.add(language);
    reports += length;
  }
  return hidden;
}

function figuresOf(cases: readonly CaseRecord[], asOf: number): Figures {
  const hours = cases.map(hoursToFinal).filter((one) => one !== undefined);
  const share = (is: (one: CaseRecord) => boolean): number => (cases.length === 0 ? 0 : cases.filter(is).length / cases.length);
  const accountsWith = (outcome: Outcome): number => new Set(cases.filter((one) => outcomeOf(one) === outcome).map(({ account, reportId }) => account ?? reportId)).size;
  return {
    reports: cases.length,
    shareActedOn: share((one) => ACTED_ON.includes(outcomeOf(one) ?? 'other')),
    shareRemoved: share((one) => REMOVED.includes(outcomeOf(one) ?? 'other')),
    reporters: new Set(cases.map(({ reporter, reportId }) => reporter ?? reportId)).size,
    meanHoursToFinal: hours.length === 0 ? null : hours.reduce((sum, one) => sum + one, 0) / hours.length,
    medianHoursToFinal: median(hours),
    medianHoursToFinalOfEmergencies: median(cases.filter(({ urgency }) => urgency === 'emergency').map(hoursToFinal).filter((one) => one !== undefined)),
    medianMinutesToFirstReport: median(minutesToFirstReport(cases)),
    shareOver48Hours: share((one) => (hoursToFinal(one) ?? (asOf - one.receivedAt) / HOUR_MS) > TARGET_HOURS),
    unanswered: cases.length - hours.length,
    fakeAccountsRemoved: accountsWith('fake-account-removed'), temporaryBans: accountsWith('account-suspended'), bans: accountsWith('account-banned'),
    repeatOffenders: repeatOffenders(cases),
    duplicates: duplicates(cases),
    appeals: cases.filter(({ receipts }) => receipts.some(({ status }, index) => status !== 'final' && receipts[index - 1]?.status === 'final')).length,
  };
}

/** The answer that stands: of the last receipt, if that is final. */
function outcomeOf({ receipts }: CaseRecord): Outcome | undefined {
  return receipts.at(-1)?.status === 'final' ? receipts.at(-1)?.outcome : undefined;
}

/** To the first final answer: an appeal later does not make the service slower than it was. */
function hoursToFinal({ receivedAt, receipts }: CaseRecord): number | undefined {
  const final = receipts.find(({ status }) => status === 'final');
  return final === undefined ? undefined : Math.max(0, final.at - receivedAt) / HOUR_MS;
}

function minutesToFirstReport(cases: readonly CaseRecord[]): readonly number[] {
  const first = copyGroups(cases);
  return [...groups([...cases.keys()], (at) => `${first[at]}`).values()].map((some) => some.map((at) => cases[at] as CaseRecord)).flatMap((some) => {
    const sent = some.flatMap(({ firstSentAt }) => (firstSentAt === undefined ? [] : [firstSentAt]));
    return sent.length === 0 ? [] : [Math.max(0, least(some.map(({ receivedAt }) => receivedAt)) - least(sent)) / 60_000];
  });
}

function repeatOffenders(cases: readonly CaseRecord[]): number {
  const acted = cases.filter((one) => one.account !== undefined && ACTED_ON.includes(outcomeOf(one) ?? 'other'));
  return [...groups(acted, ({ account }) => account as string).values()].filter((some) => some.length + most(some.map(({ priorActions = 0 }) => priorActions)) > 1).length;
}

function duplicates(cases: readonly CaseRecord[]): number {
  const first = copyGroups(cases);
  return cases.filter((one, at) => first[at] !== at || outcomeOf(one) === 'duplicate').length;
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] as number : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

function groups<T>(items: readonly T[], by: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const name = by(item);
    const some = found.get(name);
    if (some === undefined) found.set(name, [item]);
    else some.push(item);
  }
  return found;
}

/** Of any number: a call takes some 100,000 arguments. */
function least(values: readonly number[]): number {
  return values.reduce((found, one) => Math.min(found, one), Infinity);
}

function most(values: readonly number[]): number {
  return values.reduce((found, one) => Math.max(found, one), 0);
}
