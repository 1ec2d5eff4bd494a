import { describe, expect, it } from 'vitest';
import { withoutAllowed } from '../../../src/decide/allowed-words.ts';
import { NOTICE_ACTIONS } from '../../../src/decide/notice-actions.ts';
import { noticeId } from '../../../src/contract/notice-id.ts';
import { scamLevel, settledLevel, scamNotice, scamReasons, type ScamFacts } from '../../../src/decide/scam-notice.ts';
import { SCAM_TABLES } from '../../../src/decide/scam-tables.ts';
import { messageOf } from '../contract/samples.ts';

describe('withoutAllowed', () => {
  const hit = (start: number, end: number, surface: 'text' | 'quoted' = 'text') => (
    { surface, start, end, entry: 0, list: 'mine', action: 'hide' as const }
  );
  it('takes out what is covered and nothing else', () => {
    const hits = [hit(2, 6), hit(8, 12), hit(2, 6, 'quoted')];
    expect(withoutAllowed(hits, [])).toBe(hits);
    expect(withoutAllowed(hits, [{ surface: 'text', start: 2, end: 6 }])).toEqual([hit(8, 12), hit(2, 6, 'quoted')]);
    expect(withoutAllowed(hits, [{ surface: 'text', start: 0, end: 20 }])).toEqual([hit(2, 6, 'quoted')]);
    expect(withoutAllowed(hits, [{ surface: 'text', start: 3, end: 12 }])).toEqual([hit(2, 6), hit(2, 6, 'quoted')]);
  });
});

describe('noticeId', () => {
  it('is stable, and tells conversation, message and kind apart', () => {
    const id = noticeId('c1', 'm1', 'scam');
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(noticeId('c1', 'm1', 'scam')).toBe(id);
    expect(new Set([id, noticeId('c1m', '1', 'scam'), noticeId('c1', 'm2', 'scam'), noticeId('c1', 'm1', 'chain'), noticeId('', 'c1m1', 'scam')]).size).toBe(5);
    expect(noticeId('Ā', '', 'scam')).not.toBe(noticeId('\u0000', '', 'scam'));
  });
});

const NOTHING: ScamFacts = { hasLink: false, hasLongNumber: false, cues: [], family: null, tables: SCAM_TABLES, where: [], isContact: false };

describe('scam notices', () => {
  it.each([[0, 'none'], [0.49, 'none'], [0.5, 'tip'], [0.89, 'tip'], [0.9, 'strong'], [1, 'strong'], [Number.NaN, 'none']] as const)(
    'share %d is %s', (score, level) => {
      expect(scamLevel(score, [0.5, 0.9])).toBe(level);
    });

  it.each([
    ['a link', { hasLink: true }, 'tip', 'strong'],
    ['a named reason', { cues: ['account-threat' as const] }, 'tip', 'strong'],
    ['a family', { family: 'parcel' as const }, 'tip', 'strong'],
    ['nothing to check', {}, 'tip', 'tip'],
    ['a long number', { hasLongNumber: true }, 'tip', 'strong'],
  ] as const)('%s: what the model fires on is settled by what can be checked', (_, given, tip, strong) => {
    const facts = { ...NOTHING, ...given };
    expect(settledLevel('tip', facts)).toBe(tip);
    expect(settledLevel('strong', facts)).toBe(strong);
  });

  it('states facts once each, what can be checked first', () => {
    expect(scamReasons({ ...NOTHING, hasLink: true, hasLongNumber: true, cues: ['urgency'], family: 'parcel' }))
      .toEqual(['urgency', 'has-link', 'long-number', 'looks-like-known-scams', 'not-a-contact']);
    expect(scamReasons(NOTHING)).toEqual(['looks-like-known-scams', 'not-a-contact']);
    expect(scamReasons({ ...NOTHING, isContact: true })).toEqual(['looks-like-known-scams']);
  });

  it('puts the safe next step first, a way out next where it is strong, and always lets it be dismissed', () => {
    const where = [{ reason: 'looks-like-known-scams', surface: 'text', start: 0, end: 1 }] as const;
    const facts = { ...NOTHING, family: 'parcel' as const, where };
    expect(scamNotice(messageOf(), 'strong', facts)).toEqual({
      id: noticeId('c1', 'm1', 'scam'), kind: 'scam', family: 'parcel', level: 'strong', reasons: ['looks-like-known-scams', 'not-a-contact'], where,
      actions: ['open-the-app-yourself', 'block', 'report', 'restrict', 'learn-more', 'dismiss'],
    });
    expect(scamNotice(messageOf(), 'tip', NOTHING)).not.toHaveProperty('family');
    for (const levels of Object.values(NOTICE_ACTIONS)) {
      for (const actions of Object.values(levels)) {
        expect(actions.at(-1)).toBe('dismiss');
        expect(new Set(actions).size).toBe(actions.length);
      }
    }
  });
});
