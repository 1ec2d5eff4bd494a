import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, tempFolder } from './run-cli.ts';

const folder = tempFolder();
const CANARY = 'zugspitze-canary';

const jsonl = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface ScamGroupJson { group: string; n: number; scamRecallTip: { n: number }; hamFlaggedTip: { n: number; hits: number; interval95: number[] } }

describe('eval scam', () => {
  const rows = [
    ...Array.from({ length: 20 }, (_, n) => ({ text: `see you at the station at ${n}`, label: 'ham', lang: 'en' })),
    { text: 'your parcel is held, pay the fee at the link', label: 'scam', lang: 'en', source: 'authored' },
    { text: 'half price on shoes today', label: 'spam', lang: 'en', source: 'authored' },
  ];

  it('counts per group, prints a table and writes the same numbers as JSON', async () => {
    const input = write('scam.jsonl.gz', gzipSync(jsonl(rows)));
    const out = join(folder, 'scam-report.json');
    const { code, stdout } = await runCli(['eval', 'scam', '--in', input, '--out', out]);
    expect(code).toBe(0);
    const report = JSON.parse(readFileSync(out, 'utf8')) as { groups: ScamGroupJson[]; engine: { assets: Record<string, string> } };
    // Worst first: a source without scams stands behind one with them.
    expect(report.groups.map(({ group, n }) => [group, n])).toEqual(
      [['all', 22], ['source=authored', 2], ['source=scam.jsonl.gz', 20], ['lang=en', 22]]);
    expect(report.groups[0]).toMatchObject({ scamRecallTip: { n: 1 }, hamFlaggedTip: { n: 20 } });
    const interval = report.groups[0]?.hamFlaggedTip.interval95 ?? [];
    expect(interval[0]).toBeGreaterThanOrEqual(0);
    expect(interval[1]).toBeGreaterThan(interval[0] ?? 1);
    expect(report.engine.assets['scam.bin']).toMatch(/^[0-9a-f]{64}$/u);
    expect(stdout).toContain('source=authored');
    expect(stdout).not.toContain('station');

    const again = await runCli(['eval', 'scam', '--in', input, '--out', '-']);
    expect(again.stdout).toBe(readFileSync(out, 'utf8'));
  });

  it('prints the card’s tables and counts families and kinds where rows name them', async () => {
    const input = write('families.jsonl', jsonl([
      { text: 'your parcel is held, pay the customs fee of 2 pounds at the link', label: 'scam', lang: 'en', family: 'parcel' },
      { text: 'your code is 4417, we never ask you for it on the phone', label: 'ham', lang: 'en', kind: 'codes' },
      { text: 'half price on all shoes in our shop today and tomorrow', label: 'spam', lang: 'en', kind: 'promotion' },
    ]));
    const out = join(folder, 'families.json');
    const { code, stdout } = await runCli(['eval', 'scam', '--in', input, '--by', 'family,kind', '--out', out]);
    expect(code).toBe(0);
    for (const title of ['Recall of scams', 'False positives', 'Scams against honest texts', 'By family', 'By kind', 'Language found', 'Calibration']) expect(stdout).toContain(title);
    const report = JSON.parse(readFileSync(out, 'utf8')) as Record<'groups' | 'families' | 'kinds' | 'languages' | 'ranking', Record<string, unknown>[]> & { calibration: { n: number; ece: number } };
    expect(report.groups.map(({ group }) => group)).toEqual(['all', 'family=parcel', expect.stringMatching(/^kind=/u), expect.stringMatching(/^kind=/u)]);
    expect(report.families.find(({ family }) => family === 'parcel')).toMatchObject({ recallTip: { n: 1 } });
    expect(report.kinds.map(({ kind }) => kind).sort()).toEqual(['codes', 'promotion']);
    expect(report.languages[0]).toMatchObject({ lang: 'all', long: { n: 3 } });
    expect(report.ranking[1]).toMatchObject({ lang: 'en', scams: 1, honest: 2 });
    expect(report.calibration.n).toBe(3);
    expect(report.calibration.ece).toBeGreaterThanOrEqual(0);
  });

  it.each([
    [{ label: 'scam', family: CANARY }, 'the field "family" is none of account, parcel,'],
    [{ label: 'ham', family: 'parcel' }, 'the field "family" stands on a text that is no scam'],
    [{ label: 'ham', kind: 7 }, 'the field "kind"'],
  ])('refuses a family or kind that cannot be, by line and without words', async (fields, message) => {
    const { code, stdout, stderr } = await runCli(['eval', 'scam', '--in', write('names.jsonl', jsonl([rows[0] ?? {}, { text: CANARY, ...fields }]))]);
    expect(code).toBe(1);
    expect(stderr).toContain(`names.jsonl, line 2: ${message}`);
    expect(stdout + stderr).not.toContain(CANARY);
  });

  it('takes no other field to count by', async () => {
    const { code, stderr } = await runCli(['eval', 'scam', '--in', 'any.jsonl', '--by', 'lang,colour']);
    expect(code).toBe(2);
    expect(stderr).toContain('Fields are source, lang, family and kind.');
  });

  it('stops at a bad row and names it without its text', async () => {
    const input = write('bad-label.jsonl', jsonl([rows[0] ?? {}, { text: CANARY, label: 'eggs' }]));
    const { code, stdout, stderr } = await runCli(['eval', 'scam', '--in', input]);
    expect(code).toBe(1);
    expect(stderr).toContain('bad-label.jsonl, line 2: the field "label"');
    expect(stdout + stderr).not.toContain(CANARY);
  });

  it('says so where the data is absent', async () => {
    const { code, stderr } = await runCli(['eval', 'scam', '--data', join(folder, 'nowhere')]);
    expect(code).toBe(1);
    expect(stderr).toContain('There is no data in');
  });

  it('says so where a compressed file is damaged', async () => {
    const { code, stderr } = await runCli(['eval', 'scam', '--in', write('damaged.jsonl.gz', 'not gzip')]);
    expect(code).toBe(1);
    expect(stderr).toContain('Cannot read');
  });
});

