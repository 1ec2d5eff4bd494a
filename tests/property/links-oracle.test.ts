import fc from 'fast-check';
import { LinkifyIt } from 'linkify-it';
import { describe, expect, it } from 'vitest';
import { findLinks } from '../../src/decide/find-links.ts';
import { steadyRuns } from './runs.ts';

const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true });

/** What closes a sentence or a bracket at the end of a link: whether it belongs to it is taste, and not pressed by itself. */
const CLOSING = /[\p{P}$+=^`|~<>]+$/u;
/** Words of scripts without spaces that run into a name: for linkify-it they are the name's, for us they are words. */
const GLUED = /^[^/?#:]*[^\0-\u0dff](?=[^\u0e00-\uffff])|(?<=[\w/])[^\0-\u0dff]+$/gu;

const piece = fc.oneof(
  fc.constantFrom(
    'http://', 'https://', 'ftp://', '//', 'mailto:', '//localhost', 'HTTP://', 'a', 'b', 'example', 'xn--e1afmkfd', 'Plum', '1', '10', '255', '8080', '127.0.0.1', '[::1]',
    'com', 'org', 'рф', 'io', 'de', 'museum', 'shop', 'xxx', 'xn--p1ai', 'txt', 'é', 'пример', 'नाम', '例', 'ไทย', '😀', '\u200b', '\u00ad',
  ),
  fc.constantFrom('.', '.', '.', '.', '.', ':', '/', '@', '-', '_', '?', '#', '=', '&', '%', '+', '~', '$', '!', '*', ',', ';', "'", '"', '(', ')', '[', ']', '{', '}', '|', '^', '`', '\\'),
  fc.constantFrom(' ', ' ', '\n', '\u00a0', '\u3000', '<', '>', '«', '»', '“', '”', '،', '。', '—', '…', '·'),
);
const text = fc.array(piece, { maxLength: 24 }).map((parts) => parts.join(''));

describe('what linkify-it finds', () => {
  it('is found in requests: the same text, or more', () => {
    fc.assert(fc.property(text, (given) => {
      const dead = new Set(findLinks(given, 1_000, true).flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n)));
      for (const { index, lastIndex, raw } of linkify.match(given) ?? []) {
        // A name that runs into a scheme ("a.b.http://c"): for us the link begins with the scheme.
        if (/^[^\s/]*:\/\//u.test(given.slice(lastIndex)) || /mailto$/iu.test(raw)) continue;
        // "//localhost" and "//[::1]" lead nowhere but to this very device; without slashes, no path holds angle brackets.
        if (/^\/\/(?:localhost|\[)|[<>]/iu.test(raw)) continue;
        // Names of nothing but operators.
        if (/^[^@\p{L}\d]+@|(?:^|[/.@])[$+=^`|~-]+(?:\.|$)|\.[$+=^`|~-]+$/u.test(raw) || /[./][$+=^`|~-]+$/u.test(given.slice(0, index))) continue;
        // No top level domain says where such a name begins.
        if (/^\/\/[^/]*[^\0-\u0dff]|[^\0-\u0dff][$+=^`|~-]+\./u.test(raw)) continue;
        const core = raw
          // Of a mail address with quotation marks or operators in the name, the part behind them.
          .replace(/^(?:\/\/|[^@/]*[!#%&'*/?{}.$+=^`|~-](?=[^@]*@))/u, '').replace(CLOSING, '').replace(GLUED, '').replace(/^[$+=^`|~-]+/u, '');
        const from = index + raw.indexOf(core);
        for (let at = from; at < from + core.length; at++) expect(dead.has(at), `${JSON.stringify(raw)}: ${JSON.stringify(given.slice(at))}`).toBe(true);
      }
    }), steadyRuns(4_000));
  });

  it('and what we find lies in the text, in order, apart from one another, and not only white space', () => {
    fc.assert(fc.property(text, (given) => {
      for (const careful of [undefined, true] as const) {
        let before = 0;
        for (const { start, end } of findLinks(given, 1_000, careful)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(given.length);
          expect(given.slice(start, end).trim()).toBe(given.slice(start, end));
          before = end;
        }
      }
    }), steadyRuns(4_000));
  });
});
