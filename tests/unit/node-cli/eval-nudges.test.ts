import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runCli, tempFolder } from './run-cli.ts';

const folder = tempFolder();
const corpus = join(folder, 'corpus');
mkdirSync(corpus);
writeFileSync(join(corpus, 'README.md'), '## phone\nnot read\n');
writeFileSync(join(corpus, 'en.txt'), `## phone
my number is 07700 900142
call me on 07700 900143
zugspitze-canary
my number is a secret
## ordinary
see you at 5
see you at 6
`);

describe('eval nudges', () => {
  it('counts the half for measuring, by language and kind, and prints no line', async () => {
    const { code, stdout } = await runCli(['eval', 'nudges', '--in', corpus, '--out', '-']);
    expect(code).toBe(0);
    const { groups } = JSON.parse(stdout) as { groups: { source: string; lang: string; recall: { hits: number; n: number }; falsely: { hits: number; n: number } }[] };
    expect(groups.map(({ source, lang, recall, falsely }) => [source, lang, recall.hits, recall.n, falsely.hits, falsely.n])).toEqual([['authored test', 'en', 1, 2, 0, 1]]);
    const all = await runCli(['eval', 'nudges', '--in', corpus, '--half', 'all']);
    expect(all.stdout).toMatch(/authored all \/ en +50\.0 % +2\/4 /);
    expect(all.stdout).not.toContain('zugspitze');
  });

  it('counts ordinary messages of the data by language', async () => {
    mkdirSync(join(folder, 'data', 'scam'), { recursive: true });
    const rows = [{ text: 'lunch at 12', label: 'ham', lang: 'en' }, { text: 'ring 07700 900142', label: 'ham', lang: 'en' }, { text: 'x', label: 'scam', lang: 'en' }];
    writeFileSync(join(folder, 'data', 'scam', 'train.jsonl.gz'), gzipSync(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
    const { stdout } = await runCli(['eval', 'nudges', '--in', corpus, '--data', join(folder, 'data')]);
    expect(stdout).toMatch(/ordinary \/ en .* 1\/2 /);
  });

  it.each([[['--in', join(folder, 'none')]], [['--in', folder]], [['--in', corpus, '--data', folder]]])('%j: says what is missing', async (flags) => {
    const { code, stderr } = await runCli(['eval', 'nudges', ...flags]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/no (such|<tag>|data)/);
  });
});