describe('eval hidden-words', () => {
  const cases = [
    { suite: 'a', kind: 'plain', termset: 'en', mode: 'word', text: 'no marmalade today', expect: true, span: [3, 12] },
    { suite: 'a', kind: 'plain', termset: 'en', mode: 'word', text: 'MARMALADE', expect: true, span: [0, 8] },
    { suite: 'a', kind: 'plain', termset: 'en', mode: 'word', text: 'nothing here', expect: true, span: [0, 7] },
    { suite: 'b', kind: 'inside', terms: ['malad'], mode: 'word', text: 'more marmalade', expect: false },
    { suite: 'b', kind: 'inside', terms: ['malad'], mode: 'anywhere', text: 'more marmalade', expect: false },
  ];

  it('counts found, exact and left alone per kind', async () => {
    const input = write('cases.jsonl', jsonl(cases));
    const terms = write('terms.json', JSON.stringify(['marmalade']));
    const { code, stdout } = await runCli(['eval', 'hidden-words', '--in', input, '--terms', terms, '--out', '-']);
    expect(code).toBe(0);
    const { groups } = JSON.parse(stdout) as { groups: Record<string, { hits: number; n: number } | string>[] };
    const of = (suite: string, kind: string) => groups.find((group) => group['suite'] === suite && group['kind'] === kind);
    expect(of('a', 'plain')).toMatchObject({ recall: { hits: 2, n: 3 }, exactSpan: { hits: 1, n: 2 }, leftAlone: { n: 0 } });
    expect(of('b', 'inside')).toMatchObject({ recall: { n: 0 }, leftAlone: { hits: 1, n: 2 } });
    expect(of('all', 'all')).toMatchObject({ n: 5, recall: { hits: 2, n: 3 }, leftAlone: { hits: 1, n: 2 } });
  });

  it('prints no word and no text', async () => {
    const input = write('cases2.jsonl', jsonl(cases));
    const { stdout, stderr } = await runCli(['eval', 'hidden-words', '--in', input]);
    expect(stderr).toContain('the field "termset"');
    const terms = write('terms2.json', JSON.stringify(['marmalade']));
    const table = await runCli(['eval', 'hidden-words', '--in', input, '--terms', `en=${terms}`]);
    expect(table.code).toBe(0);
    expect(stdout + table.stdout + table.stderr + stderr).not.toMatch(/marmalade/iu);
  });
});
