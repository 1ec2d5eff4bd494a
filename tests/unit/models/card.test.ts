import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { currentCard, writeCard, type CardFacts } from '../../../models/scam/card.ts';
import { MODEL_FOLDER } from '../../../models/scam/manifest.ts';
import type { Level, Point } from '../../../models/scam/points.ts';
import { FEATURE_VERSION } from '../../../models/scam/shape.ts';
import { figuresOf, groupThreads } from '../../../models/scam/thread-figures.ts';
import { SCAM_FAMILIES } from '../../../src/node/eval/scam-names.ts';
import { reportScams, type ScamReport } from '../../../src/node/eval/scam-report.ts';
import { countShare } from '../../../src/node/eval/wilson.ts';

const SHA = (letter: string): string => letter.repeat(64);

/** `found` of five scams and one false tip among ten, in each of two languages. */
const reportOf = (found: Readonly<Record<string, number>>): ScamReport => reportScams(Object.entries(found).flatMap(([lang, n]) => [
  ...Array.from({ length: 5 }, (_, i) => ({ label: 'scam' as const, name: SCAM_FAMILIES[i] ?? null, lang, source: 'final', score: i < n ? 0.9 : 0.1,
    level: i < n ? 'tip' as const : 'none' as const, family: SCAM_FAMILIES[i] ?? null, detected: lang, length: 60 })),
  ...Array.from({ length: 10 }, (_, i) => ({ label: 'ham' as const, name: 'codes', lang, source: 'final', score: i === 0 ? 0.95 : 0.05,
    level: i === 0 ? 'tip' as const : 'none' as const, family: null, detected: lang, length: 20 })),
]), ['lang']);

const counted = { n: 100, fired: 4, rate: 0.04 };
const pointAt = (threshold: number): Point => ({ threshold, cost: { hard: counted, messages: counted, talk: counted }, recall: { n: 50, fired: 25, rate: 0.5 } });
const pointsAt = (tip: number, strong: number): Readonly<Record<Level, Point>> => ({ tip: pointAt(tip), strong: pointAt(strong) });

const NETWORK = { hidden: 8, epochs: 2, batch: 16, rate: 0.01, decay: 1e-4, drop: 0, seeds: 1 };

const facts: CardFacts = {
  manifest: {
    inputs: 'some ids', output: 'some shares', classes: ['ham', 'spam', 'job'], shape: { dim: 16, hidden: 64 }, modelSha256: SHA('a'), normaliserSha256: SHA('b'),
    points: { en: pointsAt(0.61, 0.92), my: pointsAt(0.4, 0.8) },
    training: { sha256: SHA('c'), rows: 1234, validationRows: 56, recipe: { seed: 7, rounds: 3, deep: NETWORK }, command: 'npm run models:build -- scam --data DIR' },
    sources: [
      { name: 'sms', licence: 'MIT', by: 'somebody', made: 'found', rows: 800 }, { name: 'rewrites', licence: 'CC BY 4.0', by: 'a program', made: 'synthetic' },
      { name: 'authored', licence: 'CC0-1.0', by: 'us', made: 'authored', rows: 434 },
    ],
  },
  figures: { devReads: 0, development: null, crossValidation: null, disguises: [], ruleLayer: [], ablations: [], ablationNetwork: null },
  finals: { first: null, second: null },
  threads: null,
  authored: { scams: 21, honest: 22, tags: 3, threads: { scams: 4, honest: 5 } },
};

