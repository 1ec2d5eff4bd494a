import { describe, expect, it } from 'vitest';
import { VERSION } from '../../../build/version.gen.ts';
import type { ScreenItem, TextReply } from '../../../src/contract/engine.ts';
import { SafetyError } from '../../../src/contract/errors.ts';
import { SCAM_JSON, type NoticePort, type Said } from '../../../src/contract/notices.ts';
import { CONVERSATION_FORM, isConversation, writeRecord } from '../../../src/contract/record-bytes.ts';
import type { Degraded } from '../../../src/contract/verdict.ts';
import { SCAM_TABLES } from '../../../src/decide/scam-tables.ts';
import { withNotices, type Noticed, type Remembered } from '../../../src/host/notices.ts';
import { NoticeEngine } from '../../../src/worker/notices-engine.ts';
import { GRAVE } from '../../fixtures/new-thread.ts';

const NOW = 1_750_000_000_000;
const FACTS = { hasLink: true, hasLongNumber: false, cues: [], family: null, where: [], isContact: false } as const;
const SAYS: Readonly<Record<string, Said>> = {
  strong: { scam: { level: 'strong', alone: true, cues: [], facts: FACTS }, alike: false }, both: { scam: { level: 'strong', alone: true, cues: [], facts: FACTS }, alike: true }, name: { scam: undefined, alike: true },
};
const MEDIA: Degraded = { check: 'media', code: 'limit-exceeded' };

function item(id: string, text = 'plain', more: Partial<ScreenItem['message']> = {}): ScreenItem {
  return { message: { id, conversationId: 'c', kind: 'text', text, sentAt: NOW, direction: 'incoming', ...more }, context: { relationship: 'stranger' }, mode: 'live', now: NOW } as ScreenItem;
}

/** What a text engine would have said, by the text; a control that never makes a notice. */
function replyTo({ message: { text = '' } }: ScreenItem): TextReply | undefined {
  if (text === 'broken') return undefined;
  const degraded = text.includes('media') ? [MEDIA] : [];
  return { verdict: { delivery: 'requests', notify: 'silent', hits: [], links: [], media: [], notices: [], groups: [], degraded }, writes: [{ table: 'flood', key: 'current', bytes: new Uint8Array(1) }], said: SAYS[text.split(' ')[0] ?? ''] };
}

interface Bench extends Noticed { readonly calls: string[]; readonly opened: boolean[]; scores: boolean; slow: Promise<void> | undefined; fail: SafetyError | undefined; held: Remembered | undefined }

function bench(): Bench {
  const calls: string[] = [];
  const opened: boolean[] = [];
  const text = {
    screen: (items: readonly ScreenItem[]) => Promise.resolve(items.map(replyTo)), explain: () => Promise.resolve([]),
    replay: (records: readonly object[]) => { calls.push(`text replay ${records.length}`); return Promise.resolve(); }, forget: () => Promise.resolve([]),
  };
  const made: Bench = Object.assign(withNotices(text, {
    inTime: (work) => work,
    async open(scam, held) {
      opened.push(scam);
      made.held = held;
      await made.slow;
      const engine = new NoticeEngine();
      const assets = scam ? { [SCAM_JSON]: new TextEncoder().encode(JSON.stringify({ ...SCAM_TABLES, classes: [] })).buffer } : {};
      await engine.start({ version: VERSION, assets, records: [...held.values()] });
      const call = <T>(name: keyof NoticePort | 'end', run: () => Promise<T>): Promise<T> => {
        calls.push(name);
        return made.fail ? Promise.reject(made.fail) : run();
      };
      return {
        weigh: (told) => call('weigh', () => engine.weigh(structuredClone(told))), explain: (told) => call('explain', () => engine.explain(told)), readHints: (told) => call('readHints', () => engine.readHints(told)),
        replay: (records) => call('replay', () => engine.replay(records)), forget: (what) => call('forget', () => engine.forget(what)),
        answer: (answer) => call('answer', () => engine.answer(answer)), end: () => { calls.push('end'); return Promise.resolve(); },
      };
    },
    scores: () => made.scores,
  }), { calls, opened, scores: false, slow: undefined, fail: undefined, held: undefined });
  return made;
}

