import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkReceipt, sealReport, type RecipientKey, type SignedReceipt } from '../../../src/report/index.ts';
import type { MessageToReport } from '../../../src/contract/report-draft.ts';
import type { ReportedCopies } from '../../../src/contract/report.ts';
import { copiesOf } from '../../../src/node/index.ts';
import type { ModeratorFile } from '../../../src/node/report/moderator-file.ts';
import { parseModeratorFile, tagKeys } from '../../../src/node/report/moderator-file.ts';
import { CHAIN_LETTER } from '../../fixtures/chain.ts';
import { Conversation, draftOf, received, reportOf, SAFETY, type FrankedMessage } from '../../fixtures/report/world.ts';
import { buildReport } from '../../../src/report/index.ts';
import { parseLines, runCli, tempFolder } from './run-cli.ts';

const folder = tempFolder();
const path = (name: string): string => join(folder, name);
const now = Date.now();
let key: RecipientKey;
let thread: Conversation;
let sent: FrankedMessage[];

async function seal(name: string, report = reportOf(sent, { now })): Promise<string> {
  const { envelopes } = await sealReport(report, { now, moderator: [key] });
  writeFileSync(path(name), envelopes[0] as Uint8Array);
  return path(name);
}

beforeAll(async () => {
  const made = await runCli(['report', 'keys', path('moderator.json'), '--name', 'Safety team', '--policy', 'terms-1', '--days', '30']);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  key = JSON.parse(made.stdout) as RecipientKey;
  const file = parseModeratorFile(readFileSync(path('moderator.json'), 'utf8')) as ModeratorFile;
  thread = new Conversation('ana-ben', tagKeys(file)[0]);
  sent = [await thread.send('ben', 'first \u001b[2Jand \u202e more'), await thread.send('ana', 'leave me alone', { recipientId: 'ben' })];
  thread.skip(3);
  sent.push(await thread.send('ben', 'last'));
});

