import { describe, expect, it } from 'vitest';
import { forwardLimit, nextHops } from '../../../src/contract/forwarding.ts';
import type { Context, Message } from '../../../src/contract/message.ts';
import { message, openSafety } from '../../unit/host/open-safety.ts';

/** The counter is written on other people's devices: it may be missing, lowered, or no number at all. */
const FRIEND: Context = { relationship: 'contact', me: { ageBand: 'adult' } };
const own = (): Message => message('Everybody must read this.', { direction: 'outgoing', forwardHops: 1 });

describe('a forged hop counter', () => {
  it.each([undefined, null, NaN, -1, -Infinity, '5', '', [], {}, true, 5n, 0.5, Symbol.iterator])('%o counts as nothing, and is written anew as 1', (hops) => {
    expect([nextHops(hops), forwardLimit(hops)]).toEqual([1, 5]);
  });

  it.each([5, 5.5, 6, 1e9, Number.MAX_SAFE_INTEGER, Number.MAX_VALUE, Infinity])('%o is the fifth, and no more', (hops) => {
    expect([nextHops(hops), forwardLimit(hops)]).toEqual([5, 1]);
  });

  it('rejects no review', async () => {
    const { safety } = await openSafety();
    for (const hops of [undefined, NaN, -4, '7', {}]) {
      expect(await safety.reviewOutgoing(own(), FRIEND, { forwarded: { hops: hops as never } })).toMatchObject({ forward: { because: [], mostChats: 5 }, degraded: [] });
    }
    expect((await safety.reviewOutgoing(own(), FRIEND, { forwarded: { hops: 1e300 } })).forward).toMatchObject({ card: 'check-first', because: ['often'], mostChats: 1 });
  });

  it('lowered to nothing, hides nothing of what was seen on this device', async () => {
    const { safety } = await openSafety();
    const { forward } = await safety.reviewOutgoing(own(), FRIEND, { forwarded: { hops: 0, notices: [{ kind: 'chain' }] } });
    expect(forward).toMatchObject({ card: 'check-first', because: ['chain'] });
  });
});
