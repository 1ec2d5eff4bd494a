import { describe, expect, it } from 'vitest';
import { findLinks } from '../../../src/decide/find-links.ts';
import { linksOf, reasonsOf } from '../../fixtures/links/verdict.ts';

describe('a host with disguised dots, scheme or letters', () => {
  it.each([
    'example[.]com', 'example(.)com', 'example [dot] com', 'example (dot) com', 'example{dot}org', 'example dot com', 'example . com', 'example。com', 'example．com', 'hxxps://example.com', 'hxxp://example[.]com/x',
    'https[:]//example.com', 'exam\u200bple.com', 'exa\u00admple.com', 'https://example.com@other.example/',
  ])('is one inert range in a request, and says so: %j', (text) => {
    expect(linksOf(text, { from: 'stranger' })).toEqual([{ surface: 'text', start: 0, end: text.length, inert: true, why: ['request', 'obfuscated'] }]);
    expect(reasonsOf(text, undefined, false)).toEqual(['obfuscated']);
  });

  it.each(['a . b', 'the red dot in the middle', 'one (dot)', '今天。明天', '你好。it is', 'end. Net gain', 'plum@', '[dot]'])('is not seen in %j', (text) => {
    expect(findLinks(text)).toEqual([]);
  });
});
