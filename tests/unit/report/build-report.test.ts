import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/contract/message.ts';
import { buildReport, CATEGORIES, categoriesFor, REPORT_LIMITS, reportBytes, type MessageToReport, type Report, type ReportDraft } from '../../../src/report/index.ts';
import { parseCanonical } from '../../../src/report/canonical.ts';
import { isReport } from '../../../src/report/parse-report.ts';
import { canonical as oracleJson } from '../../oracle/franking.ts';
import { codeOf } from '../../fixtures/code-of.ts';
import { ABOUT, Conversation, draftOf, NOW, received, reportOf, SAFETY } from '../../fixtures/report/world.ts';
import { ZAWGYI_WORDS } from '../../fixtures/disguises/burmese.ts';

const plain = (n: number, more: Partial<Message> = {}): MessageToReport => ({
  message: { id: `m-${n}`, conversationId: 'c', senderId: 'ben', kind: 'text', text: `text ${n}`, sentAt: NOW + n, direction: 'incoming', ...more },
});
const many = (count: number): readonly MessageToReport[] => Array.from({ length: count }, (_, n) => plain(n));
const build = (messages: readonly MessageToReport[], more: Partial<ReportDraft> = {}): Report => buildReport(SAFETY, draftOf(messages, more));

describe('messages', () => {
  it('0 to 30 of them; the 31st never enters', () => {
    for (const count of [0, 1, 30]) expect(build(many(count)).messages).toHaveLength(count);
    expect(codeOf(() => build(many(31)))).toBe('limit-exceeded');
    expect(codeOf(() => build([...many(30), { ...plain(30), shown: 'out' }]))).toBe('limit-exceeded');
  });

  it('the person takes out or closes what they like', async () => {
    const thread = new Conversation();
    const [one, two, three] = [await thread.send('ben', 'first'), await thread.send('ben', 'canary'), await thread.send('ben', 'canary')];
    const report = build([received(one), received(two, 'closed'), received(three, 'out')], { thread: { conversationId: thread.id, kind: 'direct' } });
    expect(report.messages.map(({ shown }) => shown)).toEqual(['whole', 'closed', 'out']);
    expect(report.messages[1]).toEqual({ shown: 'closed', franking: { commitment: two.commitment, tag: two.tag, context: two.context } });
    const text = new TextDecoder().decode(reportBytes(report));
    expect(text).not.toContain('canary');
    expect(text).not.toContain(two.opening);
    expect(text).not.toContain(three.body.messageId);
  });

  it('come in the server’s order, whatever order they reached the device in', async () => {
    const thread = new Conversation();
    const sent = [await thread.send('ben', 'a'), await thread.send('ben', 'b'), await thread.send('ben', 'c')];
    const messages = [sent[2], sent[0], sent[1]].map((one) => received(one as typeof sent[0]));
    const report = build([messages[0] as MessageToReport, { ...plain(9, { conversationId: thread.id }) }, ...messages.slice(1)]);
    expect(report.messages.map((one) => (one.shown === 'whole' ? one.body.text : ''))).toEqual(['a', 'text 9', 'b', 'c']);
  });

  it('of another thread are refused, and so are closed ones without franking', () => {
    expect(codeOf(() => build([plain(1), plain(2, { conversationId: 'd' })]))).toBe('input-invalid');
    expect(codeOf(() => build([{ ...plain(1), shown: 'closed' }]))).toBe('input-invalid');
  });

  it.each([
    ['a fraction of a time', { sentAt: NOW + 0.5 }, { sentAt: NOW + 1 }], ['a time before 1970', { sentAt: -5 }, { sentAt: 0 }], ['no time at all', { sentAt: NaN }, { sentAt: 0 }],
    ['a time no number holds', { sentAt: Infinity }, { sentAt: Number.MAX_SAFE_INTEGER }], ['half a forward', { forwardHops: 1.5 }, { forwardHops: 2 }],
    ['more forwards than a byte', { forwardHops: 300 }, { forwardHops: 255 }], ['an empty reply', { replyTo: { id: '', text: '' } }, { replyTo: undefined }], ['a reply to a long id', { replyTo: { id: 'x'.repeat(257) } }, { replyTo: undefined }],
  ] as const)('are not kept from being reported by %s', (_what, more, held) => {
    const [one] = build([plain(1, more as Partial<Message>)]).messages;
    expect(one).toMatchObject({ shown: 'whole', body: { text: 'text 1' } });
    for (const [name, value] of Object.entries(held)) expect(one?.shown === 'whole' && one.body[name as 'sentAt']).toBe(value);
  });

  it('are not needed: behaviour can be reported', () => {
    expect(build([], { category: 'impersonation', accounts: ['ben'] })).toMatchObject({ messages: [], accounts: ['ben'] });
  });
});

describe('the preview is what is sealed', () => {
  it('to the byte: its canonical JSON', async () => {
    const report = reportOf([await new Conversation().send('ben', 'ကျောင်း 😀 \ud800')], { note: 'please look', uiLocale: 'my' });
    const bytes = reportBytes(report);
    expect(new TextDecoder().decode(bytes)).toBe(oracleJson(report));
    expect(parseCanonical(bytes)).toEqual(report);
    bytes.fill(0);
    expect(new TextDecoder().decode(reportBytes(report))).toBe(oracleJson(report));
  });

  it('cannot be changed after it was read, nor through what the host holds', () => {
    const messages = [plain(1)];
    const draft = { ...draftOf(messages), accounts: ['ben'] };
    const report = buildReport(SAFETY, draft);
    draft.accounts.push('someone else');
    expect(report.accounts).toEqual(['ben']);
    const whole = report.messages[0] as { body: { text: string } };
    for (const change of [() => { whole.body.text = 'other'; }, () => { (report as { involvesChild: boolean }).involvesChild = true; }, () => { (report.accounts as string[]).push('x'); }]) {
      expect(change).toThrow(TypeError);
    }
  });

  it('a copy, or one made by hand, is not sealed', () => {
    const report = build(many(1));
    expect(codeOf(() => reportBytes({ ...report }))).toBe('not-the-preview');
    expect(codeOf(() => reportBytes(structuredClone(report)))).toBe('not-the-preview');
  });
});

