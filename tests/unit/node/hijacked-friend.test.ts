import { afterAll, describe, expect, it } from 'vitest';
import type { Notice } from '../../../src/contract/verdict.ts';
import { LIMITS } from '../../../src/contract/limits.ts';
import { createSafety } from '../../../src/node/index.ts';

// There is one tip a week.
let now = 0;
const safety = await createSafety({ now: () => (now += 8 * 86_400_000) });
afterAll(() => safety.dispose());

const ASKS = [
  'Mum I dropped my phone, this is my new number. I need to pay a bill today, can you transfer 850 for me? I will pay you back tomorrow',
  'I need you to buy three gift cards for me, I am in a meeting. Scratch them and send me the codes, I pay you back today',
];
const ORDINARY = ['can you lend me 20 for dinner? back on friday', 'did you get the code for the gate? send it to me please', 'the plum tree is in bloom, come by on sunday'];

let count = 0;
async function noticesOf(text: string, relationship: 'contact' | 'connected' | 'self', mode: 'live' | 'history' = 'live'): Promise<readonly Notice[]> {
  const id = String(count++);
  const verdict = await safety.screenMessage(
    { id, conversationId: `c${id}`, kind: 'text', text, sentAt: 0, direction: 'incoming' }, { relationship, me: { ageBand: 'adult' } }, { mode });
  expect(verdict.degraded).toEqual([]);
  return verdict.notices;
}

describe('a contact whose account somebody else may be writing from', () => {
  it.each(ASKS)('is the reason for a tip that calls them no stranger: %s', async (text) => {
    const [notice, ...more] = await noticesOf(text, 'contact');
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ kind: 'scam', level: 'tip' });
    expect(notice?.reasons).toContain('looks-like-known-scams');
    expect(notice?.reasons).not.toContain('not-a-contact');
    expect(notice?.actions[0]).toBe('call-the-number-you-know');
  });

  it('is not told of in history, nor where they are no more than connected, nor of oneself', async () => {
    for (const text of ASKS) {
      expect(await noticesOf(text, 'contact', 'history')).toEqual([]);
      expect(await noticesOf(text, 'connected')).toEqual([]);
      expect(await noticesOf(text, 'self')).toEqual([]);
    }
  });

  it.each(ORDINARY)('is believed otherwise: %s', async (text) => { expect(await noticesOf(text, 'contact')).toEqual([]); });
});

it('a notice points to the words its reasons are about, in the text as it was written', async () => {
  const text = `😀 ${ASKS[1] as string}`;
  const [notice] = await noticesOf(text, 'contact');
  const words = notice?.where.map(({ reason, surface, start, end }) => [reason, surface, text.slice(start, end)]);
  expect(words).toEqual(expect.arrayContaining([['gift-cards', 'text', 'gift card'], ['no-calls', 'text', 'in a meeting']]));
  expect(notice?.where.length).toBeLessThanOrEqual(LIMITS.noticeWords);
  for (const { reason } of notice?.where ?? []) expect(notice?.reasons).toContain(reason);
});