describe('both engines behind one door', () => {
  it('an ordinary message asks the notice engine for nothing: not in a thousand, not in a conversation with a record', async () => {
    const port = bench();
    await port.replay([{ table: 'conversation', key: 'c', bytes: writeRecord([CONVERSATION_FORM, [], '', 0, []]) }]);
    for (let n = 0; n < 1_000; n++) await port.screen([item(`m${n}`)]);
    expect([port.calls, port.opened]).toEqual([[], []]);
    // The control: one that says something is one call, whatever stands beside it.
    await port.screen([item('a'), item('b', 'strong'), item('d'), item('e', 'strong', { conversationId: 'other' })]);
    expect([port.calls, port.opened]).toEqual([['weigh'], [true]]);
  });

  it('puts notices and writes in their places, and leaves the other replies as they are', async () => {
    const port = bench();
    const [plain, strong, broken, name] = await port.screen([item('a'), item('b', 'strong'), item('x', 'broken'), item('d', 'name', { conversationId: 'other' })]);
    expect(plain).toEqual(replyTo(item('a')));
    expect(strong?.verdict.notices.map(({ kind, level }) => [kind, level])).toEqual([['scam', 'strong']]);
    expect(strong?.writes.map(({ table }) => table)).toEqual(['conversation', 'person', 'flood']);
    expect(strong !== undefined && 'said' in strong).toBe(false);
    expect(broken).toBeUndefined();
    expect(name?.verdict.notices.map(({ kind }) => kind)).toEqual(['impersonation']);
  });

  it('is told of nothing that was written: ids, times, codes and numbers', async () => {
    const told: unknown[] = [];
    const port = withNotices({ screen: (items) => Promise.resolve(items.map(replyTo)), explain: () => Promise.resolve([]), replay: () => Promise.resolve(), forget: () => Promise.resolve([]) }, {
      inTime: (work) => work,
      open: () => Promise.resolve({ weigh: (given: readonly unknown[]) => { told.push(...given); return Promise.resolve(given.map(() => undefined)); } } as never),
    });
    await port.screen([item('m', 'strong canary', { surfaces: { displayName: 'canary' }, revision: 2 })]);
    expect(told).toEqual([{ message: { id: 'm', conversationId: 'c', sentAt: NOW, revision: 2 }, mode: 'live', now: NOW, said: SAYS['strong'] }]);
  });

  it('says of each message of a conversation whose record is refused that it is, until it is written anew; media stand last', async () => {
    const port = bench();
    await port.replay([{ table: 'conversation', key: 'c', bytes: Uint8Array.of(1, 2, 3) }]);
    const refused = { check: 'state', code: 'record-refused' };
    const [incoming, outgoing, media] = await port.screen([item('a'), item('b', 'plain', { direction: 'outgoing' }), item('d', 'plain media')]);
    expect([incoming, outgoing, media].map((reply) => reply?.verdict.degraded)).toEqual([[refused], [], [refused, MEDIA]]);
    expect(port.opened).toEqual([]);
    const [before, written, after] = await port.screen([item('e'), item('f', 'strong'), item('g')]);
    expect([before, written, after].map((reply) => reply?.verdict.degraded)).toEqual([[refused], [], []]);
  });

  it.each([['strong', 'scam'], ['name', 'names']])('verdicts stand where it cannot be asked, and say so: %s', async (text, check) => {
    const port = bench();
    await port.screen([item('first', 'strong')]);
    port.fail = new SafetyError('deadline', 'no answer');
    const [plain, said] = await port.screen([item('a'), item('b', text, { conversationId: 'other' })]);
    expect(plain).toEqual(replyTo(item('a')));
    expect(said?.verdict).toMatchObject({ delivery: 'requests', notices: [], degraded: [{ check, code: 'deadline' }] });
    port.fail = undefined;
    expect((await port.screen([item('b', text, { conversationId: 'other' })]))[0]?.verdict.notices).toHaveLength(1);
  });

  it('keeps what it remembers for the next one: a notice is not told twice, an answer holds', async () => {
    const port = bench();
    const [first] = await port.screen([item('a', 'strong')]);
    const bytes = first?.writes.find(({ table }) => table === 'conversation')?.bytes ?? null;
    expect(isConversation(bytes)).toBe(true);
    expect(port.held?.get('conversation/c')?.bytes).toEqual(bytes);
    const answered = await port.answer({ conversationId: 'c', noticeId: 'n', answer: 'trusted', now: NOW });
    expect([...port.held?.values() ?? []]).toEqual(answered);
    const again = new NoticeEngine();
    await again.start({ version: VERSION, assets: { [SCAM_JSON]: new TextEncoder().encode(JSON.stringify({ ...SCAM_TABLES, classes: [] })).buffer }, records: [...port.held?.values() ?? []] });
    expect(await again.weigh([{ message: item('b').message, mode: 'live', now: NOW, said: SAYS['strong'] }])).toMatchObject([{ notices: [] }]);
  });

  it('forgets a message, a conversation, everything; with everything the engine is ended, and nothing is held', async () => {
    const port = bench();
    expect(await port.forget({ message: { conversationId: 'c', id: 'a' } })).toEqual([]);
    await port.screen([item('a', 'strong'), item('b', 'strong', { conversationId: 'other' }), item('d', 'strong', { conversationId: 'third' })]);
    const person = { table: 'person', key: 'current' };
    expect(await port.forget({ message: { conversationId: 'c', id: 'a' } })).toMatchObject([{ table: 'conversation', key: 'c', bytes: null }, person]);
    // With the last notice of the week goes what was remembered of the person.
    expect(await port.forget({ conversation: 'other' })).toEqual([{ table: 'conversation', key: 'other', bytes: null }, { ...person, bytes: null }]);
    expect([...port.held?.keys() ?? []]).toEqual(['conversation/third']);
    expect(await port.forget({ everything: true })).toEqual([{ table: 'conversation', key: 'third', bytes: null }]);
    expect([port.held?.size, port.calls.at(-1)]).toEqual([0, 'end']);
    expect((await port.screen([item('a', 'strong')]))[0]?.verdict.notices).toHaveLength(1);
  });

  it('opened for a name, it is opened anew with what scams need, and knows what it knew', async () => {
    const port = bench();
    await port.screen([item('a', 'name')]);
    await port.screen([item('b', 'strong', { conversationId: 'other' })]);
    expect([port.opened, port.calls]).toEqual([[false, true], ['weigh', 'end', 'weigh']]);
    expect((await port.screen([item('d', 'name')]))[0]?.verdict.notices).toEqual([]);
  });

  it('is opened with what scams need where their notices are on, and then once', async () => {
    const port = bench();
    port.scores = true;
    await port.screen([item('a', 'name')]);
    await port.screen([item('b', 'strong', { conversationId: 'other' })]);
    expect([port.opened, port.calls]).toEqual([[true], ['weigh', 'weigh']]);
  });

  it('nobody waits for the opening of one that knows too little', async () => {
    const port = bench();
    let open = (): void => undefined;
    port.slow = new Promise((resolve) => { open = resolve; });
    const first = port.screen([item('a', 'name')]);
    await new Promise((resolve) => { setImmediate(resolve); });
    port.slow = undefined;
    expect((await port.screen([item('b', 'strong', { conversationId: 'other' })]))[0]?.verdict.notices).toHaveLength(1);
    expect(port.calls).toEqual(['weigh']);
    open();
    await first;
    await new Promise((resolve) => { setImmediate(resolve); });
    expect(port.calls).toContain('end');
  });

  it('says of each check that it did not run', async () => {
    const port = bench();
    port.fail = new SafetyError('deadline', 'no answer');
    const [both] = await port.screen([{ ...item('a', 'both'), thread: 'begins', row: {}, context: { relationship: 'stranger', me: { ageBand: 'adult' }, peer: GRAVE } } as never]);
    expect(both?.verdict.degraded).toEqual(['scam', 'names', 'contact'].map((check) => ({ check, code: 'deadline' })));
  });

  it('hands records of conversations to it alone, and the others to the text engine', async () => {
    const port = bench();
    await port.screen([item('a', 'strong')]);
    const [own, flood] = [{ table: 'conversation', key: 'x', bytes: null }, { table: 'flood', key: 'current', bytes: null }] as const;
    await port.replay([own]);
    await port.replay([own, flood]);
    expect(port.calls).toEqual(['weigh', 'replay', 'text replay 1', 'replay']);
  });
});

describe('the notice engine', () => {
  it('refuses another version, and one broken message takes no other with it', async () => {
    const engine = new NoticeEngine();
    await expect(engine.start({ version: '0', assets: {}, records: [] })).rejects.toMatchObject({ code: 'asset-mismatch' });
    await engine.start({ version: VERSION, assets: {}, records: [] });
    const told = { message: item('a').message, mode: 'live', now: NOW, said: SAYS['name'] } as const;
    expect(await engine.weigh([{ ...told, message: undefined as never }, told])).toMatchObject([undefined, { notices: [{ kind: 'impersonation' }] }]);
  });
});
