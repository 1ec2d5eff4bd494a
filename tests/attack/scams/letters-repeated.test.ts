import { describe, expect, it } from 'vitest';
import { readAs } from './read-as.ts';

describe('letters repeated', () => {
  it('are read once, or twice where the word may have two', () => {
    expect(readAs('paaayment for the parcelll, caaaaash, allll of it')).toBe('payment for the parcel, caash, all of it');
  });

  it('stay in addresses, and signs and digits stay as many as they are', () => {
    expect(readAs('wait... 5000 at www.shoppp.example')).toBe('wait... 0000 at www.shoppp.example');
  });
});
