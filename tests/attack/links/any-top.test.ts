import { describe, expect, it } from 'vitest';
import { deliver } from '../../../src/contract/delivery.ts';
import { listSurfaces } from '../../../src/contract/surfaces.ts';
import { judgeLinks } from '../../../src/decide/links.ts';
import { HOSTS, linksOf } from '../../fixtures/links/verdict.ts';

describe('a name under any top level domain', () => {
  it.each(['example.academy', 'example.com.secure.review', 'Example.Academy', 'сайт.онлайн', 'example.москва', 'مثال.مصر', '例子.网站', 'example.com.Thanks'])('is inert in a request, with the table or without: %s', (text) => {
    for (const table of [false, true]) {
      expect(linksOf(`look ${text} now`, { from: 'stranger', table })).toEqual([expect.objectContaining({ start: 5, end: 5 + text.length, inert: true })]);
    }
  });

  it.each(['example.academy', 'сайт.онлайн', 'login.example.security'])('is listed from people one knows once the table is in: %s', (text) => {
    expect(linksOf(text)).toHaveLength(1);
    expect(linksOf(text, { table: false })).toEqual([]);
  });

  it('is no name of a file, nor a sentence without a space from people one knows', () => {
    expect(linksOf('Yes.How are you')).toEqual([]);
    const message = { id: 'm1', conversationId: 'c1', kind: 'file' as const, sentAt: 0, direction: 'incoming' as const, surfaces: { fileName: 'plum.jpeg', caption: 'plum.jpeg' } };
    const links = judgeLinks(message, deliver({ relationship: 'stranger' }, message), listSurfaces(message).surfaces, HOSTS).links;
    expect(links.map(({ surface }) => surface)).toEqual(['caption']);
  });
});
