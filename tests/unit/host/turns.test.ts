import { describe, expect, it } from 'vitest';
import type { SafetyErrorCode } from '../../../src/contract/errors.ts';
import { failsafeVerdict } from '../../../src/contract/failsafe.ts';
import type { Verdict } from '../../../src/contract/verdict.ts';
import { createTurns, SLICE, type Turns, type Waiting } from '../../../src/host/turns.ts';
import { message, STRANGER } from './open-safety.ts';

const waiting = (text: string): Waiting => ({ message: message(text), context: STRANGER, mode: 'live', peer: 'c1' });
const judge = (item: Waiting, code: SafetyErrorCode): Verdict => failsafeVerdict(item.message, item.context, [{ check: 'scam', code }]);

/** Screening that breaks off at `BREAK`, by a throw or a rejection. */
function open(how: 'throws' | 'rejects'): Turns {
  return createTurns({
    failsafe: judge,
    screen: (items) => {
      if (!items.some((item) => item.message.text === 'BREAK')) return Promise.resolve(items.map((item) => failsafeVerdict(item.message, item.context, [])));
      if (how === 'throws') throw new Error('broke');
      return Promise.reject(new Error('broke'));
    },
  });
}

describe('the queue before the engine', () => {
  it.each(['throws', 'rejects'] as const)('settles what is in flight where screening %s, and goes on', async (how) => {
    const turns = open(how);
    expect((await turns.live(waiting('BREAK'), undefined)).degraded).toEqual([{ check: 'scam', code: 'worker-failed' }]);
    expect((await turns.live(waiting('fine'), undefined)).degraded).toEqual([]);
    const items = Array.from({ length: SLICE + 2 }, (_, n) => waiting(n === SLICE ? 'BREAK' : 'fine'));
    const batch = await turns.batch(items, undefined, undefined);
    expect(batch.map((verdict) => verdict.degraded.length)).toEqual(items.map((_, n) => (n < SLICE ? 0 : 1)));
    expect((await turns.batch([waiting('fine')], undefined, undefined))).toHaveLength(1);
  });

  it('hands on what management throws or rejects with, and goes on', async () => {
    const turns = open('throws');
    const oops = new Error('mine');
    await expect(turns.manage(() => { throw oops; })).rejects.toBe(oops);
    await expect(turns.manage(() => Promise.reject(oops))).rejects.toBe(oops);
    expect(await turns.manage(() => Promise.resolve(7))).toBe(7);
  });

  it('in a pause of management lets the messages through that came before the next one', async () => {
    const turns = open('throws');
    const order: string[] = [];
    const note = (name: string) => (): void => { order.push(name); };
    const long = turns.manage(async () => {
      for (let part = 0; part < 3; part++) {
        note(`part ${part}`)();
        await turns.pause();
      }
    }).then(note('managed'));
    const batch = turns.batch([waiting('fine')], undefined, undefined).then(note('batch'));
    const before = turns.live(waiting('BREAK'), undefined).then(note('before'));
    const next = turns.manage(() => Promise.resolve()).then(note('next'));
    const behind = turns.live(waiting('fine'), undefined).then(note('behind'));
    await Promise.all([long, batch, before, next, behind]);
    expect(order).toEqual(['part 0', 'before', 'part 1', 'part 2', 'managed', 'next', 'behind', 'batch']);
  });

  it('settles management and the message in its pause where it is closed', async () => {
    const turns = createTurns({ failsafe: judge, screen: () => new Promise(() => undefined) });
    const long = turns.manage(() => turns.pause());
    const message = turns.live(waiting('fine'), undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    turns.close();
    await expect(long).rejects.toMatchObject({ code: 'disposed' });
    expect((await message).degraded).toEqual([{ check: 'scam', code: 'disposed' }]);
  });

  it('does what is to be done when nothing else waits, until it is done or fails', async () => {
    const turns = open('throws');
    const order: string[] = [];
    let left = 3;
    const done = new Promise<void>((resolve) => {
      turns.spare(async () => {
        order.push(`spare ${left}`);
        if (left === 3) void turns.live(waiting('fine'), undefined).then(() => { order.push('message'); });
        if (left === 2) void turns.batch([waiting('fine')], undefined, undefined).then(() => { order.push('batch'); });
        if (--left > 0) return true;
        resolve();
        throw new Error('broke');
      });
    });
    await turns.manage(() => Promise.resolve(order.push('managed')));
    await done;
    expect(await turns.manage(() => Promise.resolve(7))).toBe(7);
    expect(order).toEqual(['managed', 'spare 3', 'message', 'spare 2', 'batch', 'spare 1']);
  });
});
