import { describe, expect, it } from 'vitest';
import { SAME_LOOK_BITS } from '../../../src/contract/looks.ts';
import type { Safety } from '../../../src/contract/safety.ts';
import type { LookReader } from '../../../src/host/port.ts';
import { OFF, openBlocked, picture, reasonsOf, stubLook, told } from './open-blocked.ts';

const LIKE = ['name-like-contact', 'other-account', 'not-a-contact'];

describe('the person’s contacts', () => {
  it('are compared from the first call on, in memory alone', async () => {
    for (const [name, reasons] of [
      ['Оksаnа_Weiss', ['name-like-contact', 'other-account', 'mixed-letters']], ['0ksana Wiess', ['name-near-contact', 'other-account', 'not-a-contact']], ['Somebody Else', []],
    ] as const) {
      const opened = await openBlocked({ settings: OFF });
      expect([await told(opened, 'Somebody Else', 'before'), opened.loaded]).toEqual([[], []]);
      await opened.safety.contacts.set([{ peerId: 'c1', name: 'Oksana Weiss' }, { peerId: 'c2' }]);
      expect([name, await told(opened, name)]).toEqual([name, reasons]);
      const { store } = opened;
      const bytes = await Promise.all((await store.keys()).map(async (key) => Buffer.from(await store.get(key) ?? []).toString('latin1')));
      expect([await store.keys(), bytes].flat(2).join(' ')).not.toMatch(/Oksana|c1/u);
    }
  });

  it('are replaced as a whole, and dropped with everything', async () => {
    const opened = await openBlocked({ settings: OFF });
    const { safety } = opened;
    await safety.contacts.set([{ peerId: 'c1', name: 'Oksana Weiss' }]);
    await safety.contacts.set([{ peerId: 'c2', name: 'Mirko Bernardelli' }]);
    expect([await told(opened, 'Oksana Weiss', 'a'), await told(opened, 'Mirko Bernardelli', 'b')]).toEqual([[], LIKE]);
    await safety.forget({ everything: true });
    expect(await told(opened, 'Mirko Bernardelli', 'c')).toEqual([]);
    await safety.contacts.set([{ peerId: 'c2', name: 'Mirko Bernardelli' }]);
    expect(await told(opened, 'Mirko Bernardelli', 'd')).toEqual(LIKE);
  });

  it('are not looked at where the person switched that or notices off, nor spoken of while one observes', async () => {
    const opened = await openBlocked({ settings: OFF });
    const { safety, events } = opened;
    await safety.contacts.set([{ peerId: 'c1', name: 'Oksana Weiss', picture: picture(9) }]);
    const both = async (id: string): Promise<readonly string[]> => [...await told(opened, 'Oksana Weiss', id), ...reasonsOf(await safety.contacts.check({ peerId: 'q', picture: picture(9) }))];
    for (const part of [{ impersonation: { enabled: false } }, { notices: 'off' }] as const) {
      await safety.applySettings({ ...OFF, ...part });
      expect([part, await both(JSON.stringify(part))]).toEqual([part, []]);
    }
    await safety.applySettings({ ...OFF, notices: 'observe' });
    expect(await both('observed')).toEqual([]);
    expect(events.filter(({ kind }) => kind === 'observed')).toEqual([{ kind: 'observed', notices: 1 }, { kind: 'observed', notices: 1 }]);
  });

  it('stay as they were where the engine could not take new ones', async () => {
    let offline = true;
    const opened = await openBlocked({ settings: OFF, fails: () => offline });
    await expect(opened.safety.contacts.set([{ peerId: 'c1', name: 'Oksana Weiss' }])).rejects.toThrow('offline');
    offline = false;
    expect(await told(opened, 'Oksana Weiss', 'a')).toEqual([]);
    await opened.safety.contacts.set([{ peerId: 'c1', name: 'Oksana Weiss' }]);
    expect(await told(opened, 'Oksana Weiss', 'b')).toEqual(LIKE);
  });

  it('once acknowledged, nobody is told again', async () => {
    const opened = await openBlocked({ settings: OFF });
    await opened.safety.contacts.set([{ peerId: 'c1', name: 'Oksana Weiss' }]);
    expect(await told(opened, 'Oksana Weiss', 'a')).toEqual(LIKE);
    await opened.safety.answerNotice({ conversationId: 'a', noticeId: 'x', answer: 'trusted' });
    await opened.safety.contacts.set([{ peerId: 'c1', name: 'Oksana Weiss' }]);
    expect(await told(opened, 'Oksana Weiss', 'a')).toEqual([]);
  });

  it('have plain names and ids, at most 10,000', async () => {
    const { safety } = await openBlocked({ settings: OFF });
    const set = (people: unknown): Promise<unknown> => safety.contacts.set(people as never).then(() => undefined, (error: unknown) => (error as Error).name);
    expect([await set('Anna'), await set([{ name: 'x' }]), await set([{ peerId: 'a', name: 7 }]), await set([{ peerId: 'a', picture: 'x' }])]).toEqual(Array(4).fill('TypeError'));
    expect([await set([{ peerId: '' }]), await set(Array.from({ length: 10_001 }, (_, n) => ({ peerId: `p${n}` })))]).toEqual(['RangeError', 'RangeError']);
  });
});

describe('contacts.check', () => {
  const check = async (safety: Safety, peerId: string, level: number): Promise<readonly string[]> => reasonsOf(await safety.contacts.check({ peerId, picture: picture(level) }));

  it('sees a picture like a contact’s, the contact’s own account aside', async () => {
    const { safety } = await openBlocked({ settings: OFF });
    expect(await check(safety, 'q', 100)).toEqual([]);
    await safety.contacts.set([{ peerId: 'c1', picture: picture(0) }, { peerId: 'c2', picture: picture(100) }, { peerId: 'c3', picture: picture(255) }]);
    expect(await check(safety, 'q', 100)).toEqual(['picture-like-contact', 'other-account', 'not-a-contact']);
    expect(await check(safety, 'q', 100 + SAME_LOOK_BITS)).toHaveLength(3);
    for (const [peerId, level] of [['q', 101 + SAME_LOOK_BITS], ['q', 0], ['q', 255], ['c2', 100]] as const) expect([peerId, level, await check(safety, peerId, level)]).toEqual([peerId, level, []]);
    expect(await safety.contacts.check({ peerId: 'q' })).toEqual([]);
    await safety.forget({ everything: true });
    expect(await check(safety, 'q', 100)).toEqual([]);
  });

  it('reads each picture once', async () => {
    let read = 0;
    const look: LookReader = (blob, key) => { read++; return stubLook(blob, key); };
    const { safety } = await openBlocked({ settings: OFF, look });
    const people = [{ peerId: 'c1', picture: picture(10) }, { peerId: 'c2', picture: picture(200) }];
    await safety.contacts.set(people);
    expect(read).toBe(0);
    await check(safety, 'q', 120);
    await safety.contacts.set([...people, { peerId: 'c3', name: 'Oksana Weiss' }]);
    await check(safety, 'r', 130);
    expect(read).toBe(4);
  });
});
