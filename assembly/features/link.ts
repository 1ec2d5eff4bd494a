// Does a prepared text hold a link? A simple linear scan, good enough for one dense feature and the short-text gate;
// where a link goes and whether it may be pressed is decided in src/decide, not here.

/** Endings that are a link without a slash behind them: the common ones, and those that reports of scams name most. */
const ENDINGS = memory.data<u8>([
  // Each ending, closed by a space: com net org info biz top xyz site online shop club link vip app cc co io ly me tk gov uk in th id br ru vn tr pk ng fr icu cyou live
  99, 111, 109, 32, 110, 101, 116, 32, 111, 114, 103, 32, 105, 110, 102, 111, 32, 98, 105, 122, 32, 116, 111, 112, 32, 120,
  121, 122, 32, 115, 105, 116, 101, 32, 111, 110, 108, 105, 110, 101, 32, 115, 104, 111, 112, 32, 99, 108, 117, 98, 32, 108,
  105, 110, 107, 32, 118, 105, 112, 32, 97, 112, 112, 32, 99, 99, 32, 99, 111, 32, 105, 111, 32, 108, 121, 32, 109, 101, 32,
  116, 107, 32, 103, 111, 118, 32, 117, 107, 32, 105, 110, 32, 116, 104, 32, 105, 100, 32, 98, 114, 32, 114, 117, 32, 118,
  110, 32, 116, 114, 32, 112, 107, 32, 110, 103, 32, 102, 114, 32, 105, 99, 117, 32, 99, 121, 111, 117, 32, 108, 105, 118,
  101, 32, 0,
]);

// @ts-ignore: decorator
@inline
function at(text: usize, i: i32): u32 {
  return load<u16>(text + (<usize>i << 1));
}

// @ts-ignore: decorator
@inline
function isLetter(c: u32): bool {
  return c - 0x61 < 26;
}

// @ts-ignore: decorator
@inline
function isDigit(c: u32): bool {
  return c - 0x30 < 10;
}

/** Compares text[from, to) with each ending; at most 9 units are read per ending. */
function isEnding(text: usize, from: i32, to: i32): bool {
  let e = ENDINGS;
  while (load<u8>(e) != 0) {
    let i = from;
    while (i < to && <u32>load<u8>(e) == at(text, i)) { e++; i++; }
    if (i == to && load<u8>(e) == 0x20) return true;
    while (load<u8>(e) != 0x20) e++;
    e++;
  }
  return false;
}

/** Two letters and no more, as behind `com.`. The text ends in a space, so the look ahead stops. */
function isCountry(text: usize, from: i32): bool {
  if (!isLetter(at(text, from)) || !isLetter(at(text, from + 1))) return false;
  const after = at(text, from + 2);
  return !isLetter(after) && !isDigit(after);
}

/**
 * `://`, `www.`, `letters.letters/` or a known ending, alone or before a country (`com.br`). An address of mail (an `@` earlier in the same word) is no link.
 * O(units); `text` ends in a space, the only white space it holds, which stops every look ahead.
 */
export function hasLink(text: usize, units: i32): bool {
  let mail = false;
  for (let i = 1; i < units - 1; i++) {
    const c = at(text, i);
    if (c == 0x20) mail = false;
    else if (c == 0x40) mail = true;
    else if (c == 0x3a) {
      if (at(text, i + 1) == 0x2f && at(text, i + 2) == 0x2f) return true;
    } else if (c == 0x2e && !mail) {
      const before = at(text, i - 1);
      if (!isLetter(before) && !isDigit(before)) continue;
      if (i > 2 && before == 0x77 && at(text, i - 2) == 0x77 && at(text, i - 3) == 0x77) return true;
      let end = i + 1;
      while (end < units && end < i + 9 && isLetter(at(text, end))) end++;
      if (end < i + 3 || end >= units) continue;
      const after = at(text, end);
      if (after == 0x2f && at(text, end + 1) != 0x20) return true;
      const ends = after == 0x2e ? isCountry(text, end + 1) : !isLetter(after) && !isDigit(after) && after != 0x2d && after != 0x40;
      if (ends && isEnding(text, i + 1, end)) return true;
    }
  }
  return false;
}
