import { beforeAll, describe, expect, it } from 'vitest';
import type { Explanation, ScreenItem } from '../../../src/contract/engine.ts';
import type { Verdict } from '../../../src/contract/verdict.ts';
import { readGolden, sha256, writeGolden } from '../../fixtures/golden.ts';
import { FIXTURE_SIZE, FIXTURE_START, fixtureSettings, makeFixture } from '../../fixtures/screening.ts';
import { startEngine } from './engine-kit.ts';

let items: readonly ScreenItem[];
let verdicts: readonly Verdict[];
let explanations: readonly Explanation[];

beforeAll(async () => {
  items = makeFixture().map((item) => ({ ...item, mode: 'live', now: FIXTURE_START }));
  const { engine } = await startEngine(fixtureSettings());
  verdicts = (await engine.screen(items)).flatMap((reply) => reply?.verdict ?? []);
  explanations = await engine.explain(items, false);
});

describe(`the ${FIXTURE_SIZE} messages of the fixture`, () => {
  it('are the same on every run', () => {
    expect(sha256(JSON.stringify(makeFixture()))).toBe(sha256(JSON.stringify(makeFixture())));
  });

  it('reach every delivery, level, surface, way of hiding and gap that the engine has', () => {
    expect(new Set(verdicts.map(({ delivery }) => delivery))).toEqual(new Set(['chats', 'requests', 'hidden', 'denied']));
    expect(new Set(verdicts.map(({ notify }) => notify))).toEqual(new Set(['normal', 'silent', 'none']));
    expect(new Set(verdicts.flatMap(({ notices }) => notices.map(({ level }) => level)))).toEqual(new Set(['tip', 'strong']));
    const surfaces = verdicts.flatMap(({ hits }) => hits.map(({ surface }) => surface.split('.')[0]));
    expect(new Set(surfaces)).toEqual(new Set([
      'text', 'caption', 'displayName', 'groupName', 'quoted', 'fileName', 'linkTitle', 'linkDescription', 'pollOptions', 'attachments',
    ]));
    const words = fixtureSettings().hiddenWords.words.length;
    const found = new Set(verdicts.flatMap(({ hits }) => hits.map(({ entry }) => entry)));
    expect(found.size, `of ${words} hidden words`).toBeGreaterThan(words * 0.8);
    expect(new Set(verdicts.flatMap(({ links }) => links.flatMap(({ why }) => why)))).toEqual(new Set(['request', 'target-differs']));
    expect(new Set(verdicts.flatMap(({ media }) => media.map(({ state }) => state)))).toEqual(new Set(['clear', 'covered']));
    const gaps = new Set(verdicts.flatMap(({ degraded }) => degraded.map(({ check, code }) => `${check} ${code}`)));
    expect([...gaps].sort()).toEqual([
      'hidden-words ill-formed-text', 'hidden-words limit-exceeded', 'links limit-exceeded', 'scam ill-formed-text', 'scam language-uncovered', 'scam limit-exceeded',
    ]);
    expect(new Set(explanations.map(({ scam }) => scam.lang)).size).toBeGreaterThan(5);
  });

  it('give the same verdicts one by one, in a batch and in an engine of its own', async () => {
    const { engine } = await startEngine(fixtureSettings());
    const single: Verdict[] = [];
    for (const item of items) single.push(...(await engine.screen([item])).flatMap((reply) => reply?.verdict ?? []));
    expect(JSON.stringify(single)).toBe(JSON.stringify(verdicts));
  });

  it('give the golden verdicts and scores', () => {
    const now = {
      fixture: sha256(JSON.stringify(makeFixture())), verdicts: sha256(JSON.stringify(verdicts)), explanations: sha256(JSON.stringify(explanations)),
    };
    if (process.env['CREATE_GOLDENS'] === '1') writeGolden(now);
    expect(now).toEqual(readGolden());
  });
});
