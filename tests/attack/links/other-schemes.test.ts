import { describe, expect, it } from 'vitest';
import { linksOf } from '../../fixtures/links/verdict.ts';

describe('a scheme without slashes', () => {
  it.each(['smsto:+15550123456', 'facetime:+15550123456', 'facetime-audio:plum@example.com', 'skype:plum.pear?call', 'bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT', 'tel:112'])('is inert in a request, with the table or without: %s', (text) => {
    for (const table of [false, true]) {
      expect(linksOf(`look ${text} now`, { from: 'stranger', table })).toEqual([expect.objectContaining({ start: 5, end: 5 + text.length, inert: true })]);
    }
  });
});
