import { expect, it } from 'vitest';
import { fromBase64url, sameBytes, toBase64url, utf8 } from '../../../src/report/bytes.ts';
import { canonicalBytes, canonicalJson, parseCanonical } from '../../../src/report/canonical.ts';

it('writes RFC 8785’s own example of sorting, by UTF-16 units', () => {
  const names = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', '1': 'One', '\ud83d\ude00': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis' };
  const order = ['Carriage Return', 'One', 'Control', 'Latin Small Letter O With Diaeresis', 'Euro Sign', 'Emoji: Grinning Face', 'Hebrew Letter Dalet With Dagesh'];
  const text = canonicalJson(names);
  expect(order.map((name) => text.indexOf(name))).toEqual(order.map((name) => text.indexOf(name)).sort((a, b) => a - b));
});

it('leaves out what is undefined, and refuses what JSON or a report does not hold', () => {
  expect(canonicalJson({ b: undefined, a: [true, null, -3, 'x'] })).toBe('{"a":[true,null,-3,"x"]}');
  for (const bad of [0.5, -0, NaN, Infinity, 2 ** 53, 1n, undefined, () => 1, Symbol('x')]) expect(() => canonicalJson({ bad: [bad] })).toThrow(TypeError);
  let deep: unknown = 1;
  for (let i = 0; i < 17; i += 1) deep = [deep];
  expect(() => canonicalJson(deep)).toThrow(TypeError);
});

it('keeps halves of surrogate pairs', () => {
  const value = { text: 'a\ud800b\udc00' };
  expect(parseCanonical(canonicalBytes(value))).toEqual(value);
});

it.each([
  ['a space', '{"a": 1}'], ['names in another order', '{"b":1,"a":2}'], ['a name twice', '{"a":1,"a":1}'], ['a fraction', '1.0'], ['an exponent', '1e2'],
  ['an escape that is not needed', '"\\u0061"'], ['more behind it', '1 '], ['no JSON', '{'], ['a byte order mark', '\ufeff1'], ['deep nesting', '['.repeat(50_000)],
])('does not parse %s', (_, text) => {
  expect(parseCanonical(utf8(text))).toBe(undefined);
});

it('does not parse ill-formed UTF-8', () => {
  expect(parseCanonical(Uint8Array.of(0x22, 0xff, 0x22))).toBe(undefined);
});

it('base64url has one spelling a value', () => {
  expect(toBase64url(Uint8Array.of(255, 254, 253, 0))).toBe('__79AA');
  expect(fromBase64url('__79AA')).toEqual(Uint8Array.of(255, 254, 253, 0));
  for (const bad of ['__79AB', '__79AA==', '//79AA', '__79A', '__79 AA', 'ä']) expect(fromBase64url(bad), bad).toBe(undefined);
  expect(fromBase64url('__79AA', 3)).toBe(undefined);
});

it('compares bytes', () => {
  expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
  for (const other of [[1, 3], [1], [1, 2, 0], []]) expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.from(other))).toBe(false);
});