describe('fields', () => {
  it('an emergency starts with what may cause violence', () => {
    expect(categoriesFor('emergency')[0]).toBe('may-cause-violence');
    for (const urgency of ['emergency', 'today', 'routine'] as const) expect([...categoriesFor(urgency)].sort()).toEqual([...CATEGORIES].sort());
  });

  it('"involves a child" is false unless the person ticked it, whatever the category', () => {
    for (const category of CATEGORIES) expect(build([], { category }).involvesChild).toBe(false);
    expect(build([], { involvesChild: true }).involvesChild).toBe(true);
    expect(build([], { urgencyReason: 'child-in-danger', urgency: 'emergency' }).involvesChild).toBe(false);
  });

  it('holds no more of a message than its body, and the digests of about()', () => {
    const more = { surfaces: { displayName: 'canary', quoted: 'canary' }, entities: [{ start: 0, end: 1, href: 'https://canary.example/' }] };
    const report = build([plain(1, more)]);
    expect(JSON.stringify(report)).not.toContain('canary');
    expect(report.about).toEqual({ version: ABOUT.version, seal: 'header', assets: [{ name: 'tables.bin', sha256: 'ab'.repeat(32) }] });
  });

  it('times are whole minutes, ids are random', () => {
    const [one, two] = [build([], { now: NOW + 59_999 }), build([])];
    expect(one.createdAt).toBe(NOW);
    expect(one.id).not.toBe(two.id);
  });

  it('the writing is detected, can be corrected, and the text stays as it is', () => {
    const [unicode, zawgyi] = [0, 1].map((form) => ZAWGYI_WORDS.map((word) => word[form as 0 | 1]).join(''));
    const report = build([plain(1, { text: zawgyi as string })]);
    expect(report.writing).toEqual({ language: 'my', script: 'Mymr', encoding: 'zawgyi', by: 'detected' });
    expect(report.messages[0]).toMatchObject({ body: { text: zawgyi } });
    expect(build([plain(1, { text: unicode as string })]).writing.encoding).toBe('unicode');
    expect(build([plain(1, { text: 'kyaung thwa de' })], { writing: { language: 'my-Latn' } }).writing)
      .toEqual({ language: 'my-Latn', script: 'Latn', encoding: 'unicode', by: 'person' });
  });

  it('notices, earlier reports and a sketch stand in it only if they were handed in', () => {
    expect(build([])).toMatchObject({ notices: [], reportedBefore: { times: 0, ids: [] } });
    expect(build([])).not.toHaveProperty('duplicates');
    const notice = { id: 'n', kind: 'scam' as const, level: 'tip' as const, reasons: ['has-link' as const], answer: 'dismiss' };
    const duplicates = { sketches: [{ messageId: 'm', size: 40, sketch: 'A'.repeat(683) }], distinctSenders: 3 };
    const full = build([], { notices: [notice], reportedBefore: { times: 2, ids: ['A'.repeat(21) + 'A'] }, duplicates });
    expect(full).toMatchObject({ notices: [notice], reportedBefore: { times: 2 }, duplicates });
  });
});

describe('limits', () => {
  it('of the note and of all bytes', () => {
    expect(codeOf(() => build([], { note: 'x'.repeat(REPORT_LIMITS.noteUnits + 1) }))).toBe('limit-exceeded');
    expect(codeOf(() => build([plain(1, { text: 'က'.repeat(21_900) })]))).toBe('limit-exceeded');
    expect(reportBytes(build([plain(1, { text: 'က'.repeat(21_000) })])).length).toBeLessThan(REPORT_LIMITS.bytes);
  });

  it.each<[string, object]>([
    ['a category', { category: 'nothing' }], ['an urgency', { urgency: 'now' }], ['a sketch', { duplicates: { sketches: [{ messageId: 'm', size: 40, sketch: 'A'.repeat(682) }], distinctSenders: 1 } }],
    ['accounts', { accounts: Array.from({ length: 17 }, (_, n) => `a${n}`) }], ['a time', { now: NaN }], ['a policy', { policy: '' }],
    ['a notice', { notices: [{ id: 'n', kind: 'scam', level: 'tip', reasons: [], score: 1 }] }],
  ])('%s that is not of the documented form is a TypeError', (_, more) => {
    expect(codeOf(() => build([], more as Partial<ReportDraft>))).toMatch(/^TypeError/);
  });

  it('a report with anything beside is none', () => {
    const report = build(many(2));
    expect(isReport(report)).toBe(true);
    expect(isReport({ ...report, device: 'x' })).toBe(false);
    expect(isReport({ ...report, messages: [...report.messages, { shown: 'out', id: 'm' }] })).toBe(false);
    for (const name of Object.keys(report)) {
      const { [name as keyof Report]: _, ...rest } = report;
      expect(isReport(rest), name).toBe(['thread'].includes(name));
    }
    for (const other of [null, 1, [], 'report']) expect(isReport(other)).toBe(false);
  });
});
