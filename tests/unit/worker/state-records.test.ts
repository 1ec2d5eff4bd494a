import { describe, expect, it } from 'vitest';
import type { StateRecord } from '../../../src/contract/engine.ts';
import { writeRecord } from '../../../src/contract/record-bytes.ts';
import { asks } from '../../fixtures/asks.ts';
import { before, bench, DAY, HOUR, item, NEWS, saying, T0 } from './state-bench.ts';

describe('replay and forget', () => {
  it('forgets a message: the records are as if it had never come', () => {
    const [a, b] = [bench(), bench()];
    for (const one of [a, b]) one.see({ id: 'keep' }, asks('tip'));
    a.see({ id: 'gone' }, saying(4));
    a.forget({ message: { conversationId: 'c1', id: 'gone' } });
    expect(a.store).toEqual(b.store);
    a.forget({ message: { conversationId: 'c1', id: 'keep' } });
    expect([a.store.size, a.state.size()]).toEqual([0, 0]);
    expect(a.state.forget({ message: { conversationId: 'c1', id: 'keep' } })).toEqual([]);
  });

  it('forgets a conversation and everything, and what was remembered of the person with the last of it', () => {
    const made = bench();
    made.see({ conversationId: 'c1' }, asks('tip'));
    made.see({ conversationId: 'c2' }, NEWS);
    made.forget({ conversation: 'c1' });
    expect([...made.store.keys()].sort()).toEqual(['conversation/c2', 'person/current']);
    expect(made.see({ conversationId: 'c3' }, asks('tip'))).toMatchObject({ level: 'tip' });
    expect(made.state.forget({ everything: true }).map(({ table, key, bytes }) => [table, key, bytes])).toEqual([['conversation', 'c2', null], ['conversation', 'c3', null], ['person', 'current', null]]);
    expect(made.state.size()).toBe(0);
  });

  it('goes on without a record it cannot read, and says so until it is written anew', () => {
    const { state } = bench();
    const told = [{ check: 'state', code: 'record-refused' }];
    state.replay([{ table: 'conversation', key: 'c1', bytes: new Uint8Array([9, 9, 9]) }]);
    expect(state.consider(item({ id: 'a' }), asks('none'))).toEqual({ writes: [], degraded: told });
    expect(state.consider(item({ id: 'a', mode: 'history' }), asks('none')).degraded).toEqual(told);
    expect(state.consider(item({ id: 'b' }), asks('tip')).degraded).toEqual([]);
    expect(state.consider(item({ id: 'c' }), asks('none')).degraded).toEqual([]);
    state.replay([{ table: 'person', key: 'current', bytes: new Uint8Array([9]) }]);
    expect(state.consider(item({ id: 'c' }), asks('none')).degraded).toEqual(told);
    expect(state.consider(item({ id: 'd', conversationId: 'c2' }), asks('strong'))).toMatchObject({ notice: { level: 'strong' }, degraded: [] });
  });

  it('drops from memory what is replayed as absent', () => {
    const made = bench();
    made.see({ id: 'a' }, asks('tip'));
    made.state.replay([{ table: 'conversation', key: 'c1', bytes: null }, { table: 'person', key: 'current', bytes: null }, { table: 'settings', key: 'current', bytes: null }]);
    expect(made.see({ id: 'b' }, asks('tip'))).toMatchObject({ level: 'tip' });
  });
});

describe('a record of another version', () => {
  const stored = (...fields: readonly unknown[]): StateRecord => ({ table: 'conversation', key: 'c1', bytes: writeRecord(fields) });

  it.each([3, 4, 5, 7])('of form %i is forgotten, as any that cannot be read: said so until it is written anew', (form) => {
    const made = bench();
    made.state.replay([stored(form, 'none', 0, [7, 9], T0 - DAY, ['a', 0, 'tip', T0 - HOUR, [1]])]);
    expect(made.state.consider(item({ id: 'a' }), asks('none'))).toEqual({ writes: [], degraded: [{ check: 'state', code: 'record-refused' }] });
    expect(before(made.state, { id: 'next' })).toEqual([]);
    made.see({ id: 'b' }, saying(4));
    expect(made.state.consider(item({ id: 'c' }), asks('none')).degraded).toEqual([]);
    expect(before(made.state, { id: 'next' })).toEqual([4]);
  });
});
