import { describe, expect, it } from 'vitest';
import { reasonsOf } from '../../fixtures/links/verdict.ts';

describe('numbers in place of a name', () => {
  it.each([
    'http://192.0.2.1/x', '192.0.2.1/x', '192.0.2.123', 'http://[2001:db8::1]/', '[2001:db8::1]/x', 'http://3221225985/', '3221225985/login', 'http://0xC0000201/', '0xC0000201/x', 'http://0xC0.0x0.0x2.0x1/', 'http://0300.0.2.1/',
  ])('are told: %s', (text) => {
    expect(reasonsOf(text)).toEqual(['ip-address']);
  });

  it.each(['http://example.com/192.0.2.1', 'https://1.example.com', 'https://2600.example'])('are not seen in %s', (text) => {
    expect(reasonsOf(text)).toEqual([]);
  });
});
