import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FINAL_TESTS } from '../../models/scam/final-files.ts';
import { MODEL_FOLDER } from '../../models/scam/manifest.ts';
import { RULES } from '../../models/scam/points.ts';
import { inRoot } from '../../scripts/build/paths.ts';

const FILES = ['manifest.json', 'eval.json', 'threads.json', ...FINAL_TESTS.map(({ file }) => file)];
const JSONS: Readonly<Record<string, unknown>> = Object.fromEntries(FILES.map((file) => [file, JSON.parse(readFileSync(new URL(file, MODEL_FOLDER), 'utf8')) as unknown]));

/** How a figure is written: a share with so many decimals behind the per cent, a count, or a count in words. */
type Rounding = 0 | 1 | 2 | 'count' | 'word';
/** A path into the files, its steps parted by slashes (`*`: of every entry; of a list, the entry of that group or index), or what several of them make. */
type Figure = readonly [path: string | (() => number), rounding: Rounding];

const DEV = 'eval.json/development/report/groups';
const SECOND = 'final-second.json/report/groups';
const FIRST = 'final.json/report/groups';
const THREADS = 'threads.json/groups/all';
const BLIND_THREADS = 'final-second.json/threads/groups/all';

/** Dev sources that no training saw a part of. */
const UNSEEN = ['exais', 'indonesian', 'philippine'];
const unseenRecall = (): number => sum(UNSEEN.map((name) => one(`${DEV}/source=${name}/scamRecallTip/hits`))) / sum(UNSEEN.map((name) => one(`${DEV}/source=${name}/scamRecallTip/n`)));
const languagesOf = (groups: string) => (): number => entries(groups).filter((entry) => groupOf(entry).startsWith('lang=')).length;
const devRow = (name: string): readonly Figure[] => [
  [`${DEV}/source=${name}/hamFlaggedTip/n`, 'count'], [`${DEV}/source=${name}/hamFlaggedTip/share`, 2], [`${DEV}/source=${name}/hamFlaggedStrong/share`, 2], [`${DEV}/source=${name}/hamShown/share`, 2]];
const devFound = (name: string): readonly Figure[] => {
  const [n, ...shares] = devRow(name);
  return [n as Figure, [`${DEV}/source=${name}/scamRecallTip/n`, 'count'], ...shares, [`${DEV}/source=${name}/scamRecallTip/share`, 1], [`${DEV}/source=${name}/scamRecallStrong/share`, 1]];
};
const folded = (how: string): readonly Figure[] => [
  [`threads.json/eval/${how}/recall/share`, 1], [`threads.json/eval/${how}/recall/interval95/0`, 1], [`threads.json/eval/${how}/recall/interval95/1`, 1], [`threads.json/eval/${how}/early/share`, 1],
  [`threads.json/eval/${how}/benign/share`, 1], [`threads.json/eval/${how}/benign/interval95/0`, 1], [`threads.json/eval/${how}/benign/interval95/1`, 1],
  ...[0, 1, 2].map((at): Figure => [`threads.json/eval/${how}/latency/${at}`, 'count'])];

