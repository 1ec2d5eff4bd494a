import { ASSET_HEADER_BYTES } from '../contract/assets.ts';

/**
 * The payload: seed and a third of the rows, each u32, both little-endian; of 10-bit rows the upper eight bits, then the lower two, four rows
 * to a byte; UTF-16 look-alikes from an even place.
 */
const ROWS_AT = ASSET_HEADER_BYTES + 8;

/** What `suffixes.bin` knows of host names. */
export interface Suffixes {
  /**
   * The part of a host that one holder has registered: `example.co.uk` of `www.example.co.uk`, and of a host that is a public
   * suffix, that. https://github.com/publicsuffix/list/wiki/Format. Host in Unicode and lower case. About one name in 500 that is no suffix is taken
   * for one, as are the eight exceptions of the list (`!www.ck`), and then the answer has a label more: names look different that are
   * not, never the other way round. O(host).
   */
  registrable(host: string): string;
  /**
   * Whether a label in lower case is a top level domain of three letters and more, or beyond ASCII: none is denied, and one other
   * name in 1,024 is taken for one.
   */
  isTop(label: string): boolean;
  /** Letters beyond ASCII that look like one of a–z or 0–9 (UTS #39). */
  readonly lookalikes: string;
}

/** @param asset `suffixes.bin`, verified; pinned by digest, so its form is not checked again */
export function openSuffixes(asset: ArrayBuffer): Suffixes {
  const [seed, third] = new Uint32Array(asset, ASSET_HEADER_BYTES, 2) as unknown as readonly [number, number];
  const bytes = new Uint8Array(asset, ROWS_AT);
  const has = (rule: string): boolean => {
    let sum = 0;
    for (let n = 0; n < 3; n++) {
      let h = seed + n;
      for (let i = 0; i < rule.length; i++) h = Math.imul(h ^ rule.charCodeAt(i), 0x01000193);
      h = Math.imul(h ^ h >>> 15, 0x2c1b3c6d);
      h = (h ^ h >>> 13) >>> 0;
      const row = n * third + h % third;
      sum ^= (bytes[row] as number) << 2 ^ (bytes[third * 3 + (row >> 2)] as number) >> (row & 3) * 2 & 3 ^ (n === 0 ? h >>> 22 : 0);
    }
    return sum === 0;
  };
  const letters = ROWS_AT + (third * 15 + 7 >> 3) * 2;
  return {
    isTop: has,
    lookalikes: String.fromCharCode(...new Uint16Array(asset, letters)),
    registrable(host) {
      const labels = host.split('.').slice(-8);
      for (let n = 0; ; n++) {
        const name = labels.slice(n).join('.');
        if (n >= labels.length - 1 || has(name) || has(`*.${labels.slice(n + 1).join('.')}`)) return labels.slice(Math.max(0, n - 1)).join('.');
      }
    },
  };
}
