import { describe, expect, it } from 'vitest';
import { createRng, shuffle } from '../../../models/build/rng.ts';
import { SCAM_FAMILIES, SCAM_LANGUAGES, scamLanguage } from '../../../src/node/eval/scam-names.ts';
import { reportScams } from '../../../src/node/eval/scam-report.ts';
import { judgedRow, type JudgedRow } from '../../../src/node/eval/scam-rows.ts';
import { scamTables } from '../../../src/node/eval/scam-tables.ts';
import { markdownTable } from '../../../src/node/eval/table.ts';
import { areaUnderCurve } from '../../../src/node/eval/ranking.ts';
import { countShare } from '../../../src/node/eval/wilson.ts';

const row = (part: Partial<JudgedRow>): JudgedRow => (
  { label: 'ham', name: null, lang: 'en', source: 's', score: 0, level: 'none', family: null, detected: 'en', length: 50, ...part });

const rng = createRng(3);
const pick = <T>(of: readonly T[]): T => of[rng.below(of.length)] as T;
const many = Array.from({ length: 900 }, (): JudgedRow => {
  const label = pick(['ham', 'ham', 'spam', 'scam'] as const);
  return row({
    label, name: label === 'scam' ? pick(SCAM_FAMILIES) : label === 'spam' ? pick(['promotion', null]) : pick(['codes', 'bank', 'chat', null]),
    lang: pick(['en', 'fil', 'hi-Latn', 'pt-BR', 'unknown']), source: pick(['a', 'b']), score: rng.below(50) / 50,
    level: pick(['none', 'none', 'tip', 'strong'] as const), family: pick([...SCAM_FAMILIES, null]), detected: pick(['en', 'fil', 'hi-Latn', 'pt', 'und']), length: rng.below(80),
  });
});

describe('the report of judged texts', () => {
  const report = reportScams(many, ['source', 'lang', 'family', 'kind']);

  it('counts each group as going through all rows does', () => {
    const tip = (is: (one: JudgedRow) => boolean) => countShare(many.filter((one) => is(one) && one.level !== 'none').length, many.filter(is).length);
    const strong = (is: (one: JudgedRow) => boolean) => countShare(many.filter((one) => is(one) && one.level === 'strong').length, many.filter(is).length);
    const of = (name: string) => report.groups.find(({ group }) => group === name);
    expect(of('all')).toMatchObject({ n: 900, scamRecallTip: tip(({ label }) => label === 'scam'), hamFlaggedStrong: strong(({ label }) => label === 'ham') });
    expect(of('lang=fil')?.scamRecallStrong).toEqual(strong(({ label, lang }) => label === 'scam' && lang === 'fil'));
    expect(of('source=b')?.spamFlagged).toEqual(tip(({ label, source }) => label === 'spam' && source === 'b'));
    expect(of('family=job')).toMatchObject({ scamRecallTip: tip(({ label, name }) => label === 'scam' && name === 'job'), hamFlaggedTip: { n: 0 } });
    expect(of('kind=bank')).toMatchObject({ hamFlaggedTip: tip(({ name }) => name === 'bank'), scamRecallTip: { n: 0 } });
    expect(report.groups.some(({ group }) => group === 'kind=job' || group === 'family=bank')).toBe(false);
  });

  it('puts the worst first: least recall, most false positives', () => {
    const shares = (prefix: string) => report.groups.filter(({ group }) => group.startsWith(prefix)).map(({ scamRecallTip }) => scamRecallTip.share ?? NaN);
    expect(shares('lang=')).toEqual([...shares('lang=')].sort((a, b) => a - b));
    const families = report.families.map(({ recallTip }) => recallTip.share ?? NaN);
    expect(families).toEqual([...families].sort((a, b) => a - b));
    const kinds = report.kinds.map(({ falselyTip }) => falselyTip.share ?? NaN);
    expect(kinds.length).toBe(4);
    expect(kinds).toEqual([...kinds].sort((a, b) => b - a));
    const auc = report.ranking.slice(1).map((one) => one.auc ?? NaN);
    expect(auc).toEqual([...auc].sort((a, b) => a - b));
  });

  it('says which families are taken for which', () => {
    const tipped = many.filter(({ label, level }) => label === 'scam' && level !== 'none');
    expect(report.familyNamed).toEqual(countShare(tipped.filter(({ name, family }) => name === family).length, tipped.length));
    expect(report.confusions.reduce((sum, { n }) => sum + n, 0)).toBe(report.familyNamed.n - report.familyNamed.hits);
    const [first] = report.confusions;
    expect(first?.n).toBe(tipped.filter(({ name, family }) => name === first?.family && family === first.taken).length);
    const job = report.families.find(({ family }) => family === 'job');
    const honest = many.filter(({ label, name }) => label === 'ham' || name === 'promotion');
    expect(job?.named.n).toBe(tipped.filter(({ name }) => name === 'job').length);
    expect(job?.falselyTip).toEqual(countShare(honest.filter(({ level, family }) => level !== 'none' && family === 'job').length, honest.length));
  });

  it('ranks scams against honest texts of their language; spam of no kind is on neither side', () => {
    const fil = report.ranking.find(({ lang }) => lang === 'fil');
    const of = (is: (one: JudgedRow) => boolean) => many.filter((one) => one.lang === 'fil' && is(one)).map(({ score }) => score);
    const [scams, honest] = [of(({ label }) => label === 'scam'), of(({ label, name }) => label === 'ham' || name === 'promotion')];
    expect(fil).toMatchObject({ scams: scams.length, honest: honest.length, auc: areaUnderCurve(scams, honest) });
  });

  it('counts languages by length, ways of writing together, and texts of no known language not at all', () => {
    const of = (lang: string, least: number, most: number) => many.filter((one) => one.lang === lang && one.length >= least && one.length <= most);
    const pt = report.languages.find(({ lang }) => lang === 'pt');
    expect(pt?.long).toEqual(countShare(of('pt-BR', 40, 80).filter(({ detected }) => detected === 'pt').length, of('pt-BR', 40, 80).length));
    expect(pt?.short).toEqual(countShare(of('pt-BR', 15, 39).filter(({ detected }) => detected === 'pt').length, of('pt-BR', 15, 39).length));
    expect(report.languages[0]?.lang).toBe('all');
    expect(report.languages[0]?.long.n).toBe(many.filter(({ lang, length }) => lang !== 'unknown' && length >= 40).length);
    expect(report.languages.map(({ lang }) => lang).sort()).toEqual(['all', 'en', 'fil', 'hi-Latn', 'pt']);
    const none = reportScams([row({ lang: 'cy', detected: 'und' }), row({ lang: 'und', detected: 'ar' }), row({ lang: 'und-Latn' }), row({ lang: '' }), row({ lang: 'fil', detected: 'id' }), row({ lang: 'fil', detected: 'id' }), row({ lang: 'fil', detected: 'en' })]).languages;
    expect(none.map(({ lang, long, mostlyTakenFor }) => [lang, long.hits, long.n, mostlyTakenFor])).toEqual([['all', 1, 4, 'id'], ['fil', 0, 3, 'id'], ['und', 1, 1, null]]);
  });

  it('is the same whatever the order of the rows', () => {
    const again = [...many];
    shuffle(again, createRng(8));
    expect(JSON.stringify(reportScams(again, ['source', 'lang', 'family', 'kind']))).toBe(JSON.stringify(report));
  });

  it('of nothing is empty and has no table', () => {
    const empty = reportScams([]);
    expect([empty.rows, empty.families, empty.kinds, empty.confusions, empty.calibration.ece]).toEqual([0, [], [], [], null]);
    expect(scamTables(empty).map(({ rows }) => rows.length)).toEqual([]);
  });
});

