import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettingsFor } from '../../../src/contract/default-settings-for.ts';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import { USUAL_REACH } from '../../../src/contract/delivery-table.ts';
import { explainChange } from '../../../src/contract/explain-change.ts';
import { parseSettings } from '../../../src/contract/parse-settings.ts';
import type { HiddenWord, HiddenWordsSettings, Settings } from '../../../src/contract/settings.ts';
import { AGES, everyContext, incoming, REACHES, SOURCES } from '../../fixtures/reach.ts';
import { runs } from '../../property/runs.ts';

const usual = defaultSettings();
const withRequests = (requests: Partial<Settings['requests']>): Settings => ({ ...usual, requests: { ...usual.requests, ...requests } });
const withWords = (words: Partial<HiddenWordsSettings>): Settings => ({ ...usual, hiddenWords: { ...usual.hiddenWords, ...words } });
const codes = (before: Settings, after: Settings): readonly string[] => explainChange(before, after).map(({ code }) => code);

describe('defaultSettingsFor', () => {
  it.each(AGES)('%s: the usual reach, filled in', (age) => {
    const settings = defaultSettingsFor(age);
    expect(settings).toEqual({ ...usual, requests: { ...usual.requests, from: USUAL_REACH[age] }, outgoing: { nudges: true, forwards: true }, contact: { enabled: true, cues: age === 'child' || age === 'teen' } });
    expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
    expect(explainChange(usual, settings, age)).toEqual([]);
  });

  it('is a teen’s where the age is not known, but that no text is looked at for cues, and gives a fresh object', () => {
    expect(defaultSettingsFor('unknown')).toEqual({ ...defaultSettingsFor('teen'), contact: { enabled: true, cues: false } });
    expect(defaultSettingsFor('adult').requests.from).not.toBe(USUAL_REACH.adult);
  });
});

