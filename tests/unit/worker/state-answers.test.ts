import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../src/contract/verdict.ts';
import type { Judge } from '../../../src/worker/state.ts';
import { alike, asks, offer } from '../../fixtures/asks.ts';
import { bench, DAY, NEWS, T0 } from './state-bench.ts';

describe('answers', () => {
  it.each([['dismissed', 7], ['keep-chatting', 30]] as const)('%s: %i days of silence there, for the answered message for good', (answer, days) => {
    const made = bench();
    made.see({}, asks('tip'));
    made.answer(answer);
    made.restart();
    expect([made.see({}, asks('tip')), made.see({ id: 'b', now: T0 + days * DAY - 1 }, NEWS)]).toEqual([undefined, undefined]);
    expect(made.see({ now: T0 + days * DAY }, asks('tip'))).toBeUndefined();
    expect(made.see({ id: 'c', now: T0 + days * DAY }, NEWS)).toMatchObject({ level: 'strong' });
  });

  it('not-helpful: ninety days without that reason, anywhere; another reason is told of', () => {
    const made = bench();
    made.see({}, asks('tip', ['words'], 'urgency'));
    made.answer('not-helpful');
    made.restart();
    const of = (id: string, days: number, reason: 'urgency' | 'has-link'): Notice | undefined => made.see({ id, conversationId: id, now: T0 + days * DAY }, asks('tip', ['words'], reason));
    expect([made.see({}, asks('tip', ['words'], 'urgency')), of('x', 89, 'urgency')]).toEqual([undefined, undefined]);
    expect([of('y', 89, 'has-link'), of('z', 97, 'urgency')]).toMatchObject([{ level: 'tip' }, { level: 'tip' }]);
  });

  it('not-helpful silences also what was shown elsewhere, and of a notice nobody knows it counts as dismissed', () => {
    const made = bench();
    made.see({}, NEWS);
    made.see({ id: 'b', conversationId: 'c2' }, NEWS);
    made.answer('not-helpful');
    expect(made.see({ id: 'b', conversationId: 'c2' }, NEWS)).toBeUndefined();
    made.answer('not-helpful', 'nobody', T0, 'c3');
    expect(made.see({ id: 'd', conversationId: 'c3', now: T0 + 7 * DAY - 1 }, asks('strong'))).toBeUndefined();
    expect(made.see({ id: 'e', conversationId: 'c3', now: T0 + 7 * DAY }, asks('strong'))).toMatchObject({ level: 'strong' });
  });

  it('trusted: never there, whatever is answered after it; forgetting the conversation ends it', () => {
    const made = bench();
    made.answer('trusted');
    made.answer('dismissed');
    expect(made.see({ id: 'b', now: T0 + 900 * DAY }, NEWS)).toBeUndefined();
    made.forget({ conversation: 'c1' });
    expect(made.see({ id: 'c', now: T0 + 900 * DAY }, NEWS)).toMatchObject({ level: 'strong' });
  });

  it('blocked: none there, but of a name like a blocked one', () => {
    const made = bench();
    made.see({}, asks('tip'));
    made.answer('blocked');
    const judge: Judge = { cues: [], offers: () => [...offer('strong', ['ask']), ...alike()] };
    expect(made.see({ id: 'b', now: T0 + 8 * DAY }, judge)).toMatchObject({ kind: 'impersonation' });
    expect(made.see({ id: 'c', now: T0 + 80 * DAY }, NEWS)).toBeUndefined();
  });

  it.each(['dismissed', 'keep-chatting', 'not-helpful', 'trusted', 'blocked'] as const)('%s leaves nothing in the store but counters and times: neither which notice it was, nor what was answered', (answer) => {
    const made = bench();
    made.see({ id: 'secret-id' }, asks('strong', ['words', 'ask'], 'asks-for-code'));
    const text = (): string => [...made.store.values()].map(({ bytes }) => new TextDecoder().decode(bytes ?? undefined)).join('\n');
    expect(text()).toMatch(/"scam","strong","interstitial".*"asks-for-code"/u);
    made.answer(answer, 'secret-id');
    expect([...made.store.keys()]).toEqual(['conversation/c1', 'person/current']);
    const [conversation = '', person = ''] = text().split('\n').map((line) => line.replace(/^\d+ /u, ''));
    const until = answer === 'trusted' ? null : answer === 'dismissed' ? T0 + 7 * DAY : answer === 'keep-chatting' ? T0 + 30 * DAY : 0;
    // Of the message that it stood, of the conversation how many there were, of which kinds of evidence, and until when to be silent.
    expect(JSON.parse(conversation)).toEqual([6, [1, T0, 0, until, answer === 'blocked' ? 1 : 0, 'words', 'ask'], '', 0, [], ['secret-id', 0, T0, 2, '', 0]]);
    const silences = answer === 'not-helpful' ? [['scam asks-for-code', T0 + 90 * DAY]] : [];
    expect(JSON.parse(person)).toEqual([1, [T0, 1, [T0], [], [T0], silences], [0, 0, [], [], [], []]]);
  });
});

describe('a name like a blocked one', () => {
  const NAMED: Judge = { cues: [], offers: alike };

  it('is told of once a conversation, with the same message however often it comes again', () => {
    const made = bench();
    made.see({ id: 'a' }, NAMED);
    for (const now of [T0, T0 + 8 * DAY, T0 + 300 * DAY]) {
      made.restart();
      expect([made.see({ id: 'a', now }, NAMED)?.kind, made.see({ id: `b${now}`, now }, NAMED), made.see({ id: 'c', now, revision: 2 }, NAMED)]).toEqual(['impersonation', undefined, undefined]);
    }
    expect(made.see({ id: 'b', conversationId: 'c2', now: T0 + 300 * DAY }, NAMED)?.kind).toBe('impersonation');
  });

  it('stands behind a strong notice and before a tip, one at a time', () => {
    const both = (level: 'tip' | 'strong'): Judge => ({ cues: [], offers: () => [...offer(level), ...alike()] });
    expect(bench().see({}, both('tip'))?.kind).toBe('impersonation');
    expect(bench().see({}, both('strong'))?.kind).toBe('scam');
  });
});
