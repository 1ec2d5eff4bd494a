import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context, Message } from '../../../src/contract/message.ts';
import type { Safety } from '../../../src/contract/safety.ts';
import { createSafety } from '../../../src/node/index.ts';
import { explainMessage, explainThread } from '../../../src/testing/index.ts';

const LONG = 'Forwarded as received: on Friday night they are going to close the bridge. Fill your buckets and tell all in our village.';
const me = { ageBand: 'adult' } as const;
const STRANGER: Context = { relationship: 'stranger', me };
const letter = (more: Partial<Message> = {}): Message => ({ id: 'm1', conversationId: 'c1', kind: 'text', text: LONG, sentAt: 0, direction: 'incoming', ...more });

describe('what is told of a message of a chain', () => {
  let safety: Safety;
  beforeAll(async () => { safety = await createSafety({ now: () => 1_000 }); });
  afterAll(() => safety.dispose());
  const chain = async (message: Message, context: Context = STRANGER): Promise<unknown> => (await explainMessage(safety, message, context)).chain;
  const noCard = (copies: string): object => ({ level: 'none', reasons: [], copies });

  it.each<readonly [string, Message, Context, object]>([
    ['a long text of a stranger', letter(), STRANGER, noCard('looked-for')],
    ['of a contact, who wrote it', letter(), { relationship: 'contact', me }, noCard('contact')],
    ['of a contact, who passed it on', letter({ forwardHops: 1 }), { relationship: 'contact', me }, noCard('looked-for')],
    ['short', letter({ text: 'on Friday they close the bridge' }), STRANGER, noCard('short')],
    ['without a text', { ...letter(), kind: 'image', text: undefined } as unknown as Message, STRANGER, noCard('short')],
    ['one’s own', letter({ direction: 'outgoing' }), STRANGER, noCard('own')],
    ['of somebody blocked', letter({ forwardHops: 9 }), { relationship: 'blocked', me }, noCard('denied')],
    ['passed on often, of a stranger', letter({ forwardHops: 5 }), STRANGER, { level: 'tip', reasons: ['passed-on-often', 'mass-message'], copies: 'looked-for' }],
    ['a short one, of a contact', letter({ text: 'look', forwardHops: 7 }), { relationship: 'contact', me }, { level: 'tip', reasons: ['passed-on-often'], copies: 'short' }],
    ['a counter that is none', letter({ forwardHops: Number.NaN }), STRANGER, noCard('looked-for')],
  ])('%s', async (_what, message, context, told) => { expect(await chain(message, context)).toEqual(told); });

  it('is what the notice says then, and why there was none', async () => {
    for (const [message, context] of [[letter({ id: 'a', forwardHops: 5 }), STRANGER], [letter({ id: 'b', conversationId: 'c2', text: 'look' }), STRANGER]] as const) {
      const { level, reasons } = (await explainMessage(safety, message, context)).chain;
      const notices = (await safety.screenMessage(message, context)).notices.filter(({ kind }) => kind === 'chain');
      expect(notices.map((notice) => [notice.level, notice.reasons])).toEqual(level === 'none' ? [] : [[level, reasons]]);
    }
  });

  it('is said of each message of a thread', async () => {
    expect((await explainThread(safety, [letter(), letter({ id: 'm2', forwardHops: 5 })], STRANGER)).map((one) => one.chain.level)).toEqual(['none', 'tip']);
  });

  it('is off with its switch, and with all notices', async () => {
    const { settings } = safety;
    for (const off of [{ ...settings, chain: { enabled: false } }, { ...settings, notices: 'off' as const }]) {
      await safety.applySettings(off);
      expect(await chain(letter({ forwardHops: 9 }))).toEqual(noCard('off'));
    }
    await safety.applySettings(settings);
  });
});
