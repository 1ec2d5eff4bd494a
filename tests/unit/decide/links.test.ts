import { describe, expect, it } from 'vitest';
import { findLinks } from '../../../src/decide/find-links.ts';
import type { Entity } from '../../../src/contract/message.ts';
import { LIMITS } from '../../../src/contract/limits.ts';
import { listSurfaces } from '../../../src/contract/surfaces.ts';
import { deliver } from '../../../src/contract/delivery.ts';
import { judgeLinks } from '../../../src/decide/links.ts';
import { from, messageOf } from '../contract/samples.ts';
import { exponent } from '../../fixtures/exponent.ts';

const linksIn = (text: string): readonly string[] => findLinks(text).map(({ start, end }) => text.slice(start, end));

describe('findLinks', () => {
  it.each([
    ['go to https://example.com/a?b=c#d now', ['https://example.com/a?b=c#d']],
    ['HTTPS://EXAMPLE.COM', ['HTTPS://EXAMPLE.COM']],
    ['see www.example.museum.', ['www.example.museum']],
    ['a.example.co.uk, and b.org!', ['a.example.co.uk', 'b.org']],
    ['(https://example.com/a_(b))', ['https://example.com/a_(b))']],
    ['xn--e1afmkfd.xn--p1ai', ['xn--e1afmkfd.xn--p1ai']],
    ['пример.рф', ['пример.рф']],
    ['ดูที่example.comนะ', ['example.com']],
    ['看example.com/路径。', ['example.com/路径']],
    ['write plum@example.com', ['plum@example.com']],
    ['1.2.3.4/x and 1.2.3.4', ['1.2.3.4/x']],
    ['example.zzzzz/x', ['example.zzzzz/x']],
    ['ftp://a and custom+app://open', ['ftp://a', 'custom+app://open']],
    ['t.me/plum', ['t.me/plum']],
    ['example.com:8080/x', ['example.com:8080/x']],
  ])('%s', (text, links) => {
    expect(linksIn(text)).toEqual(links);
  });

  it.each([
    'no links here. Really none', 'wait...what', 'file.txt', '3.14', 'v1.2.3', '://', 'http://', '...', '.com', 'a. b', 'ok.Then we go', 'U.S.A.', '',
  ])('nothing in %j', (text) => {
    expect(linksIn(text)).toEqual([]);
  });

  // The processor's time of this process, which neighbours do not change: linear is 1, and what costs little says little of its growth.
  it.each(['a.', '.', 'a', '://', 'a://', '(', ')', 'www.', 'a.co', 'é.', 'ก.a', '@', 'a:', '[a:', '(0', 'a (dot) ', ' dot ', 'a@b.c!', '//a.b', 'a/b.c', 'a://"', '0x', '+1', '1 ', 'aก', 'a。', '\u200b.', '٠', '1-', 'Ａ', '٠ ', ' . a', '。a', 'é1', '+(', 'a dot b'])('stays linear on a run of %s', (unit) => {
    const costs = [20_000, 80_000].map((times) => {
      const text = unit.repeat(times);
      const before = process.cpuUsage();
      for (const tops of [undefined, true] as const) findLinks(text, 1_000_000, tops);
      return process.cpuUsage(before).user / 1_000;
    });
    expect(exponent([20_000, 80_000], costs.map((ms) => ms + 100))).toBeLessThan(1.5);
  });
});

