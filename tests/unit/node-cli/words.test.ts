import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, tempFolder } from './run-cli.ts';

const folder = tempFolder();

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const file = (words: readonly unknown[], allow: readonly string[] = []): string => JSON.stringify({ 'inward-hidden-words': 1, words, allow });

describe('words check', () => {
  it('names by line what is not taken, or not as it stands, and prints no word', async () => {
    const path = write('list.txt', '- zither\n\nlute\nLUTE!\n-----\n\u200b\ntuba; horn\n');
    const { code, stdout, stderr } = await runCli(['words', 'check', path]);
    expect(stdout).toBe([
      'line 4: rejected, duplicate: finds the same as a word before it',
      'line 5: rejected, only-punctuation: nothing but punctuation; in straight quotes it is taken as it stands',
      'line 6: rejected, empty: nothing is left of it when it is read',
      'line 1: taken without its bullet or number',
      `${path}: 3 words taken, 1 of them trimmed, 3 rejected`, '',
    ].join('\n'));
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).not.toMatch(/zither|lute|horn/iu);
  });

  it('is content with a good list, from stdin too', async () => {
    const { code, stdout } = await runCli(['words', 'check', '-'], { input: '\uFEFFzither\r\nlute\r\n' });
    expect([code, stdout]).toEqual([0, 'stdin: 2 words taken, 0 rejected\n']);
  });

  it.each([
    ['Windows line ends', Buffer.from('zither\r\nlute\r\n')],
    ['a byte order mark', Buffer.from('\uFEFFzither\nlute\n')],
    ['UTF-16', Buffer.from('\uFEFFzither\r\nlute\r\n', 'utf16le')],
    ['UTF-16 the other way', Buffer.from('\uFEFFzither\nlute', 'utf16le').swap16()],
  ])('takes a file with %s as it takes any other', async (_name, content) => {
    const { code, stdout } = await runCli(['words', 'import', write('other-ways.txt', content)]);
    expect([code, JSON.parse(stdout)]).toEqual([0, { 'inward-hidden-words': 1, words: [{ text: 'zither' }, { text: 'lute' }], allow: [] }]);
  });

  it('reads JSON with a byte order mark, and takes what is good of it', async () => {
    const { code, stdout } = await runCli(['words', 'check', write('mark.txt', `\uFEFF${file(['zither'], ['old', 7] as never)}`)]);
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^exception 2: rejected, not-a-word.*\n.*1 word taken, 1 rejected\n$/u)]);
  });

  it.each(['', '\n \r\n', file([])])('says of an empty list that it is one', async (content) => {
    const path = write('nothing', content);
    expect(await runCli(['words', 'check', path])).toMatchObject({ code: 0, stdout: `${path}: no words in it\n`, stderr: '' });
  });

  it('gives the same as JSON, by entries for a JSON file', async () => {
    const path = write('list.json', file(['zither', 7, { text: 'lute', until: 5 }, 'ZITHER'], ['', 'old lute']));
    const { code, stdout } = await runCli(['words', 'check', path, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      file: path, form: 'json', taken: 1, trimmed: [],
      rejected: [
        { entry: 2, of: 'words', why: 'not-a-word' }, { entry: 3, of: 'words', why: 'expired' }, { entry: 4, of: 'words', why: 'duplicate' },
        { entry: 1, of: 'allow', why: 'empty' },
      ],
    });
    const text = (await runCli(['words', 'check', path])).stdout;
    expect(text).toContain('entry 2: rejected, not-a-word');
    expect(text).toContain('exception 1: rejected, empty');
  });

  it('parts words at commas and reads the language, where asked', async () => {
    const input = 'kir, kır';
    const taken = async (...flags: string[]): Promise<number> => (
      JSON.parse((await runCli(['words', 'check', '-', '--json', ...flags], { input })).stdout) as { taken: number }).taken;
    expect([await taken(), await taken('--commas'), await taken('--commas', '--locale', 'tr')]).toEqual([1, 1, 2]);
  });

  it.each([
    ['is not there', 'none.txt', undefined, 'there is no such file'],
    ['is not UTF-8', 'latin.txt', Uint8Array.of(0xe4, 0x0a), 'latin.txt is not text in UTF-8'],
    ['is UTF-16 without its mark', 'bare.txt', Buffer.from('canary\n', 'utf16le'), 'bare.txt is not text in UTF-8'],
    ['is half a UTF-16', 'half.txt', Uint8Array.of(0xff, 0xfe, 0x00), 'half.txt is not text in UTF-8'],
    ['is no JSON', 'broken.json', '{ "words": ["canary"', 'broken.json is not JSON. (input-invalid)'],
    ['is empty and should be JSON', 'empty.json', '', 'empty.json is not JSON. (input-invalid)'],
    ['begins as JSON and is none', 'broken.txt', '{canary}', 'broken.txt is not JSON, and a file that begins with { is read as that. (input-invalid)'],
    ['is other JSON', 'other.json', '{ "words": ["canary"] }', 'other.json is JSON, but no file of hidden words: that is { "inward-hidden-words": 1, "words": [...] }. (input-invalid)'],
    ['is of a newer version', 'newer.json', '{ "inward-hidden-words": 2, "canary": [] }', 'newer.json: These words were exported by a newer version of inward. (settings-too-new)'],
  ])('says so of a file that %s, and quotes nothing', async (_what, name, content, sentence) => {
    const path = content === undefined ? join(folder, name) : write(name, content);
    const { code, stdout, stderr } = await runCli(['words', 'check', path]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('canary');
  });
});

describe('words import and export', () => {
  it('turn text into JSON and back, and say what is left out', async () => {
    const text = write('back.txt', 'zither\n"wow!"\n"- dash"\nlute, old\n');
    const json = join(folder, 'back.json');
    expect((await runCli(['words', 'import', text, '--out', json])).code).toBe(0);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toEqual({
      'inward-hidden-words': 1, words: ['zither', 'wow!', '- dash', 'lute, old'].map((word) => ({ text: word })), allow: [],
    });
    const { code, stdout } = await runCli(['words', 'export', json]);
    expect([code, stdout]).toEqual([0, readFileSync(text, 'utf8')]);
  });

  it('leave out what is rejected, with exit code 1, and what text cannot say', async () => {
    const out = join(folder, 'some.txt');
    const exported = await runCli(['words', 'export', write('some.json', file([{ text: 'zither', action: 'cover' }, 7, 'lute'], ['old lute'])), '--out', out]);
    expect([exported.code, exported.stdout, readFileSync(out, 'utf8')]).toEqual([1, '', 'zither\nlute\n']);
    expect(exported.stderr).toContain('left out: the options of 1 word\n');
    expect(exported.stderr).toContain('left out: 1 exception\n');
    expect(exported.stderr).toContain('entry 2: rejected, not-a-word');
    const imported = await runCli(['words', 'import', '-'], { input: 'zither\n...\n' });
    expect([imported.code, (JSON.parse(imported.stdout) as { words: unknown }).words]).toEqual([1, [{ text: 'zither' }]]);
    expect(imported.stderr).toContain('line 2: rejected, only-punctuation');
  });

  it('want the other form, and a folder that is there', async () => {
    const json = write('form.json', file(['zither']));
    expect((await runCli(['words', 'import', json])).stderr).toContain('is JSON already');
    expect((await runCli(['words', 'export', write('form.txt', 'zither')])).stderr).toContain('is not JSON');
    const { code, stderr } = await runCli(['words', 'export', json, '--out', join(folder, 'none', 'x.txt')]);
    expect([code, stderr.includes('Cannot write')]).toEqual([1, true]);
  });
});
