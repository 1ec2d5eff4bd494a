import { describe, expect, it } from 'vitest';
import { indicatorsPage } from '../../../src/node/report/indicators-page.ts';
import { indicatorsOf, type CaseRecord, type Figures } from '../../../src/node/report/indicators.ts';
import type { Outcome, Receipt } from '../../../src/report/index.ts';

const HOUR = 3_600_000;
const MARCH = Date.UTC(2026, 2, 10);
const APRIL = Date.UTC(2026, 3, 10);
const ASOF = Date.UTC(2026, 3, 12);

function receiptsOf(reportId: string, at: number, hours: number | undefined, outcome: Outcome): readonly Receipt[] {
  const received: Receipt = { v: 1, reportId, number: 1, status: 'received', at };
  return hours === undefined ? [received] : [received, { v: 1, reportId, number: 2, status: 'final', at: at + hours * HOUR, outcome }];
}
let made = 0;
function one(receivedAt: number, hours: number | undefined, outcome: Outcome = 'removed', more: Partial<CaseRecord> = {}): CaseRecord {
  const reportId = `r${made++}`;
  return { reportId, receivedAt, receipts: receiptsOf(reportId, receivedAt, hours, outcome), language: 'my', urgency: 'today', ...more };
}

/** Eight reports of March, in Burmese but for one, and one of April that is still open. */
const CASES: readonly CaseRecord[] = [
  one(MARCH, 1, 'removed', { reporter: 'a', account: 'x', urgency: 'emergency', cluster: 'chain', firstSentAt: MARCH - 90 * 60_000 }),
  one(MARCH + HOUR, 3, 'duplicate', { reporter: 'b', account: 'x', urgency: 'emergency', cluster: 'chain' }),
  one(MARCH, 50, 'account-suspended', { reporter: 'a', account: 'x' }),
  one(MARCH, 48, 'no-violation', { reporter: 'c', account: 'y' }),
  one(MARCH, 10, 'fake-account-removed', { reporter: 'c', account: 'z' }),
  one(MARCH, 20, 'fake-account-removed', { reporter: 'd', account: 'z', priorActions: 0 }),
  one(MARCH, undefined, 'other', { reporter: 'e' }),
  one(MARCH, 8, 'account-banned', { reporter: 'f', account: 'w', priorActions: 2, language: 'en' }),
  one(APRIL, undefined, 'other', { reporter: 'g' }),
];

