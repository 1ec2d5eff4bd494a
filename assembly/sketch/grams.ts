// A text as a set: its letters, marks and digits, four neighbours at a time, as keyed hashes.

import { FOLDED, INPUT, SEGMENTS } from '../memory';
import { weighRange } from '../match/encoding';
import { normalise } from '../normalise/normalise';
import { readAs } from '../normalise/output';
import { CLASS_DIGIT, CLASS_LETTER, CLASS_MARK, CLASS_UNSPACED_LETTER, CLASS_UNSPACED_MARK, classOf } from '../normalise/tables';
import { GRAM, HASHES, KEPT, KEPT_LEAST, KEPT_MAX, SET, UNITS_MAX } from './memory';
import { siphash } from './siphash';

/** Code points in KEPT, hashes in HASHES, and how long the part of SET is that is in use: a power of two. */
export let kept: i32 = 0;
export let hashes: i32 = 0;
export let slots: i32 = 0;

export function forgetGrams(): void {
  kept = hashes = slots = 0;
}

/** Myanmar letters that are rather Zawgyi's than Unicode's. A text has one encoding. */
function isZawgyi(units: i32): bool {
  for (let i = 0; i < units; i++) {
    if (<u32>load<u16>(INPUT + (<usize>i << 1)) - 0x1000 < 0xa0) return weighRange(0, units) > 0;
  }
  return false;
}

/** Digits of scripts without spaces, which are letters elsewhere: Thai, Lao, Myanmar and Shan, Khmer. */
function isUnspacedDigit(cp: u32): bool {
  return cp - 0xe50 < 10 || cp - 0xed0 < 10 || cp - 0x1040 < 10 || cp - 0x1090 < 10 || cp - 0x17e0 < 10;
}

/** FOLDED to KEPT. Spaces, punctuation and emoji are what people change first when they pass something on. */
function keep(units: i32): void {
  kept = 0;
  for (let i = 0; i < units && kept < KEPT_MAX; i++) {
    let cp = <u32>load<u16>(FOLDED + (<usize>i << 1));
    if ((cp & 0xfc00) == 0xd800) {
      i++;
      cp = 0x10000 + ((cp - 0xd800) << 10) + (<u32>load<u16>(FOLDED + (<usize>i << 1)) - 0xdc00);
    }
    // Most are: a–z, and Burmese letters and their signs.
    if (cp - 0x61 >= 26 && cp - 0x1000 >= 0x40) {
      const kind = classOf(cp);
      if (kind == CLASS_DIGIT || isUnspacedDigit(cp)) cp = 0x30;
      else if (kind != CLASS_LETTER && kind != CLASS_UNSPACED_LETTER && kind != CLASS_MARK && kind != CLASS_UNSPACED_MARK) continue;
    }
    store<u32>(KEPT + <usize>kept * 3, cp);
    kept++;
  }
}

/** @returns whether it was not there yet */
function remember(hash: u32): bool {
  let slot = hash & (slots - 1);
  for (;;) {
    const there = load<u32>(SET + (<usize>slot << 2));
    if (there == hash) return false;
    if (there == 0) break;
    slot = (slot + 1) & (slots - 1);
  }
  store<u32>(SET + (<usize>slot << 2), hash);
  return true;
}

/**
 * Reads the first `units` of INPUT. O(units).
 * @returns the number of different grams, now in HASHES; 0 for a text with fewer than KEPT_LEAST that count
 */
export function readGrams(units: i32): i32 {
  units = min(units, UNITS_MAX);
  readAs(isZawgyi(units));
  store<u32>(SEGMENTS, <u32>units);
  store<u32>(SEGMENTS, 0, 4);
  keep(normalise(1));
  hashes = 0;
  if (kept < KEPT_LEAST) return 0;
  // Never more than half full.
  slots = 2 << (32 - clz(kept - 1));
  memory.fill(SET, 0, <usize>slots << 2);
  for (let at = 0; at <= kept - GRAM; at++) {
    let hash = <u32>siphash(KEPT + <usize>at * 3, GRAM * 3);
    // 0 is nobody.
    hash += <u32>(hash == 0);
    if (remember(hash)) {
      store<u32>(HASHES + (<usize>hashes << 2), hash);
      hashes++;
    }
  }
  return hashes;
}
