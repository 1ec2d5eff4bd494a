import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseLines, runCli, tempFolder } from './run-cli.ts';

const folder = tempFolder();
const CANARY = 'zugspitze-canary';

function message(id: unknown, text: string, more: object = {}): object {
  return {
    message: { id, conversationId: 'c1', kind: 'text', text, sentAt: 1_700_000_000_000, direction: 'incoming', ...more },
    context: { relationship: 'stranger' },
  };
}

function write(name: string, lines: readonly (object | string)[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  return path;
}

function settings(name: string, value: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
}

async function screen(input: string, ...more: string[]): Promise<{ code: number | null; lines: Record<string, unknown>[]; stderr: string }> {
  const { code, stdout, stderr } = await runCli(['screen', '--in', input, '--out', '-', ...more]);
  return { code, lines: parseLines(stdout), stderr };
}

describe('screen', () => {
  it('answers each message with its verdict and id, in order', async () => {
    const words = settings('words.json', { hiddenWords: { enabled: true, words: [{ text: 'marmalade' }], lists: [], allow: [] } });
    const input = write('ok.jsonl', [message('a', 'good morning'), message('b', 'more marmalade please'), message('c', 'bye')]);
    const { code, lines } = await screen(input, '--settings', words);
    expect(code).toBe(0);
    expect(lines.map((line) => line['id'])).toEqual(['a', 'b', 'c']);
    expect(lines.map((line) => line['delivery'])).toEqual(['requests', 'hidden', 'requests']);
    expect(lines[1]?.['hits']).toEqual([{ surface: 'text', start: 5, end: 14, entry: 0, list: 'mine', action: 'hide' }]);
    expect(Object.keys(lines[0] ?? {}).sort()).toEqual(
      ['degraded', 'delivery', 'groups', 'hits', 'id', 'links', 'media', 'notices', 'notify']);
  });

  it('takes what a word may say from the settings, and ends words by the time of each message', async () => {
    const words = settings('rich.json', {
      schemaVersion: 2, scam: { enabled: false },
      hiddenWords: {
        words: [{ text: 'marmalade', action: 'cover' }, { text: 'finale', until: 1_700_000_000_001 }, { text: 'quiz', where: 'chats' }, { text: 'tally', action: 'count' }],
        allow: ['finale ticket'], exempt: ['aunt'],
      },
    });
    const input = write('rich.jsonl', [
      message('cover', 'marmalade'), message('before', 'the finale'), message('after', 'the finale', { sentAt: 1_700_000_000_001 }), message('place', 'a quiz'),
      message('count', 'a tally'), message('allowed', 'a finale ticket'), message('exempt', 'the finale', { senderId: 'aunt' }),
    ]);
    const { code, lines } = await screen(input, '--settings', words);
    expect(code).toBe(0);
    expect(lines.map(({ id, delivery, hits }) => [id, delivery, (hits as { action: string }[]).map(({ action }) => action).join()])).toEqual([
      ['cover', 'requests', 'cover'], ['before', 'hidden', 'hide'], ['after', 'requests', ''], ['place', 'requests', ''],
      ['count', 'requests', 'count'], ['allowed', 'requests', ''], ['exempt', 'requests', ''],
    ]);
  });

  it('names a bad line and goes on', async () => {
    const input = write('bad.jsonl', [
      message('a', 'one'), `{ "message": "${CANARY}`, '', message(undefined, CANARY), message('x'.repeat(257), CANARY),
      { message: { ...message('e', CANARY), kind: 'telepathy' } }, '[1,2]', message('z', 'last'), '', '',
    ]);
    const { code, lines, stderr } = await screen(input);
    expect(code).toBe(1);
    expect(lines.map((line) => (line['error'] as { code: string } | undefined)?.code ?? line['id'])).toEqual(
      ['a', 'input-invalid', 'input-invalid', 'message-invalid', 'limit-exceeded', 'message-invalid', 'input-invalid', 'z']);
    expect(lines.map((line) => line['line'])).toEqual([undefined, 2, 3, 4, 5, 6, 7, undefined]);
    expect(JSON.stringify(lines) + stderr).not.toContain(CANARY);
    expect(stderr).toContain('8 messages, 6 failed');
  });

  it('keeps the id of a line whose context is missing', async () => {
    const { code, lines } = await screen(write('no-context.jsonl', [{ message: (message('q', 'hi') as { message: object }).message }]));
    expect(code).toBe(1);
    expect(lines).toMatchObject([{ id: 'q', line: 1, error: { code: 'message-invalid' } }]);
  });

  it('judges a text over the limits as far as it goes and says so', async () => {
    const { code, lines } = await screen(write('long.jsonl', [message('long', 'a '.repeat(500_000))]));
    expect(code).toBe(0);
    expect(JSON.stringify(lines[0]?.['degraded'])).toContain('limit-exceeded');
  });

  it('refuses a line over its byte limit and bytes that are not UTF-8', async () => {
    const path = join(folder, 'bytes.jsonl');
    writeFileSync(path, Buffer.concat([
      Buffer.from([0x22, 0xff, 0xfe, 0x22, 0x0a]), Buffer.alloc(17 * 1024 * 1024, 0x61), Buffer.from('\n'),
      Buffer.from(`${JSON.stringify(message('end', 'still here'))}\r\n`),
    ]));
    const { code, lines } = await screen(path);
    expect(code).toBe(1);
    expect(lines).toMatchObject([
      { line: 1, error: { code: 'input-invalid' } }, { line: 2, error: { code: 'limit-exceeded' } }, { id: 'end' },
    ]);
  });

  it('takes lone surrogates', async () => {
    const input = write('surrogates.jsonl', [JSON.stringify(message('s', 'x')).replace('"x"', '"a\\ud800b\\udc00"')]);
    const { code, lines } = await screen(input);
    expect(code).toBe(0);
    expect(lines[0]?.['id']).toBe('s');
  });

  it('gives nothing for empty input', async () => {
    expect(await runCli(['screen', '--in', '-', '--out', '-'], { input: '' })).toMatchObject({ code: 0, stdout: '' });
  });

  it('adds the judgement with --explain', async () => {
    const { lines } = await screen(write('explain.jsonl', [message('e', 'see you at the station')]), '--explain');
    expect(lines[0]?.['explain']).toMatchObject({ scam: { level: 'none' }, contact: {}, features: {} });
  });

  it('gives the same bytes twice', async () => {
    const input = write('twice.jsonl', Array.from({ length: 50 }, (_, n) => message(`m${n}`, `Parcel held, pay the fee ${n}`)));
    const first = await runCli(['screen', '--in', input, '--out', '-', '--explain']);
    const second = await runCli(['screen', '--in', input, '--out', '-', '--explain']);
    expect(first.code).toBe(0);
    expect(second.stdout).toBe(first.stdout);
  });

  it('names a misspelt field of the settings, without what stands in it, and goes on', async () => {
    const misspelt = settings('misspelt.json', { hiddenWord: { words: [CANARY] }, hiddenWords: { words: [{ text: CANARY, mach: CANARY }] } });
    const { code, stderr } = await screen(write('m.jsonl', [message('a', 'one')]), '--settings', misspelt);
    expect(code).toBe(0);
    expect(stderr).toContain('misspelt.json has an unknown field "hiddenWord"; it is left out\n');
    expect(stderr).toContain('unknown field "hiddenWords.words.0.mach"');
    expect(stderr).not.toContain(CANARY);
  });

  it('refuses settings of a newer version and settings that are no JSON, without writing', async () => {
    const input = write('one.jsonl', [message('a', 'one')]);
    const newer = settings('newer.json', { schemaVersion: 99 });
    expect(await runCli(['screen', '--in', input, '--out', '-', '--settings', newer]))
      .toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('settings-too-new') as string });
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, `{ "hiddenWords": ["${CANARY}"`);
    const { code, stderr } = await runCli(['screen', '--in', input, '--out', '-', '--settings', broken]);
    expect(code).toBe(1);
    expect(stderr).toContain('not JSON');
    expect(stderr).not.toContain(CANARY);
  });

  it('says which hidden words are not used, without the word', async () => {
    const words = settings('long-word.json', { hiddenWords: { enabled: true, words: [{ text: CANARY.repeat(20) }] } });
    const { stderr } = await screen(write('w.jsonl', [message('a', 'one')]), '--settings', words);
    expect(stderr).toContain('hidden word number 1 is not used: too-long');
    expect(stderr).not.toContain(CANARY);
  });

  it('says plainly what it cannot read or write', async () => {
    expect(await runCli(['screen', '--in', join(folder, 'none.jsonl'), '--out', '-']))
      .toMatchObject({ code: 1, stderr: expect.stringContaining('there is no such file') as string });
    expect(await runCli(['screen', '--in', folder, '--out', '-']))
      .toMatchObject({ code: 1, stderr: expect.stringContaining('it is a folder') as string });
    mkdirSync(join(folder, 'target'));
    expect(await runCli(['screen', '--in', write('i.jsonl', []), '--out', join(folder, 'target')]))
      .toMatchObject({ code: 1, stderr: expect.stringContaining('it is a folder') as string });
  });

  it('does not overwrite what it reads', async () => {
    const input = write('same.jsonl', [message('a', 'one')]);
    const before = readFileSync(input, 'utf8');
    expect((await runCli(['screen', '--in', input, '--out', input])).code).toBe(2);
    expect(readFileSync(input, 'utf8')).toBe(before);
  });

  it('leaves whole lines when it is stopped', async () => {
    const out = join(folder, 'stopped.jsonl');
    const feed = `${JSON.stringify(message('a', 'one'))}\n`.repeat(3000);
    const { code, stderr } = await runCli(['screen', '--in', '-', '--out', out], {
      during: (child) => {
        child.stdin?.write(feed);
        setTimeout(() => { child.kill('SIGINT'); }, 2500);
      },
    });
    expect(code).toBe(130);
    expect(stderr).toContain('what is written is whole');
    const lines = parseLines(readFileSync(out, 'utf8'));
    expect(lines.length).toBeGreaterThan(0);
    expect(stderr).toContain(`stopped after ${lines.length} messages`);
  });
});
