import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ScreenItem, TextReply } from '../../../src/contract/engine.ts';
import type { Told } from '../../../src/contract/notices.ts';
import type * as Notices from '../../../src/host/notices.ts';
import { GRAVE } from '../../fixtures/new-thread.ts';

// What becomes of messages where the page's part about who writes does not come: it fails, or it hangs.

const PART = '../../../src/host/ask-contact.ts';
const SCAM = { scam: { level: 'strong', alone: true, cues: [], facts: { hasLink: true, hasLongNumber: false, cues: [], family: null, where: [], isContact: false } }, alike: false } as const;
const item = (id: string, more: object = {}): ScreenItem => ({
  message: { id, conversationId: id, kind: 'text', text: 'hello', sentAt: 1, direction: 'incoming' }, context: { relationship: 'stranger', me: { ageBand: 'adult' }, peer: GRAVE }, mode: 'live', row: {}, now: 1, ...more,
} as unknown as ScreenItem);
const reply = (said?: typeof SCAM): TextReply => ({ verdict: { delivery: 'requests', notify: 'silent', hits: [], links: [], media: [], notices: [], groups: [], degraded: [] }, writes: [], said });

/** Two messages, one of a new thread that a scam model finds strong, and what each is told. */
async function screened(part: () => unknown, inTime?: <T>(work: Promise<T>) => Promise<T>): Promise<readonly unknown[]> {
  vi.resetModules();
  vi.doMock(PART, part as never);
  const { withNotices } = await import('../../../src/host/notices.ts') as typeof Notices;
  const told: Told[] = [];
  const port = withNotices({ screen: (items) => Promise.resolve(items.map(({ message: { id } }) => reply(id === 'scam' ? SCAM : undefined))), explain: () => Promise.resolve([]), replay: () => Promise.resolve(), forget: () => Promise.resolve([]) }, {
    open: () => Promise.resolve({ weigh: (given: readonly Told[]) => { told.push(...given); return Promise.resolve(given.map(() => ({ notices: [{ id: 'n' }], writes: [], degraded: [] }))); } } as never),
    inTime: inTime ?? ((work) => work),
  });
  const replies = await port.screen([item('scam', { thread: 'begins' }), item('plain', { thread: 'begins' }), item('contact')]);
  return [told.map(({ message }) => message.id), ...replies.map((one) => [one?.verdict.notices.length, ...one?.verdict.degraded.map(({ check, code }) => `${check}: ${code}`) ?? []])];
}

afterEach(() => { vi.doUnmock(PART); });

describe('where the part about who writes does not come', () => {
  it('scams are told of all the same, and each message whose sender would be judged says so', async () => {
    expect(await screened(() => { throw new Error('gone'); })).toEqual([['scam'], [1, 'contact: asset-unavailable'], [0, 'contact: asset-unavailable'], [0]]);
  });

  it('nobody waits for it longer than for an answer', async () => {
    const waits: Promise<unknown>[] = [];
    const late = <T>(work: Promise<T>): Promise<T> => {
      waits.push(work);
      return waits.length === 1 ? Promise.reject(new SafetyError('deadline', 'late')) : work;
    };
    const { SafetyError } = await import('../../../src/contract/errors.ts');
    expect(await screened(() => new Promise(() => undefined), late)).toEqual([['scam'], [1, 'contact: deadline'], [0, 'contact: deadline'], [0]]);
  });
});