describe('report open', () => {
  it('prints a report with what is proven, what is not, and what is missing', async () => {
    const plain = { message: { id: 'm', conversationId: 'ana-ben', senderId: 'ben', kind: 'text' as const, text: 'no \u200bproof', sentAt: now, direction: 'incoming' as const } };
    const [one, two, three] = sent.map((message) => received(message));
    const report = buildReport(SAFETY, draftOf([one, { ...two, shown: 'closed' }, three, plain] as never, {
      now, category: 'may-cause-violence', urgency: 'emergency', urgencyReason: 'violence-may-happen', involvesChild: true, note: 'please hurry', reportedBefore: { times: 2, ids: [] },
    }));
    const { code, stdout, stderr } = await runCli(['report', 'open', '--keys', path('moderator.json'), '--reporter', 'ana', await seal('one.bin', report)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n').map((line) => line.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/, 'TIME'));
    expect(lines.slice(0, 5).map((line) => line.replace(report.id, 'ID'))).toEqual([
      'report          ID to the moderator, TIME', 'category        may-cause-violence, involves a child', 'urgency         emergency: violence-may-happen',
      'writing         und, Latn (detected)', 'about           ben',
    ]);
    expect(stdout).toContain('reported before 2 times');
    expect(stdout).toContain('note            please hurry');
    expect(lines.slice(lines.indexOf('') + 1, -2)).toEqual([
      'VERIFIED    TIME at the server ben: first \\u{1b}[2Jand \\u{202e} more',
      'CLOSED      TIME at the server ana sent a message; the reporter kept what it says',
      '      … 3 messages of this conversation not in the report',
      'VERIFIED    TIME at the server ben: last',
      'NOT PROVEN  TIME by the sender\'s clock ben: no \u200bproof',
      '',
      '2 verified, 1 closed, 1 not proven, 0 left out, 0 refused. The place of what is not proven is the reporter\'s word.',
    ]);
  });

  it('shows nothing of a message that is forged, and ends with 1', async () => {
    const [one, , three] = sent as [FrankedMessage, FrankedMessage, FrankedMessage];
    const forged = { ...three, body: { ...three.body, text: 'canary of a forger' } };
    const file = await seal('forged.bin', reportOf([one, forged], { now }));
    const { code, stdout } = await runCli(['report', 'open', '--keys', path('moderator.json'), file]);
    expect(code).toBe(1);
    expect(stdout).toContain('REFUSED     this is not what the sender committed to (opening-forged)');
    expect(stdout).not.toContain('canary');
    const json = await runCli(['report', 'open', '--json', '--keys', path('moderator.json'), file]);
    expect(parseLines(json.stdout)).toMatchObject([{ messages: [{ state: 'verified' }, { state: 'refused', code: 'opening-forged' }] }]);
  });

  it('refuses with a code what is cut, changed, not for it, or no report, and goes on', async () => {
    const whole = await seal('whole.bin');
    const bytes = readFileSync(whole);
    const turned = Buffer.from(bytes);
    turned[bytes.length - 1] = (turned[bytes.length - 1] as number) ^ 1;
    writeFileSync(path('cut.bin'), bytes.subarray(0, 9_000));
    writeFileSync(path('turned.bin'), turned);
    writeFileSync(path('text.bin'), 'hello');
    await runCli(['report', 'keys', path('other.json'), '--name', 'Others', '--policy', 'terms-1']);
    const files = ['cut.bin', 'turned.bin', 'text.bin', 'whole.bin'].map(path);
    const { code, stdout } = await runCli(['report', 'open', '--json', '--keys', path('moderator.json'), ...files]);
    expect(code).toBe(1);
    expect(parseLines(stdout).map((line) => (line['error'] as { code: string } | undefined)?.code)).toEqual(['seal-broken', 'seal-broken', 'report-malformed', undefined]);
    const others = await runCli(['report', 'open', '--keys', path('other.json'), whole]);
    expect(others).toMatchObject({ code: 1, stdout: '' });
    expect(others.stderr).toContain('(key-unknown)');
  });

  it('opens a report once where it keeps what it has seen', async () => {
    const file = await seal('again.bin');
    const args = ['report', 'open', '--json', '--keys', path('moderator.json'), '--seen', path('seen'), file];
    expect((await runCli(args)).code).toBe(0);
    const { code, stdout } = await runCli(args);
    expect(code).toBe(1);
    expect(stdout).toContain('report-replayed');
  });

  it('prints what a report says of copies, and refuses a sketch that its message does not give', async () => {
    const plain = (n: number, senderId: string, text: string): MessageToReport => ({ message: { id: `m${n}`, conversationId: 'ana-ben', senderId, kind: 'text', text, sentAt: now, direction: 'incoming' } });
    const draft = draftOf([plain(1, 'ben', CHAIN_LETTER), plain(2, 'cid', `Read! ${CHAIN_LETTER}`)], { now });
    const duplicates = await copiesOf(buildReport(SAFETY, draft));
    expect(duplicates).toMatchObject({ distinctSenders: 2, sketches: [{ messageId: 'm1' }, { messageId: 'm2' }] });
    const open = async (name: string, more: object): Promise<readonly [number | null, string]> => {
      const { code, stdout } = await runCli(['report', 'open', '--keys', path('moderator.json'), await seal(name, buildReport(SAFETY, { ...draft, duplicates: { ...duplicates, ...more } as ReportedCopies }))]);
      return [code, stdout.split('\n').find((line) => line.startsWith('near-duplicates')) ?? ''];
    };
    expect(await open('copies.bin', {})).toEqual([0, 'near-duplicates 2 senders of near-copies in this conversation (0 of them proven); 2 sketches']);
    const [first, second] = duplicates?.sketches ?? [];
    expect(await open('swapped.bin', { sketches: [{ ...first, sketch: second?.sketch }, second] })).toEqual([1, 'near-duplicates 2 senders of near-copies in this conversation (0 of them proven); 2 sketches; REFUSED, not what its message says: m1']);
    expect(await open('many.bin', { distinctSenders: 40 })).toEqual([1, 'near-duplicates REFUSED: another number of senders than stands here (0 of them proven); 2 sketches']);
    expect(await open('only-many.bin', { sketches: [], distinctSenders: 40_000_000 })).toEqual([1, 'near-duplicates REFUSED: another number of senders than stands here (0 of them proven); 0 sketches']);
    expect(await open('degraded.bin', { sketches: [], distinctSenders: 7, degraded: 'no-wasm' })).toEqual([1, 'near-duplicates the device could not look (no-wasm); REFUSED: a number of senders all the same']);
    expect(await open('without.bin', { sketches: [], distinctSenders: 0, degraded: 'no-wasm' })).toEqual([0, 'near-duplicates the device could not look (no-wasm)']);
  });

  it('says in a sentence what is wrong with its files', async () => {
    for (const args of [['--keys', path('none.json'), 'x'], ['--keys', path('whole.bin'), 'x'], ['--keys', path('moderator.json'), path('none.bin')]]) {
      const { code, stderr } = await runCli(['report', 'open', ...args]);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^inward: .+\.\n$/u);
    }
  });
});

describe('report keys', () => {
  it('rotates: the new key stands in front, and what was sealed to the old one still opens', async () => {
    const file = await seal('old.bin');
    const { stdout } = await runCli(['report', 'keys', path('moderator.json'), '--name', 'Safety team', '--policy', 'terms-2', '--from', new Date(now + 86_400_000).toISOString()]);
    const next = JSON.parse(stdout) as RecipientKey;
    const { keys } = JSON.parse(readFileSync(path('moderator.json'), 'utf8')) as ModeratorFile;
    expect(keys.map((one) => one.key.id)).toEqual([next.id, key.id]);
    expect(next.notBefore).toBe(now + 86_400_000);
    expect((await runCli(['report', 'open', '--keys', path('moderator.json'), file])).code).toBe(0);
  });

  it('keeps the file to its owner, prints nothing private, and writes over nothing else', async () => {
    expect(statSync(path('moderator.json')).mode & 0o077).toBe(0);
    const { stdout } = await runCli(['report', 'keys', path('fresh.json'), '--name', 'n', '--policy', 'p']);
    const file = readFileSync(path('fresh.json'), 'utf8');
    for (const [, secret] of file.matchAll(/"(?:privateKey|receiptPrivateKey)": "([\w-]+)"/gu)) expect(stdout).not.toContain(secret);
    writeFileSync(path('letter.txt'), 'dear');
    expect((await runCli(['report', 'keys', path('letter.txt'), '--name', 'n', '--policy', 'p'])).code).toBe(1);
    expect(readFileSync(path('letter.txt'), 'utf8')).toBe('dear');
  });
});

it('report receipt signs what a device believes', async () => {
  const reportId = 'A'.repeat(22);
  const args = ['report', 'receipt', '--keys', path('moderator.json'), '--key', key.id, '--report', reportId, '--number', '3', '--status', 'final', '--at', '2026-12-01T10:00:00Z'];
  const { code, stdout } = await runCli([...args, '--outcome', 'removed', '--text', 'ဖယ်ရှားပြီးပါပြီ။']);
  expect(code).toBe(0);
  expect(await checkReceipt(JSON.parse(stdout) as SignedReceipt, [key]))
    .toEqual({ v: 1, reportId, number: 3, status: 'final', at: Date.parse('2026-12-01T10:00:00Z'), outcome: 'removed', text: 'ဖယ်ရှားပြီးပါပြီ။' });
  expect((await runCli(args)).code).toBe(2);
});

it('report indicators counts what was signed, and writes a page that asks for nothing', async () => {
  const at = Date.parse('2026-11-01T00:00:00Z');
  const id = (n: number): string => String.fromCharCode(97 + n).repeat(21) + 'A';
  const receipt = async (n: number, outcome: string): Promise<unknown> => JSON.parse((await runCli([
    'report', 'receipt', '--keys', path('moderator.json'), '--key', key.id, '--report', id(n), '--number', '1', '--status', 'final', '--outcome', outcome, '--at', new Date(at + 36e5).toISOString(),
  ])).stdout);
  const line = (n: number, receipts: readonly unknown[]): string => JSON.stringify({ reportId: id(n), receivedAt: at, language: '<my>', urgency: 'today', receipts });
  const [one, two] = [await receipt(0, 'removed'), await receipt(1, 'no-violation')];
  writeFileSync(path('cases.jsonl'), `${line(0, [one])}\n${line(1, [two])}\n${line(2, [one])}\n{"no":"case"}\n`);
  const { code, stdout } = await runCli(['report', 'indicators', '--in', path('cases.jsonl'), '--keys', path('moderator.json'), '--html', path('page.html'), '--name', 'A & B', '--as-of', '2026-11-02', '--smallest', '1', '--reviewers', 'my=12']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ all: { reports: 3, shareRemoved: 1 / 3, unanswered: 1, meanHoursToFinal: 1 }, refusedLines: 1, forgedReceipts: 1 });
  const page = readFileSync(path('page.html'), 'utf8');
  expect(page).toContain('A &#38; B');
  expect(page).toContain('&#60;my&#62;');
  expect(page).toContain('my 12');
  expect(page).not.toMatch(/<script|<link|<img|\bsrc=|\bhref=|url\(|@import|https?:/iu);
});

it.each([['--smallest', 'x'], ['--smallest', '0'], ['--smallest', '2.5'], ['--target-hours', 'soon'], ['--reviewers', 'my=many']])('report indicators: %s %s is a usage error', async (flag, value) => {
  writeFileSync(path('none.jsonl'), '');
  const { code, stdout, stderr } = await runCli(['report', 'indicators', '--in', path('none.jsonl'), '--keys', path('moderator.json'), flag, value]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(flag);
});