describe('explainChange', () => {
  it('says that texts are no longer looked at for cues, to those whose were', () => {
    const withCues = (cues?: boolean): Settings => ({ ...usual, contact: { enabled: true, ...cues === undefined ? {} : { cues } } });
    for (const age of ['child', 'teen'] as const) expect(explainChange(usual, withCues(false), age)).toEqual([{ code: 'cues-off', who: 'strangers' }]);
    for (const age of ['adult', 'unknown'] as const) expect([explainChange(usual, withCues(false), age), explainChange(withCues(true), usual, age)]).toEqual([[], [{ code: 'cues-off', who: 'strangers' }]]);
    // What stands above it is said alone.
    expect(explainChange(usual, { ...withCues(false), contact: { enabled: false } }, 'teen').map(({ code }) => code)).toEqual(['contact-off']);
    expect(explainChange(usual, { ...withCues(false), scam: { enabled: false } }, 'teen').map(({ code }) => code)).toEqual(['scam-off']);
  });

  it('says who gets in, and that adults a teen is not connected to do not', () => {
    expect(explainChange(usual, withRequests({ from: { strangers: 'requests', groups: 'chats' } }), 'teen')).toEqual([
      { code: 'reach-requests', who: 'strangers' }, { code: 'reach-chats', who: 'groups' }, { code: 'adults-stay-denied', who: 'adults' },
    ]);
    expect(explainChange(usual, withRequests({ from: { strangers: 'chats', groups: 'denied' } }), 'adult')).toEqual([{ code: 'reach-chats', who: 'strangers' }]);
    expect(explainChange(withRequests({ from: { strangers: 'requests' } }), usual, 'teen')).toEqual([]);
  });

  it('says that nobody is asked any more before they give something away; adults never were', () => {
    const quiet: Settings = { ...usual, outgoing: { nudges: false } };
    for (const age of AGES) expect(explainChange(usual, quiet, age)).toEqual(age === 'adult' ? [] : [{ code: 'nudges-off', who: 'strangers' }]);
    const unpaused: Settings = { ...usual, outgoing: { ...usual.outgoing, forwards: false } };
    for (const age of AGES) expect([explainChange(usual, unpaused, age), explainChange(unpaused, usual, age)]).toEqual([[{ code: 'forwards-off', who: 'everybody' }], []]);
    expect(explainChange(quiet, usual, 'teen')).toEqual([]);
  });

  const word = (more: Partial<HiddenWord> = {}): Settings => withWords({ words: [{ text: 'plum', ...more }] });
  it.each<[string, Settings, Settings, readonly string[]]>([
    ['links', usual, withRequests({ inertLinks: false }), ['links-live']],
    ['covers', usual, withRequests({ coverMedia: false }), ['media-shown']],
    ['floods', usual, withRequests({ quietFloods: false }), ['floods-heard']],
    ['words off', word(), { ...word(), hiddenWords: { ...usual.hiddenWords, enabled: false } }, ['words-off']],
    ['a word gone', word(), usual, ['words-fewer']],
    ['a word in other letters', word(), withWords({ words: [{ text: 'pear' }] }), ['words-fewer']],
    ['whole words where it was starts', word({ match: 'prefix' }), word(), ['words-fewer']],
    ['starts where it was anywhere', word({ match: 'anywhere' }), word({ match: 'prefix' }), ['words-fewer']],
    ['wider, but it covers where it hid', word(), word({ match: 'anywhere', action: 'cover' }), ['words-weaker']],
    ['a list gone', withWords({ lists: ['en'] }), usual, ['words-fewer']],
    ['an entry of a list gone', withWords({ lists: ['en'] }), withWords({ lists: ['en'], listRemovals: { en: [3] } }), ['words-fewer']],
    ['covers where it hid', word(), word({ action: 'cover' }), ['words-weaker']],
    ['counts where it covered', word({ action: 'cover' }), word({ action: 'count' }), ['words-weaker']],
    ['in requests only', word(), word({ where: 'requests' }), ['words-weaker']],
    ['in the other place', word({ where: 'chats' }), word({ where: 'requests' }), ['words-weaker']],
    ['until a day', word(), word({ until: 5 }), ['words-weaker']],
    ['an exception more', usual, withWords({ allow: ['plum pie'] }), ['words-passed']],
    ['spaces not seen through', usual, withWords({ oneSpace: false }), ['words-passed']],
    ['a person more', usual, withWords({ exempt: ['u1'] }), ['people-exempt']],
    ['notices watched', usual, { ...usual, notices: 'observe' }, ['notices-off']],
    ['the block list off', usual, { ...usual, blocked: { enabled: false } }, ['blocked-off']],
    ['names like a contact’s not looked for', usual, { ...usual, impersonation: { enabled: false } }, ['impersonation-off']],
    ['copies of one text not looked for', usual, { ...usual, chain: { enabled: false } }, ['chain-off']],
    ['strangers not judged', usual, { ...usual, contact: { enabled: false } }, ['contact-off']],
    ['scam notices off', usual, { ...usual, scam: { enabled: false } }, ['scam-off']],
  ])('%s, and nothing on the way back', (_name, before, after, said) => {
    expect(codes(before, after)).toEqual(said);
    if (!['a word in other letters', 'in the other place', 'wider, but it covers where it hid'].includes(_name)) expect(codes(after, before)).toEqual([]);
    expect(codes(before, before)).toEqual([]);
  });

  it('says nothing of words while none is looked for', () => {
    const off = withWords({ enabled: false, words: [{ text: 'plum' }] });
    expect(codes(off, withWords({ enabled: false }))).toEqual([]);
  });

  const from = fc.record(Object.fromEntries(SOURCES.map((source) => [source, fc.constantFrom(...REACHES)])), { requiredKeys: [] });
  it('is never silent where a message comes in that would not have, and speaks of nothing but reach', () => {
    const contexts = everyContext();
    fc.assert(fc.property(from, from, fc.constantFrom(...AGES), (was, is, age) => {
      const told = explainChange(withRequests({ from: was }), withRequests({ from: is }), age);
      const opened = contexts.filter(({ me }) => me?.ageBand === age).some((context) => (
        REACHES.indexOf(incoming(context, is).delivery) > REACHES.indexOf(incoming(context, was).delivery)));
      if (opened) expect(told.length).toBeGreaterThan(0);
      expect(told.every(({ code }) => code.startsWith('reach-') || code === 'adults-stay-denied')).toBe(true);
    }), runs(60));
  });
});