describe('the tables', () => {
  const tables = scamTables(reportScams([
    row({ label: 'scam', name: 'job', score: 0.9, level: 'tip', family: 'loan' }), row({ label: 'scam', name: 'job', score: 0.8, level: 'strong', family: 'job' }),
    row({ name: 'codes', level: 'tip', score: 0.7, family: 'account', lang: 'my' }), row({ name: 'chat|talk', score: 0.1 }),
  ]));

  it('are those of the card', () => {
    expect(tables.map(({ title }) => title.split(':')[0])).toEqual([
      'Recall of scams', 'False positives, and spam', 'Scams against honest texts, whatever the thresholds', 'By family', 'By kind of honest text', 'Families taken for others',
      'Language found; under 95 % of the longer ones', 'Calibration among these 4 texts, in parts of about equal count',
    ]);
    expect(tables[3]?.rows).toEqual([
      ['job', '2/2', '100.0 % (34.2–100.0)', '50.0 % (9.5–90.5)', '1/2', '0.00 % (0.00–65.76)'],
      ['account', '–', '–', '–', '–', '50.00 % (9.45–90.55)'],
    ]);
    expect(tables[5]?.rows).toEqual([['job', 'loan', '1']]);
    // Each by its own worst: sources, then languages.
    expect(tables[1]?.rows.map(([group, counted]) => [group, counted])).toEqual([['all', '1/2'], ['source=s', '1/2'], ['lang=my', '1/1'], ['lang=en', '0/1']]);
    for (const { head, rows } of tables) expect(rows.filter((cells) => cells.length !== head.length)).toEqual([]);
  });

  it('are Markdown, with bars escaped', () => {
    expect(markdownTable({ head: ['a', 'b'], rows: [['x|y', '1']] })).toBe('| a | b |\n|---|---|\n| x\\|y | 1 |');
  });
});

describe('names', () => {
  it('of languages: regions and scripts fall away, but for romanised Hindi', () => {
    expect(['pt-BR', 'zh-Hant', 'zh-Hans-CN', 'EN-gb', 'hi-Latn', 'hi-Latn-IN', 'hi', 'tl', 'cy', '', 'und-Latn'].map(scamLanguage))
      .toEqual(['pt', 'zh', 'zh', 'en', 'hi-Latn', 'hi-Latn', 'hi', 'fil', 'und', 'und', 'und']);
    expect(SCAM_LANGUAGES.map(scamLanguage)).toEqual([...SCAM_LANGUAGES]);
    expect(SCAM_LANGUAGES.length).toBe(23);
  });

  it('a judged row counts characters and keeps no text', () => {
    const judged = judgedRow({ label: 'ham', name: null, lang: 'en', source: 's' }, 'a😀b', { score: 0, level: 'none', family: null, detected: 'en' });
    expect(judged.length).toBe(3);
    expect(JSON.stringify(judged)).not.toContain('😀');
  });
});
