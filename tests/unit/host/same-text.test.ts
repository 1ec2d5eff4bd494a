import { afterEach, expect, it } from 'vitest';
import type { Message } from '../../../src/contract/message.ts';
import type { Safety } from '../../../src/contract/safety.ts';
import { createSafety, defaultSettings } from '../../../src/node/index.ts';
import { groupRequests } from '../../../src/requests.ts';
import { CHAIN_LETTER, NOW } from '../../fixtures/chain.ts';

let safety: Safety | undefined;
afterEach(() => safety?.dispose());

it('requests that brought near-copies of one text stand together, from the first of them on, whatever the week has room for', async () => {
  const own = safety = await createSafety({ settings: { ...defaultSettings(), scam: { enabled: false }, contact: { enabled: false } }, now: () => NOW });
  const request = async (id: string, text: string, relationship: 'stranger' | 'connected' = 'stranger'): Promise<Parameters<typeof groupRequests>[0][number]> => {
    const context = { relationship, me: { ageBand: 'adult' } } as const;
    const message: Message = { id: 'm', conversationId: id, kind: 'text', text, sentAt: NOW, direction: 'incoming' };
    return { id, context, verdicts: [await own.screenMessage(message, context)] };
  };
  const other = 'Good morning, I am writing about the flat in Harbour Road that you offered last week. Is it still free, and may I see it on Tuesday after work?';
  const requests = [
    await request('a', CHAIN_LETTER), await request('b', other), await request('c', `Please read!! ${CHAIN_LETTER}`),
    await request('d', 'hello'), await request('e', CHAIN_LETTER.toUpperCase()), await request('f', CHAIN_LETTER),
  ];
  expect(requests.map(({ verdicts }) => verdicts[0]?.notices.length)).toEqual([0, 0, 0, 0, 1, 0]);
  expect(groupRequests(requests)).toEqual([{ group: 'same-text', ids: ['a', 'c', 'e', 'f'] }, { group: 'others', ids: ['b', 'd'] }]);
  // Of a conversation the names say nothing where it is no request.
  expect((await request('g', CHAIN_LETTER, 'connected')).verdicts[0]).toMatchObject({ delivery: 'chats', groups: [] });
});