describe('indicators', () => {
  const found = indicatorsOf(CASES, { asOf: ASOF, smallest: 1 });

  it('of all reports, as counted by hand', () => {
    expect(found.all).toEqual<Figures>({
      reports: 9, reporters: 7,
      shareRemoved: 3 / 9, shareActedOn: 5 / 9,
      meanHoursToFinal: (1 + 3 + 50 + 48 + 10 + 20 + 8) / 7, medianHoursToFinal: 10, medianHoursToFinalOfEmergencies: 2,
      medianMinutesToFirstReport: 90,
      // 50 hours, and March's open one; April's has 48 hours to its name on the 12th, and no more.
      shareOver48Hours: 2 / 9, unanswered: 2,
      fakeAccountsRemoved: 1, temporaryBans: 1, bans: 1, repeatOffenders: 3, duplicates: 1, appeals: 0,
    });
  });

  it('by month, by language, and by how long answers took', () => {
    expect(found.byMonth.map(({ month, reports, unanswered }) => ({ month, reports, unanswered }))).toEqual([
      { month: '2026-03', reports: 8, unanswered: 1 }, { month: '2026-04', reports: 1, unanswered: 1 },
    ]);
    expect(found.byLanguage.map(({ language, reports }) => [language, reports])).toEqual([['my', 8], ['en', 1]]);
    expect(found.answeredWithin).toEqual([
      { hours: 'up to 1', reports: 1 }, { hours: 'up to 6', reports: 1 }, { hours: 'up to 24', reports: 3 }, { hours: 'up to 48', reports: 1 },
      { hours: 'up to 96', reports: 1 }, { hours: 'up to 168', reports: 0 }, { hours: 'over 168', reports: 0 },
    ]);
  });

  it.each([
    ['none is small', { my: 12, en: 10 }, [['my', 12], ['en', 10]]],
    ['one is small: the smallest of the others hides it', { my: 30, en: 12, shn: 1 }, [['my', 30], ['other', 13]]],
    ['two are small, and too few together', { my: 30, en: 12, shn: 1, kac: 2 }, [['my', 30], ['other', 15]]],
    ['two are small, and enough together', { my: 30, en: 12, shn: 5, kac: 6 }, [['my', 30], ['en', 12], ['other', 11]]],
    ['a language would be left alone: it would stand for all', { my: 30, shn: 1 }, []],
    ['all are small', { my: 4, en: 3 }, []],
    ['only one, and small', { my: 4 }, []],
    ['only one', { my: 10 }, [['my', 10]]],
  ])('tell nothing of languages with few reports: %s', (_case, counts, told) => {
    const cases = Object.entries(counts).flatMap(([language, count]) => Array.from({ length: count }, () => one(MARCH, 1, 'removed', { language })));
    const { all, byLanguage } = indicatorsOf(cases, { asOf: ASOF });
    expect(byLanguage.map(({ language, reports }) => [language, reports])).toEqual(told);
    // What the shown ones lack of all is nothing.
    if (byLanguage.length > 0) expect(byLanguage.reduce((sum, { reports }) => sum + reports, 0)).toBe(all.reports);
  });

  it('of 200,000 reports of one account in one cluster are counted as well', () => {
    const many = Array.from({ length: 200_000 }, (_unused, n) => one(MARCH + n, 1, 'account-warned', { account: 'x', cluster: 'c', firstSentAt: MARCH - 60_000 + n }));
    expect(indicatorsOf(many, { asOf: ASOF }).all).toMatchObject({ reports: 200_000, duplicates: 199_999, repeatOffenders: 1, medianMinutesToFirstReport: 1 });
  });

  it('an answer that was opened again: its first time counts, its last outcome stands', () => {
    const { reportId, receipts, ...rest } = one(MARCH, 10, 'no-violation');
    const again: readonly Receipt[] = [...receipts, { v: 1, reportId, number: 3, status: 'in-review', at: MARCH + 20 * HOUR }];
    const opened = indicatorsOf([{ ...rest, reportId, receipts: again }], { asOf: ASOF }).all;
    expect(opened).toMatchObject({ appeals: 1, meanHoursToFinal: 10, shareActedOn: 0 });
    const final: Receipt = { v: 1, reportId, number: 4, status: 'final', at: MARCH + 90 * HOUR, outcome: 'removed' };
    expect(indicatorsOf([{ ...rest, reportId, receipts: [...again, final] }], { asOf: ASOF }).all).toMatchObject({ appeals: 1, meanHoursToFinal: 10, shareRemoved: 1 });
  });

  it('of nothing are nothing, and a page is made of them', () => {
    const nothing = indicatorsOf([], { asOf: ASOF });
    expect(nothing.all).toMatchObject({ reports: 0, shareRemoved: 0, meanHoursToFinal: null, shareOver48Hours: 0 });
    expect(indicatorsPage(nothing, { name: 'x' })).toContain('none answered');
  });

  it('a page shows every figure of every column, and a plot for each question of time', () => {
    const page = indicatorsPage(found, { name: 'Example', targetHours: 48 });
    expect([...page.matchAll(/<tr>/gu)]).toHaveLength(1 + Object.keys(found.all).length);
    expect([...page.matchAll(/<svg /gu)]).toHaveLength(4);
    expect(page).toContain('<td>Share taken down</td><td>33.3 %</td><td>37.5 %</td><td>0 %</td>');
    expect(page).toContain('Own target: 48 hours. Reviewers, full-time equivalents: not stated.');
    expect(page).not.toContain('NaN');
  });
});