/** What documents say of the scam model in figures, `{}` for each. Where a sentence goes or is written anew, its row moves with it. */
const SAID: readonly (readonly [document: string, sentence: string, figures: readonly Figure[]])[] = [
  ['README.md', 'The scam model knows {} languages.', [[() => entries('manifest.json/languages').length - 1, 'count']]],
  ['README.md', '| ordinary SMS, Singapore | {} ordinary | {} % | {} % | {} % | | |', devRow('sms_ham_sample')],
  ['README.md', '| office mail and SMS, Philippines | {} ordinary, {} scam (weak labels) | {} % | {} % | {} % | {} % | {} % |', devFound('philippine')],
  ['README.md', '| operator and bank notices, Nigeria | {} ordinary, {} scam (weak labels) | {} % | {} % | {} % | {} % | {} % |', devFound('exais')],
  ['README.md', '| Indonesian | {} ordinary, {} scam | {} % | {} % | {} % | {} % | {} % |', devFound('indonesian')],
  ['README.md', 'a tip finds {} to {} % of the scams of a language ({} % on average) where it flags at most {} % of those, and {} % of scams of a kind that it never met in that language', [
    [() => Math.min(...all('manifest.json/points/*/tip/recall/rate')), 0], [() => Math.max(...all('manifest.json/points/*/tip/recall/rate')), 0],
    [() => sum(all('manifest.json/points/*/tip/recall/rate')) / all('manifest.json/points/*/tip/recall/rate').length, 0], [() => RULES.tip.hard, 0], ['eval.json/crossValidation/report/groups/all/scamRecallTip/share', 0]]],
  ['README.md', 'The newer one, scored {}, each time by this model: a tip finds {} % of {} scams in {} ways of writing (simplified Chinese {} %, English {} %, Filipino {} %) and flags {} % of {} honest look-alikes; of what is shown as a stranger\'s first message {} % and {} %.', [
    [() => one('final-second.json/scored'), 'word'], [`${SECOND}/all/scamRecallTip/share`, 0], [`${SECOND}/all/scamRecallTip/n`, 'count'], [languagesOf(SECOND), 'count'],
    [`${SECOND}/lang=zh-Hans/scamRecallTip/share`, 0], [`${SECOND}/lang=en/scamRecallTip/share`, 0], [`${SECOND}/lang=fil/scamRecallTip/share`, 0],
    [`${SECOND}/all/hamFlaggedTip/share`, 1], [`${SECOND}/all/hamFlaggedTip/n`, 'count'], [`${SECOND}/all/scamShown/share`, 0], [`${SECOND}/all/hamShown/share`, 1]]],
  ['README.md', 'The older one is harder: {} % of {} and {} % of {} ({} % and {} % when it was blind, by the model before).', [
    [`${FIRST}/all/scamRecallTip/share`, 0], [`${FIRST}/all/scamRecallTip/n`, 'count'], [`${FIRST}/all/hamFlaggedTip/share`, 1], [`${FIRST}/all/hamFlaggedTip/n`, 'count'],
    ['final.json/scorings/0/recallTip/share', 0], ['final.json/scorings/0/falselyTip/share', 1]]],
  ['README.md', 'of {} authored scam conversations {} % get a notice, half of them within {} messages of the first evidence, {} % too early, and of {} honest look-alikes {} %; of the blind test\'s {} and {} in {} languages {} %, {} % and {} %', [
    [`${THREADS}/recall/n`, 'count'], [`${THREADS}/recall/share`, 0], [`${THREADS}/latency/1`, 'word'], [`${THREADS}/early/share`, 0], [`${THREADS}/benign/n`, 'count'], [`${THREADS}/benign/share`, 0],
    [`${BLIND_THREADS}/recall/n`, 'count'], [`${BLIND_THREADS}/benign/n`, 'count'], [languagesOf('final-second.json/threads/groups'), 'word'],
    [`${BLIND_THREADS}/recall/share`, 0], [`${BLIND_THREADS}/early/share`, 1], [`${BLIND_THREADS}/benign/share`, 1]]],
  ['CHANGELOG.md', '{} scams and {} hard honest texts in twenty languages, and {} conversations in {}.', [
    ['eval.json/crossValidation/report/groups/all/scamRecallTip/n', 'count'], [() => one('eval.json/crossValidation/report/rows') - one('eval.json/crossValidation/report/groups/all/scamRecallTip/n'), 'count'],
    [() => one(`${THREADS}/recall/n`) + one(`${THREADS}/benign/n`), 'count'], [languagesOf('threads.json/groups'), 'word']]],
  ['CHANGELOG.md', 'A second blind test, of {} scams and {} honest texts, was scored by this model alone ({} % found, {} % flagged; the goal was 85 % at 1 %); of its {} conversations {} % of scams and {} % of honest ones get a notice; of the first, {} % and {} % ({} % and {} % by the model before)', [
    [`${SECOND}/all/scamRecallTip/n`, 'count'], [`${SECOND}/all/hamFlaggedTip/n`, 'count'], [`${SECOND}/all/scamRecallTip/share`, 0], [`${SECOND}/all/hamFlaggedTip/share`, 1],
    [() => one(`${BLIND_THREADS}/recall/n`) + one(`${BLIND_THREADS}/benign/n`), 'count'], [`${BLIND_THREADS}/recall/share`, 0], [`${BLIND_THREADS}/benign/share`, 1],
    [`${FIRST}/all/scamRecallTip/share`, 0], [`${FIRST}/all/hamFlaggedTip/share`, 1], ['final.json/scorings/0/recallTip/share', 0], ['final.json/scorings/0/falselyTip/share', 1]]],
  ['CHANGELOG.md', 'its tips flag twice as many honest ones ({} % for 0.27 %;', [[`${DEV}/all/hamFlaggedTip/share`, 2]]],
  ['CHANGELOG.md', 'it tells {} languages, knows {} concepts in each', [[() => entries('manifest.json/languages').length - 1, 'count'], ['manifest.json/shape/concepts', 'count']]],
  ['docs/decisions/0031-conversations.md', '| each message alone | {} % ({}–{}) | {} % | {} % ({}–{}) | {} / {} / {} |', folded('one message alone, tip')],
  ['docs/decisions/0031-conversations.md', '| conversation | {} % ({}–{}) | {} % | {} % ({}–{}) | {} / {} / {} |', folded('conversation')],
  ['docs/decisions/0031-conversations.md', '| as the engine decides | {} % ({}–{}) | {} % | {} % ({}–{}) | {} / {} / {} |', folded('as the engine decides')],
];

