import { describe, expect, it } from 'vitest';
import { DELIVERY } from '../../../src/contract/delivery.ts';
import type { HiddenWord, WordAction } from '../../../src/contract/settings.ts';
import type { HowHidden } from '../../../src/contract/verdict.ts';
import { howHidden } from '../../../src/decide/how-hidden.ts';
import { actionsIn, actOn, isActing, WORD_ACTIONS } from '../../../src/decide/word-actions.ts';

describe('actOn', () => {
  const contact = { delivery: 'chats', notify: 'normal', coversMedia: false };
  const stranger = { delivery: 'requests', notify: 'silent', coversMedia: false };
  it.each<[readonly WordAction[], object, object]>([
    [[], contact, stranger],
    [['count'], contact, stranger],
    [['cover'], { ...contact, notify: 'silent', coversMedia: true }, { ...stranger, coversMedia: true }],
    [['hide'], { delivery: 'hidden', notify: 'none', coversMedia: true }, { delivery: 'hidden', notify: 'none', coversMedia: true }],
    [['count', 'cover'], { ...contact, notify: 'silent', coversMedia: true }, { ...stranger, coversMedia: true }],
    [['count', 'hide', 'cover'], { delivery: 'hidden', notify: 'none', coversMedia: true }, { delivery: 'hidden', notify: 'none', coversMedia: true }],
  ])('%j', (actions, toContact, toStranger) => {
    expect(actOn(actions, DELIVERY.contact)).toEqual(toContact);
    expect(actOn(actions, DELIVERY.stranger)).toEqual(toStranger);
    expect(actOn(actions, DELIVERY.blocked)).toEqual({ delivery: 'denied', notify: 'none', coversMedia: false });
  });

  it('never makes a message louder', () => {
    for (const { action } of WORD_ACTIONS) {
      expect(actOn([action], { ...DELIVERY.contact, notify: 'none' }).notify).toBe('none');
      expect(actOn([action], { ...DELIVERY.contact, notify: 'silent' }).notify).not.toBe('normal');
    }
  });
});

describe('isActing', () => {
  const word = (more: Partial<HiddenWord>): HiddenWord => ({ text: 'plum', ...more });
  it('compares the place', () => {
    const chats = { delivery: 'chats', now: 0 } as const;
    const requests = { delivery: 'requests', now: 0 } as const;
    for (const scope of [chats, requests]) expect([isActing(word({}), scope), isActing(word({ where: 'all' }), scope)]).toEqual([true, true]);
    expect([chats, requests].map((scope) => isActing(word({ where: 'chats' }), scope))).toEqual([true, false]);
    expect([chats, requests].map((scope) => isActing(word({ where: 'requests' }), scope))).toEqual([false, true]);
    expect(isActing(word({ where: 'requests' }), { delivery: undefined, now: 0 })).toBe(true);
  });

  it('ends at its end and not before', () => {
    expect([998, 999, 1000, 1001].map((now) => isActing(word({ until: 1000 }), { delivery: 'chats', now }))).toEqual([true, true, false, false]);
  });
});

describe('actionsIn', () => {
  it('takes a default list for one that hides', () => {
    const words = [{ text: 'a', action: 'count' as const }, { text: 'b' }];
    expect(actionsIn({ enabled: true, words, lists: [], allow: [] }, { delivery: undefined, now: 0 })).toEqual(['count', 'hide']);
    expect(actionsIn({ enabled: true, words: [], lists: ['xx'], allow: [] }, { delivery: undefined, now: 0 })).toEqual(['hide']);
    const elsewhere = [{ text: 'fig', where: 'requests' as const }, { text: 'lime', until: 5 }];
    expect(actionsIn({ enabled: true, words: elsewhere, lists: [], allow: [] }, { delivery: 'chats', now: 9 })).toEqual([]);
  });
});

describe('howHidden', () => {
  it('names each bit once', () => {
    const all = [...Array(10).keys()].map((bit) => howHidden(1 << bit));
    expect(all.every((names) => names.length === 1)).toBe(true);
    expect(new Set(all.flat()).size).toBe(10);
    expect(howHidden(0)).toEqual([]);
    expect(howHidden(1 | 32)).toEqual<HowHidden[]>(['look-alike', 'masked']);
  });
});