describe('judgeLinks', () => {
  const entity = (shown: string, href: string): ReturnType<typeof messageOf> => (
    messageOf({ text: `press ${shown} please`, entities: [{ start: 6, end: 6 + shown.length, href }] })
  );
  it.each([
    ['example.com', 'https://example.com/a', 'accepted', false, []],
    ['example.com', 'https://www.EXAMPLE.com./', 'accepted', false, []],
    ['here', 'https://other.example', 'accepted', false, []],
    ['example.com', 'https://other.example', 'contact', false, ['target-differs']],
    ['example.com', 'https://other.example', 'accepted', true, ['target-differs']],
    ['example.com', 'https://example.com@other.example', 'accepted', true, ['target-differs', 'obfuscated']],
    ['example.com', 'https://other.example', 'stranger', true, ['request', 'target-differs']],
    ['here', 'https://other.example', 'stranger', true, ['request']],
  ] as const)('%s → %s from %s', (shown, href, relationship, inert, why) => {
    const message = entity(shown, href);
    expect(judgeLinks(message, deliver(from(relationship), message), listSurfaces(message).surfaces).links).toEqual([
      { surface: 'text', start: 6, end: 6 + shown.length, inert, why },
    ]);
  });

  describe('with marked-up links that say nothing, or too many', () => {
    const text = 'press here or abcdef.co';
    const judge = (entities: readonly Entity[], relationship: 'stranger' | 'contact'): readonly unknown[] => {
      const message = messageOf({ text, entities });
      const { links, cut } = judgeLinks(message, deliver(from(relationship), message), listSurfaces(message).surfaces);
      return [...links.map(({ start, end, inert }) => [start, end, inert]), cut];
    };
    const at = (start: number, end: number): Entity => ({ start, end, href: 'https://b.example' });

    it('clamps a range into the text', () => {
      expect(judge([at(6, 10), at(-1, 3), at(2.5, 4.5), at(14, 99)], 'stranger')).toEqual([[6, 10, true], [0, 3, true], [2, 5, true], [14, 23, true], false]);
    });

    it.each([['empty', at(3, 3)], ['turned round', at(5, 3)], ['past the end', at(23, 30)], ['no number', at(NaN, 3)], ['nothing', null as unknown as Entity]])(
      'makes a stranger’s text one inert range where a range is %s', (_name, bad) => {
        expect(judge([at(6, 10), bad], 'stranger')).toEqual([[0, 23, true], true]);
        expect(judge([at(6, 10), bad], 'contact')).toEqual([[6, 10, false], [14, 23, false], true]);
      });

    it('does so past the limit', () => {
      const all = Array.from({ length: LIMITS.entities + 44 }, (_, n) => at(n % 10, n % 10 + 1));
      expect(judge(all, 'stranger')).toEqual([[0, 23, true], true]);
      expect(judge(all, 'contact')).toHaveLength(LIMITS.entities + 1);
      expect(judge(all.slice(0, LIMITS.entities), 'stranger').slice(0, LIMITS.entities)).toEqual(all.slice(0, LIMITS.entities).map(({ start, end }) => [start, end, true]));
    });

    it('judges a link of which only a part is marked up', () => {
      expect(judge([at(12, 16)], 'stranger')).toEqual([[12, 16, true], [14, 23, true], false]);
    });
  });

  it('names the surface', () => {
    const message = messageOf({ text: '', surfaces: { caption: 'a.co', quoted: 'b.co', pollOptions: ['x', 'c.co'] } });
    const links = judgeLinks(message, deliver(from('stranger'), message), listSurfaces(message).surfaces).links;
    expect(links.map(({ surface, inert }) => [surface, inert])).toEqual([['caption', true], ['quoted', true], ['pollOptions.1', true]]);
  });

  it('makes everything past the limits of a request one inert range, and lists nothing there elsewhere', () => {
    const judge = (text: string, relationship: 'stranger' | 'contact'): ReturnType<typeof judgeLinks> => {
      const message = messageOf({ text });
      return judgeLinks(message, deliver(from(relationship), message), listSurfaces(message).surfaces);
    };
    const long = 'a '.repeat(500_000);
    expect(judge(long, 'stranger')).toEqual({
      cut: true, links: [{ surface: 'text', start: LIMITS.messageUnits, end: long.length, inert: true, why: ['request'] }],
    });
    expect(judge(long, 'contact')).toEqual({ cut: true, links: [] });
    const many = 'a.co '.repeat(1_000);
    const { links } = judge(many, 'stranger');
    expect(links).toHaveLength(LIMITS.links + 1);
    expect(links.at(-1)).toMatchObject({ start: LIMITS.links * 5, end: many.length, inert: true });
  });
});
