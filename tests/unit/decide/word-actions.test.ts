import { describe, expect, it } from 'vitest';
import { DELIVERY } from '../../../src/contract/delivery-table.ts';
import type { HiddenWord, WordAction } from '../../../src/contract/settings.ts';
import type { Hit, HowHidden } from '../../../src/contract/verdict.ts';
import { howHidden } from '../../../src/decide/how-hidden.ts';
import { actOn, hitsToList, isActing, mayHide, WORD_ACTIONS } from '../../../src/decide/word-actions.ts';

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

describe('mayHide', () => {
  it('takes a default list for one that hides, and what covers too', () => {
    const scope = { delivery: 'chats' as const, now: 9 };
    const may = (words: readonly HiddenWord[], ...lists: readonly string[]): boolean => mayHide({ enabled: true, words, lists, allow: [] }, scope);
    expect([may([]), may([{ text: 'a', action: 'count' }]), may([{ text: 'fig', where: 'requests' }, { text: 'lime', until: 5 }])]).toEqual([false, false, false]);
    expect([may([], 'xx'), may([{ text: 'a', action: 'count' }, { text: 'b' }]), may([{ text: 'b', action: 'cover' }])]).toEqual([true, true, true]);
  });
});

describe('hitsToList', () => {
  it('keeps all there is room for as they are, and else the strongest', () => {
    const hits = (count: number, ...last: readonly WordAction[]): readonly Hit[] => [...Array<WordAction>(count).fill('count'), ...last]
      .map((action, start) => ({ surface: 'text', start, end: start + 1, entry: 0, list: 'mine', action }));
    expect(hitsToList(hits(62, 'cover', 'hide'))).toEqual(hits(62, 'cover', 'hide'));
    expect(hitsToList(hits(63, 'cover', 'hide')).map(({ start }) => start)).toEqual([64, 63, ...Array(62).keys()]);
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
