import { describe, expect, it } from 'vitest';
import { readAs } from './read-as.ts';

describe('symbols for letters', () => {
  it('are read as letters inside words', () => {
    expect(readAs('p@ym€nt c@$h acc0unt br!d@l tr@n$fer @ccount$ p@yment!')).toBe('payment cash account bridal transfer @ccount$ payment!');
  });

  it('stay prices, addresses, mentions and ends of sentences', () => {
    expect(readAs('pay $500 or 40€ to ann@post.example, thanks!see you @ann us$ 7+7')).toBe('pay $000 or 00€ to ann@post.example, thanks!see you @ann us$ 0+0');
  });
});