/** Said in words, and true only so long: about two in three of sources that no training saw. */
const THIRDS: readonly (readonly [document: string, sentence: string])[] = [
  ['README.md', 'It misses a third of the scams in sources it never saw'], ['CHANGELOG.md', 'On sources it never saw it finds two scams in three'],
];
const WORDS = ['none', 'once', 'twice', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const flat = (path: string): string => {
  const text = readFileSync(inRoot(path), 'utf8').replaceAll('’', '\'');
  return (path === 'CHANGELOG.md' ? `## ${text.split(/^## /mu)[1] ?? ''}` : text).replace(/\s+/gu, ' ');
};

describe('what documents say of the scam model', () => {
  it.each(SAID)('%s: %s', (path, sentence, figures) => {
    expect(sentence.split('{}').length - 1).toBe(figures.length);
    expect(flat(path)).toContain(filled(sentence, figures));
  });

  it.each(THIRDS)('%s: %s', (path, sentence) => {
    expect(flat(path)).toContain(sentence);
    expect(Math.abs(unseenRecall() - 2 / 3)).toBeLessThan(1 / 24);
  });

  it('is of one model: texts, development files and conversations were judged by the one that ships', () => {
    const shipped = one('manifest.json/modelSha256') as unknown as string;
    expect([...FINAL_TESTS.map(({ file }) => one(`${file}/modelSha256`)), one('eval.json/development/modelSha256')]).toEqual([shipped, shipped, shipped]);
    expect((JSONS['final-second.json'] as { scorings: readonly { modelSha256: string }[] }).scorings.map(({ modelSha256 }) => modelSha256)).toEqual([shipped, shipped]);
  });

  it('is read where a path leads, and nowhere else', () => {
    expect(filled('{} of {}, {} %', [[`${FIRST}/all/scamRecallTip/hits`, 'count'], [() => 12_345, 'count'], [() => 0.0256, 1]])).toBe('1,141 of 12,345, 2.6 %');
    expect(() => one(`${FIRST}/none/scamRecallTip/hits`)).toThrow('final.json has no "none"');
  });
});

function filled(sentence: string, figures: readonly Figure[]): string {
  return figures.reduce((text, [path, rounding]) => text.replace('{}', written(typeof path === 'string' ? one(path) : path(), rounding)), sentence);
}

function written(value: number, rounding: Rounding): string {
  if (!Number.isFinite(value)) throw new Error('A figure of a document was not measured.');
  if (rounding === 'word') return WORDS[value] ?? String(value);
  return rounding === 'count' ? value.toLocaleString('en-GB') : (value * 100).toFixed(rounding);
}

function all(path: string): readonly number[] {
  const [file = '', ...steps] = path.split('/');
  if (JSONS[file] === undefined) throw new Error(`${path} begins with no file of the model.`);
  const walked = steps.reduce<readonly unknown[]>((at, step) => at.flatMap((value) => (step === '*' ? Object.values(value as object) : [stepOf(value, step, file)])), [JSONS[file]]);
  return walked as readonly number[];
}

function one(path: string): number {
  return all(path)[0] as number;
}

function entries(path: string): readonly unknown[] {
  return one(path) as unknown as readonly unknown[];
}

function stepOf(value: unknown, step: string, file: string): unknown {
  const next: unknown = Array.isArray(value) && !/^\d+$/u.test(step) ? value.find((entry) => groupOf(entry) === step) : (value as Readonly<Record<string, unknown>> | null)?.[step];
  if (next === undefined) throw new Error(`${file} has no "${step}".`);
  return next;
}

function groupOf(entry: unknown): string {
  return (entry as { readonly group?: string }).group ?? '';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
