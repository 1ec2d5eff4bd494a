import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Context, Message } from '../../../src/contract/message.ts';
import type { Safety } from '../../../src/contract/safety.ts';
import { createSafety, defaultSettings } from '../../../src/node/index.ts';
import { CHAIN_LETTER, NOW } from '../../fixtures/chain.ts';

const STRANGER: Context = { relationship: 'stranger', me: { ageBand: 'adult' } };
let safety: Safety;

beforeEach(async () => { safety = await createSafety({ settings: { ...defaultSettings(), scam: { enabled: false }, contact: { enabled: false } }, now: () => NOW }); });
afterEach(() => safety.dispose());

let made = 0;
const noticesOf = async (context: Context, ...letters: readonly Partial<Message>[]): Promise<readonly number[]> => {
  const each: number[] = [];
  for (const one of letters) {
    const message: Message = { id: `m${++made}`, conversationId: `c${made}`, kind: 'text', text: CHAIN_LETTER, sentAt: NOW, direction: 'incoming', ...one };
    each.push((await safety.screenMessage(message, context)).notices.length);
  }
  return each;
};
const notices = (...letters: readonly Partial<Message>[]): Promise<readonly number[]> => noticesOf(STRANGER, ...letters);

describe('attack: somebody makes their own text look like a chain letter of many', () => {
  it('one sender under three names, in three conversations, is one side', async () => {
    const named = (displayName: string): Partial<Message> => ({ senderId: 'sam', surfaces: { displayName } });
    expect(await notices(named('Ann'), named('Ben'), named('Cid'), named('Dee'))).toEqual([0, 0, 0, 0]);
  });

  it('one who writes in a chat of two, whose id is theirs, and in groups, is one side', async () => {
    expect(await notices({ conversationId: 'sam' }, { senderId: 'sam' }, { senderId: 'sam' })).toEqual([0, 0, 0]);
  });

  it('many in one group are one side', async () => {
    const inGroup = (senderId: string): Partial<Message> => ({ conversationId: 'group', senderId });
    expect(await notices(inGroup('ann'), inGroup('ben'), inGroup('cid'), inGroup('dee'))).toEqual([0, 0, 0, 0]);
  });

  it('two of a group who also write by themselves do not make three', async () => {
    expect(await notices({ conversationId: 'group', senderId: 'ann' }, { conversationId: 'group', senderId: 'ben' }, { senderId: 'ann' }, { senderId: 'ben' })).toEqual([0, 0, 0, 0]);
  });

  it('one message sent again, and its edits, are one side', async () => {
    const same: Partial<Message> = { id: 'same', conversationId: 'one' };
    expect(await notices(same, same, { ...same, revision: 1 }, { ...same, revision: 2 })).toEqual([0, 0, 0, 0]);
  });

  it('whoever posts it in the groups of three others does not make one side of them', async () => {
    const groups = ['g', 'h', 'i'];
    const eager = groups.map((conversationId): Partial<Message> => ({ conversationId, senderId: 'eager' }));
    expect(await notices(...eager, ...groups.map((conversationId) => ({ conversationId, senderId: `of-${conversationId}` })))).toEqual([0, 0, 0, 0, 0, 1]);
  });

  it('three messages dated days apart, or years ago, that come within a day are three sides', async () => {
    expect(await notices({ sentAt: 0 }, { sentAt: NOW - 25 * 3_600_000 }, { sentAt: NOW - 50 * 3_600_000 })).toEqual([0, 0, 1]);
  });

  it('an edit to something short takes a letter back: two others are no three', async () => {
    const own: Partial<Message> = { id: 'own', conversationId: 'own' };
    expect(await notices(own, { ...own, revision: 1, text: 'sorry, that is not true' }, {}, {}, {})).toEqual([0, 0, 0, 0, 1]);
  });

  it('what contacts write and edit themselves is not looked at, as long as nobody forwarded it', async () => {
    const edits = [1, 2, 3].flatMap((n): readonly Partial<Message>[] => [{ id: `own${n}`, conversationId: `own${n}` }, { id: `own${n}`, conversationId: `own${n}`, revision: 1 }]);
    expect(await noticesOf({ relationship: 'contact', me: { ageBand: 'adult' } }, ...edits)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(safety.about().assets.some(({ name }) => name.startsWith('sketch'))).toBe(false);
  });

  it('says so of three who have nothing to do with each other', async () => {
    expect(await notices({ senderId: 'ann' }, { senderId: 'ben' }, { senderId: 'cid' })).toEqual([0, 0, 1]);
  });
});

describe('attack: a hop counter that says anything', () => {
  it.each([0, 4, 4.9, 5, 1e300, Number.MAX_VALUE])('%d', async (forwardHops) => {
    expect(await notices({ text: 'hi', forwardHops })).toEqual([forwardHops >= 5 ? 1 : 0]);
  });

  it.each([-1, Number.NaN, '5', null, {}])('takes what is no count for none: %s', async (forwardHops) => {
    expect(await notices({ text: 'hi', forwardHops: forwardHops as number })).toEqual([0]);
  });

  it('takes what is past every count for the most', async () => {
    expect(await notices({ text: 'hi', forwardHops: Number.POSITIVE_INFINITY })).toEqual([1]);
  });
});
