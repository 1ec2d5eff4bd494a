import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DeliveryRow } from '../../../src/contract/delivery-table.ts';
import type { NoticeAction, NoticeLevel, ReasonCode, ScamFamily } from '../../../src/contract/verdict.ts';
import { SCAM_ACTIONS, SCAM_ADVICE } from '../../../src/decide/scam-advice.ts';
import { toldLevel } from '../../../src/decide/scam-exemptions.ts';
import { scamActions, type ScamFacts } from '../../../src/decide/scam-notice.ts';
import { SCAM_REASONS } from '../../../src/decide/scam-reasons.ts';
import { SCAM_TABLES } from '../../../src/decide/scam-tables.ts';

const facts = (family: ScamFamily | null, ...cues: readonly ReasonCode[]): ScamFacts => (
  { hasLink: true, hasLongNumber: false, cues, family, tables: SCAM_TABLES, where: [], isContact: false });

describe('the first action of a scam notice', () => {
  it.each([
    ['what the family calls for', facts('parcel', 'parcel-or-fee', 'urgency'), 'open-the-app-yourself'],
    ['a code goes before the family', facts('marketplace', 'asks-for-money', 'asks-for-code'), 'keep-code-to-yourself'],
    ['so does a program', facts('job', 'job-or-investment', 'asks-to-install'), 'do-not-install'],
    ['the first thing asked, of two', facts('support', 'asks-to-install', 'asks-for-secret'), 'do-not-install'],
    ['a friend in need is called', facts('relative', 'asks-for-money'), 'call-the-number-you-know'],
    ['no family, nothing asked', facts(null), 'take-your-time'],
    ['no family, a code asked', facts(null, 'asks-for-code'), 'keep-code-to-yourself'],
  ] as const)('%s', (_, given, first) => {
    for (const level of ['tip', 'strong'] as const) expect(scamActions(given, level)).toEqual([first, ...SCAM_ACTIONS[level]]);
  });

  it('is never a button for something done to the sender, and stands once', () => {
    const others = new Set<NoticeAction>(Object.values(SCAM_ACTIONS).flat());
    expect(Object.values(SCAM_ADVICE).filter((advice) => others.has(advice))).toEqual([]);
    expect(Object.keys(SCAM_ADVICE)).toHaveLength(22);
  });
});

describe('the reasons of concepts', () => {
  const concepts = [...readFileSync(new URL('../../../models/scam/concepts/README.md', import.meta.url), 'utf8').matchAll(/^\| ([a-z-]+) \|/gmu)].map(([, name]) => name);

  it('are of concepts that exist', () => {
    expect(concepts.length).toBeGreaterThan(100);
    expect(Object.keys(SCAM_REASONS).filter((name) => !concepts.includes(name))).toEqual([]);
  });

  it('leave out what is said of every scam notice, and signs of honest messages', () => {
    const fixed: readonly ReasonCode[] = ['has-link', 'long-number', 'looks-like-known-scams', 'not-a-contact', 'name-like-blocked', 'picture-like-blocked'];
    expect(Object.values(SCAM_REASONS).filter((reason) => fixed.includes(reason))).toEqual([]);
    expect(Object.keys(SCAM_REASONS).filter((name) => concepts.indexOf(name) >= concepts.indexOf('never-share'))).toEqual([]);
  });
});

it('the tables are ASCII: the worker reads a byte as a character', () => {
  expect(JSON.stringify(SCAM_TABLES)).toMatch(/^[ -~]+$/u);
});

describe('who may be told of', () => {
  const hijacked = facts('relative', 'asks-for-money');
  it.each<[DeliveryRow['mayNotice'], string, NoticeLevel, ScamFacts, 'none' | NoticeLevel]>([
    [true, 'anything', 'tip', facts(null), 'tip'],
    [true, 'anything', 'strong', facts(null), 'strong'],
    [false, 'a hijacked account', 'strong', hijacked, 'none'],
    ['hijacked', 'a friend who asks for money', 'strong', hijacked, 'tip'],
    ['hijacked', 'a friend who asks for money, not for certain', 'tip', hijacked, 'none'],
    ['hijacked', 'a friend who asks for a code', 'strong', facts('relative', 'asks-for-code', 'urgency'), 'tip'],
    ['hijacked', 'a friend who asks for gift cards', 'strong', facts('payment', 'gift-cards'), 'tip'],
    ['hijacked', 'a friend with a new number who asks for nothing', 'strong', facts('relative', 'new-number', 'family-emergency'), 'none'],
    ['hijacked', 'a friend who asks for money, as no hijacker would', 'strong', facts('investment', 'asks-for-money'), 'none'],
    ['hijacked', 'a friend with a link to a job', 'strong', facts('job', 'job-or-investment', 'asks-for-deposit'), 'none'],
    ['hijacked', 'nothing', 'strong', facts(null, 'asks-for-money'), 'none'],
  ])('%s: %s, %s', (row, _, level, given, told) => { expect(toldLevel(level, row, given)).toBe(told); });
});