/** Of a part under its heading. */
const part = (card: string, heading: string): string => card.split(/^## /mu).find((one) => one.startsWith(heading)) ?? '';

describe('the card', () => {
  it('says of everything that was not measured that it was not', () => {
    const card = writeCard(facts);
    for (const heading of ['First blind test', 'Second blind test', 'Authored corpus', 'Authored conversations', 'Development files', 'Disguised texts', 'A rule', 'Ablations']) expect(part(card, heading)).toContain('Not measured yet.');
    expect(part(card, 'Development files')).toContain('Read 0 times');
  });

  it('lists data with licence and how it was made, and what is authored', () => {
    const data = part(writeCard(facts), 'Data');
    expect(data).toContain('1234 messages for training, 56 held back');
    expect(data).toContain('| sms | found | MIT | 800 | somebody |');
    expect(data).toContain('| rewrites | synthetic | CC BY 4.0 | not counted | a program |');
    expect(data).toMatch(/21 scams and 22 honest texts in 3 languages/u);
    expect(data).toContain('4 scams and 5 honest ones as');
    expect(data).toContain('a program wrote: `rewrites`');
  });

  it('has a point per language, the recipe, and the digests to rebuild it by', () => {
    const card = writeCard(facts);
    expect(part(card, 'Operating points')).toContain('A tip may flag at most 5 % of authored honest texts');
    expect(part(card, 'Operating points')).toContain('| my | 0.4000 | 0.8000 | 4.0 % (4 of 100) | 4.0 % (4 of 100) | 50.0 % (25 of 50) | 50.0 % (25 of 50) |');
    const rebuilding = part(card, 'Rebuilding');
    for (const expected of [SHA('b'), SHA('c'), 'seed 7, rounds 3, deep {"hidden":8', 'npm run models:build -- scam --data DIR']) expect(rebuilding).toContain(expected);
    expect(card).toContain(SHA('a'));
    expect(part(card, 'What it must not be used for')).toContain('Not to block');
  });

  it('prints the final test with counts and intervals, the worst language first, and how often it was scored', () => {
    const report = reportOf({ en: 4, my: 2 });
    const threads = { digest: SHA('9'), groups: groupThreads([{ label: 'scam', lang: 'fr', kind: 'rental', evidence: 2, tip: 4 }]) };
    const { recall: threadRecall, early: threadEarly, benign: threadBenign } = figuresOf([]);
    const scoring = { modelSha256: SHA('a'), why: null, recallTip: countShare(6, 10), falselyTip: countShare(2, 20), threadRecall, threadEarly, threadBenign };
    const final = { command: 'npm run models:final -- scam', digest: SHA('d'), modelSha256: SHA('a'), scored: 1, scorings: [scoring], report, threads };
    const text = part(writeCard({ ...facts, finals: { first: final, second: null } }), 'First blind test');
    expect(text).toContain('Scored once.');
    expect(text).toContain(SHA('d'));
    expect(text).not.toContain('another model');
    const lines = text.split('\n');
    const at = (start: string): number => lines.findIndex((line) => line.startsWith(start));
    expect(at('| lang=my | 2/5 | 40.0 % (11.8–76.9)')).toBeGreaterThan(0);
    expect(at('| lang=my | 2/5')).toBeLessThan(at('| lang=en | 4/5'));
    expect(at('| account | 2/2')).toBeGreaterThan(at('| gambling | 1/2'));
    expect(at('| codes | 2/20 | 10.00 % (2.79–30.10)')).toBeGreaterThan(0);
    expect(text).toContain('expected calibration error');
    expect(text).toContain(SHA('9'));
    expect(text).toContain('| scam=rental | 1/1 | 100.0 % (20.7–100.0) | 0/1 | 0.0 % (0.0–79.3) | 2 / 2 / 2 |');
    const again = part(writeCard({
      ...facts, finals: { first: null, second: { ...final, threads: null, modelSha256: SHA('e'), scored: 2, scorings: [scoring, { ...scoring, modelSha256: SHA('e'), recallTip: countShare(7, 10), why: 'a fault in the reader' }] } },
    }), 'Second blind test');
    expect(again).toContain('Scored 2 times.');
    expect(again).toContain(`- Model \`${SHA('a').slice(0, 12)}…\`: a tip for 60.0 % (`);
    expect(again).toContain(`- Model \`${SHA('e').slice(0, 12)}…\`, again: a fault in the reader: a tip for 70.0 % (`);
    expect(again).not.toContain('Its conversations');
    expect(again).toContain('**These figures are of another model**');
  });

  it('prints the conversations, said to be authored, the worst first', () => {
    const groups = groupThreads([{ label: 'scam', lang: 'en', kind: 'job', evidence: 3, tip: 3 }, { label: 'scam', lang: 'es', kind: 'job', evidence: 3, tip: 0 },
      { label: 'benign', lang: 'en', kind: 'landlord', evidence: 0, tip: 1 }]);
    const text = part(writeCard({ ...facts, threads: { groups } }), 'Authored conversations');
    expect(text).toContain('nobody sent or received them');
    const lines = text.split('\n');
    expect(lines.findIndex((line) => line.startsWith('| lang=es | 0/1'))).toBeLessThan(lines.findIndex((line) => line.startsWith('| lang=en | 1/1')));
    expect(text).toContain('| benign=landlord | 1/1 |');
  });

  it('prints cross-validation, development and ablations from eval.json', () => {
    const report = reportOf({ en: 5, my: 1 });
    const crossValidation = { command: 'fold', folds: 5, network: NETWORK, featureVersion: FEATURE_VERSION, report };
    const figures: CardFacts['figures'] = {
      devReads: 3, development: { command: 'eval', modelSha256: SHA('f'), report }, crossValidation,
      disguises: [{ disguise: 'spaced', kept: countShare(9, 10), gained: countShare(1, 8), falsely: countShare(0, 20) }, { disguise: 'dotted', kept: countShare(1, 10), gained: countShare(0, 8), falsely: countShare(2, 20) }],
      ruleLayer: [{ name: 'the model alone', auc: 0.9, recallAt1: 0.4, recallAt5: 0.6, tip: countShare(6, 10), falsely: countShare(1, 20) }], ablationNetwork: { hidden: 4 },
      ablations: [{ name: 'all of it', auc: 0.93, recallAt1: 0.512, recallAt5: 0.7, tip: countShare(6, 10), falsely: countShare(1, 20) },
        { name: 'no columns', auc: 0.87, recallAt1: null, recallAt5: null, tip: countShare(5, 10), falsely: countShare(1, 20) }],
    };
    const card = writeCard({ ...facts, figures });
    expect(part(card, 'Authored corpus')).not.toContain('not those of the recipe');
    const older = writeCard({ ...facts, figures: { ...figures, crossValidation: { ...crossValidation, featureVersion: FEATURE_VERSION - 1 } } });
    for (const name of ['Authored corpus', 'Disguised texts', 'A rule']) expect([part(card, name).includes('not yet again'), part(older, name).includes('not yet again')]).toEqual([false, true]);
    const disguises = part(card, 'Disguised texts').split('\n').filter((line) => /^\| (?:spaced|dotted)/u.test(line));
    expect(disguises.map((line) => line.split(' | ').slice(0, 2))).toEqual([['| dotted', '10.0 % (1.8–40.4), 1/10'], ['| spaced', '90.0 % (59.6–98.2), 9/10']]);
    expect(part(card, 'A rule')).toContain('| the model alone | 0.900 | 40.0 % | 60.0 % | 60.0 % (31.3–83.2) | 5.0 % (0.9–23.6) |');
    expect(part(card, 'Ablations')).toContain('smaller or shorter than what ships: hidden 4.');
    expect(part(card, 'Authored corpus')).toContain('5 folds over whole files');
    expect(part(card, 'Authored corpus')).toContain('| lang=my | 1/5');
    expect(part(card, 'Development files')).toContain('Read 3 times');
    expect(part(card, 'Development files')).toContain('**These figures are of another model**');
    expect(part(card, 'Ablations')).toMatch(/\| all of it \| 0\.930 \| 51\.2 % \| 70\.0 % \| 60\.0 % .*\n\| no columns \| 0\.870 \| – \| – \| 50\.0 %/u);
  });

  it('that is committed is what manifest, figures and corpus say', () => {
    expect(readFileSync(new URL('card.md', MODEL_FOLDER), 'utf8')).toBe(currentCard());
  });
});
