import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportedCopies } from '../../../src/contract/report.ts';
import { copiesOf } from '../../../src/node/index.ts';
import { parseModeratorFile, tagKeys, type ModeratorFile } from '../../../src/node/report/moderator-file.ts';
import { buildReport, sealReport, type MessageToReport, type RecipientKey } from '../../../src/report/index.ts';
import { CHAIN_LETTER } from '../../fixtures/chain.ts';
import { Conversation, draftOf, received, SAFETY } from '../../fixtures/report/world.ts';
import { parseLines, runCli, tempFolder } from './run-cli.ts';

const folder = tempFolder();
const path = (name: string): string => join(folder, name);
const KEYS = ['--keys', path('moderator.json')];
const now = Date.now();
const ARRIVED = Date.parse('2026-11-01T10:00:00Z');
let key: RecipientKey;
let file: ModeratorFile;

beforeAll(async () => {
  const { stdout } = await runCli(['report', 'keys', path('moderator.json'), '--name', 'Safety team', '--policy', 'terms-1', '--days', '30']);
  key = JSON.parse(stdout) as RecipientKey;
  file = parseModeratorFile(readFileSync(path('moderator.json'), 'utf8')) as ModeratorFile;
});

/** Sealed, opened by the command, and its line. @param more what the report says of copies, beside what is so */
async function opened(name: string, messages: readonly MessageToReport[], reporter: string, more: Partial<ReportedCopies> = {}): Promise<string> {
  const draft = draftOf(messages, { now });
  const duplicates = await copiesOf(buildReport(SAFETY, draft));
  const { envelopes } = await sealReport(buildReport(SAFETY, { ...draft, ...duplicates && { duplicates: { ...duplicates, ...more } } }), { now, moderator: [key] });
  writeFileSync(path(name), envelopes[0] as Uint8Array);
  return (await runCli(['report', 'open', '--json', ...KEYS, '--reporter', reporter, '--received', new Date(ARRIVED).toISOString(), path(name)])).stdout;
}

/** A franked letter of ben's to ana. */
async function letter(conversation: string, text: string): Promise<MessageToReport> {
  return received(await new Conversation(conversation, tagKeys(file)[0]).send('ben', text));
}

describe('report cases', () => {
  it('makes of opened reports and receipts the lines by which near-copies are counted once', async () => {
    const lines = [
      await opened('one.bin', [await letter('c1', CHAIN_LETTER)], 'ana'), await opened('two.bin', [await letter('c2', `Please read! ${CHAIN_LETTER}`)], 'ana'),
      await opened('other.bin', [await letter('c3', 'We meet on Saturday at four at the playground, everybody brings something to eat.')], 'ana'),
    ];
    const ids = lines.map((line) => (JSON.parse(line) as { report: { id: string } }).report.id);
    const receipt = await runCli(['report', 'receipt', ...KEYS, '--report', ids[0] as string, '--number', '1', '--status', 'final', '--outcome', 'removed', '--at', new Date(ARRIVED + 36e5).toISOString()]);
    writeFileSync(path('receipts.jsonl'), receipt.stdout);

    const { code, stdout, stderr } = await runCli(['report', 'cases', ...KEYS, '--receipts', path('receipts.jsonl')], { input: lines.join('') });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const cases = parseLines(stdout);
    expect(cases.map(({ reportId }) => reportId)).toEqual(ids);
    expect(cases[0]).toMatchObject({ receivedAt: ARRIVED, language: 'und', urgency: 'routine', policy: 'terms-1', receipts: [{ receipt: { status: 'final' } }] });
    expect(cases.map(({ sketches, receipts }) => [(sketches as unknown[]).length, (receipts as unknown[]).length])).toEqual([[1, 1], [1, 0], [1, 0]]);
    // Accounts as tokens: the same for the same, and nobody's name; no texts.
    expect(new Set(cases.map(({ reporter }) => reporter)).size).toBe(1);
    for (const said of ['ana', 'ben', 'bridge', 'Saturday']) expect(stdout).not.toContain(`"${said}"`);
    expect(stdout).not.toContain('bridge');

    writeFileSync(path('cases.jsonl'), stdout);
    const figures = await runCli(['report', 'indicators', ...KEYS, '--in', path('cases.jsonl'), '--as-of', new Date(ARRIVED + 72e5).toISOString()]);
    expect(figures.code).toBe(0);
    expect(JSON.parse(figures.stdout)).toMatchObject({ all: { reports: 3, reporters: 1, duplicates: 1, shareRemoved: 1 / 3, meanHoursToFinal: 1 }, refusedLines: 0, forgedReceipts: 0 });
  });

  it('counts no sketch that stands on the reporter’s word, or that its message does not give', async () => {
    const franked = await letter('c1', CHAIN_LETTER);
    const { franked: _, ...unproven } = franked;
    const borrowed = (await copiesOf(buildReport(SAFETY, draftOf([await letter('c4', 'Somebody else wrote these words, which are long enough to be read and sketched.')]))))?.sketches[0];
    const sketches = [{ messageId: franked.message.id, size: borrowed?.size ?? 0, sketch: borrowed?.sketch ?? '' }];
    const lines = [await opened('unproven.bin', [unproven], 'ana'), await opened('forged.bin', [franked], 'ana', { sketches }), await opened('good.bin', [franked], 'ana')];
    writeFileSync(path('opened.jsonl'), lines.join(''));
    const { stdout } = await runCli(['report', 'cases', ...KEYS, '--in', path('opened.jsonl')]);
    expect(parseLines(stdout).map((one) => (one['sketches'] as unknown[]).length)).toEqual([0, 0, 1]);
    expect(parseLines(stdout).map((one) => 'account' in one)).toEqual([false, true, true]);
  });

  it('tells of lines that are no opened report, and goes on', async () => {
    const line = await opened('last.bin', [await letter('c1', CHAIN_LETTER)], 'ana');
    const { code, stdout, stderr } = await runCli(['report', 'cases', ...KEYS], { input: `{"file":"x","error":{"code":"seal-broken","message":"m"}}\nnot json\n${line}` });
    expect(code).toBe(1);
    expect(parseLines(stdout)).toHaveLength(1);
    expect(stderr).toBe('inward: 2 lines are no opened report.\n');
  });

  it('wants a time of arrival that is one', async () => {
    expect((await runCli(['report', 'open', ...KEYS, '--received', 'soon', path('one.bin')])).code).toBe(2);
  });
});
