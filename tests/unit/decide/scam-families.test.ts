import { describe, expect, it } from 'vitest';
import { CUES } from '../../../src/decide/cues.ts';
import { readCues } from '../../../src/decide/scam-families.ts';
import { SCAM_TABLES } from '../../../src/decide/scam-tables.ts';

describe('readCues', () => {
  it.each([
    [' your parcel is held at the warehouse, pay the fee within 00 hours ', 'parcel', ['parcel-or-fee', 'asks-for-money', 'urgency']],
    [' hi mum, this is my new number, my phone broke ', 'relative', ['family-emergency']],
    [' part time work from home, add me on whatsapp ', 'job', ['job-or-investment', 'other-app']],
    [' your account has been suspended, verify your identity ', 'account', ['account-threat']],
    [' unpaid toll: final notice ', 'government', []],
    [' the river is high this spring ', null, []],
    ['', null, []],
  ] as const)('%j', (text, family, reasons) => {
    expect(readCues(SCAM_TABLES.cues, text)).toEqual({ family, reasons });
  });

  it('takes whole words, and endings only where a star says so', () => {
    expect(readCues(SCAM_TABLES.cues, ' a grantham slotted irish courtyard ').family).toBeNull();
    expect(readCues(SCAM_TABLES.cues, ' we are recruiting ').family).toBe('job');
    expect(readCues(SCAM_TABLES.cues, ' prepaid toll ').family).toBeNull();
  });

  it('counts a phrase once, however often it stands, and stays fast on a full text', () => {
    const start = performance.now();
    expect(readCues(SCAM_TABLES.cues, ' loan'.repeat(800)).family).toBe('loan');
    expect(performance.now() - start).toBeLessThan(50);
  });
});

describe('the table of cues', () => {
  const phrases = CUES.flatMap((group) => group.phrases.split(','));

  it('holds plain lower-case phrases of five words at most, each once', () => {
    for (const phrase of phrases) expect(phrase).toMatch(/^[a-z0]+( [a-z0]+){0,4}\*?$/);
    expect(new Set(phrases).size).toBe(phrases.length);
  });

  it('stars only words of four letters or more', () => {
    for (const phrase of phrases.filter((one) => one.endsWith('*'))) expect(phrase.split(' ').at(-1)?.length).toBeGreaterThan(4);
  });

  it('reaches each of the sixteen families, each phrase by itself', () => {
    expect(new Set(CUES.flatMap(({ family }) => family ?? [])).size).toBe(16);
    for (const { phrases: own, family, reason } of CUES) {
      for (const phrase of own.split(',')) {
        const read = readCues(SCAM_TABLES.cues, ` ${phrase.replaceAll('*', 's')} `);
        if (reason !== undefined) expect(read.reasons).toContain(reason);
        if (family !== undefined) expect(read.family).not.toBeNull();
      }
    }
  });
});
