import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suffixRules } from '../../../assembly/tables/build/suffix-rules.ts';
import { hash32, rowsOf, xorFilter } from '../../../assembly/tables/build/xor-filter.ts';
import { makeSuffixes } from '../../../scripts/build/suffixes.ts';
import { decodePunycode } from '../../../src/decide/punycode.ts';
import { openSuffixes } from '../../../src/decide/suffixes.ts';
import { runs } from '../../property/runs.ts';

const load = createRequire(import.meta.url);
const punycode = load('punycode/punycode.js') as { encode: (text: string) => string; decode: (text: string) => string };
const { getDomain } = load('tldts') as { getDomain: (host: string, options: object) => string | null };
const asset = new Uint8Array(readFileSync(new URL('../../../build/suffixes.bin', import.meta.url)));
const suffixes = openSuffixes(asset.buffer);
/** What tldts says, by the whole list. */
const registrable = (host: string): string => getDomain(host, { allowPrivateDomains: true, validateHostname: false }) ?? host;

describe('suffixes.bin', () => {
  it('is what the build makes', async () => {
    expect(Buffer.from(await makeSuffixes()).equals(asset)).toBe(true);
  });

  it('knows every rule of the list: never a label less than tldts, and hardly ever one more', () => {
    let more = 0;
    let all = 0;
    for (const rule of suffixRules()) {
      for (const before of ['plum.', 'www.plum.', 'a.b.plum.']) {
        const host = before + rule.replace('*', 'wild');
        const [ours, theirs] = [suffixes.registrable(host), registrable(host)];
        expect(ours === theirs || ours.endsWith(`.${theirs}`), host).toBe(true);
        all++;
        if (ours !== theirs) more++;
      }
    }
    expect(all).toBeGreaterThan(25_000);
    expect(more / all).toBeLessThan(0.01);
  });

  it('takes at most one name in 150 under plain top level domains for a suffix', () => {
    const hosts = Array.from({ length: 9_000 }, (_, n) => `www.name${n}.${['com', 'org', 'de', 'xyz', 'zzz'][n % 5] as string}`);
    expect(hosts.filter((host) => suffixes.registrable(host) !== host.slice(4)).length / hosts.length).toBeLessThan(1 / 150);
  });

  it.each([['com', 'com'], ['co.uk', 'co.uk'], ['github.io', 'github.io'], ['', ''], ['[::1]', '[::1]'], ['a..com', '.com']])('of %j makes %j', (host, expected) => {
    expect(suffixes.registrable(host)).toBe(expected);
  });

  it('holds letters that look like one of a–z, and no everyday letter of others', () => {
    for (const letter of 'аеорсухіјѕһӏıοα') expect(suffixes.lookalikes).toContain(letter);
    for (const letter of 'äöüßñçéжяшщлд例') expect('äöüñçéжялд例'.includes(letter) && suffixes.lookalikes.includes(letter), letter).toBe(false);
  });
});

describe('the xor filter', () => {
  it('denies no member', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 60 }), (members) => {
      const third = members.length + 20;
      const rows = Array.from({ length: 20 }, (_, n) => xorFilter(members, n * 3, third)).findIndex((found) => found !== undefined);
      const filter = xorFilter(members, rows * 3, third) as readonly number[];
      for (const member of members) {
        const { rows: places, fingerprint } = rowsOf(member, rows * 3, third);
        expect(places.reduce((sum, place) => sum ^ (filter[place] as number), 0)).toBe(fingerprint);
      }
    }), runs(100));
  });
  it('hashes to 32 bits', () => {
    expect(hash32('co.uk', 1)).toBeGreaterThan(0);
    expect(hash32('co.uk', 1)).not.toBe(hash32('co.uk', 2));
  });
});

describe('decodePunycode', () => {
  it('reads what the package "punycode" writes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 14 }), (text) => {
      expect(decodePunycode(punycode.encode(text))).toBe(text);
    }), runs(2_000));
  });
  it('takes any text, and throws at none', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 59 }), fc.string({ unit: fc.constantFrom(...'abz019-'), maxLength: 59 })), (text) => {
      let expected: string | undefined;
      try {
        expected = punycode.decode(text);
      } catch {
        expected = undefined;
      }
      const ours = decodePunycode(text);
      if (expected !== undefined && /^[a-z0-9-]*$/u.test(text)) expect(ours).toBe(expected);
    }), runs(2_000));
  });
  it.each(['é', '99999999', 'zzzzzzzzzzzzzz', '-', '!'])('is nothing, or something, for %j', (text) => {
    expect(['string', 'undefined']).toContain(typeof decodePunycode(text));
  });
});
