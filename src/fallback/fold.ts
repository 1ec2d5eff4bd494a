/**
 * A plain fold for devices without WebAssembly (iOS Lockdown Mode): case of Latin, Greek, Cyrillic and Armenian, full
 * width, Latin accents, combining marks and invisible characters. Weaker than the kernel's tables, and the verdict says
 * so. No Unicode tables and no `normalize()`: those differ between engines.
 */
export interface Folded {
  readonly text: string;
  /** For each folded unit the unit of the original it comes from. */
  readonly origin: readonly number[];
}

/** Base letters of U+00C0–U+017F (their canonical decomposition, lower case); `*` has none and keeps the letter. */
const LATIN = 'aaaaaa*ceeeeiiii*nooooo**uuuuy**aaaaaa*ceeeeiiii*nooooo**uuuuy*y'
  + 'aaaaaaccccccccdd**eeeeeeeeeegggggggghh**iiiiiiiii***jjkk*llllll****nnnnnn***oooooo**rrrrrrsssssssstttt**uuuuuuuuuuuuwwyyyzzzzzz*';
/** Its capitals without a base letter; the small letter is the next unit. */
const LATIN_CAPITALS = 'ĐĦĲĿŁŊŒŦ';

/** O(units). */
export function foldPlainly(text: string): Folded {
  let out = '';
  const origin: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = foldUnit(text.charCodeAt(at));
    if (unit === 0) continue;
    out += String.fromCharCode(unit);
    origin.push(at);
  }
  return { text: out, origin };
}

/** The folded unit, or 0 for one that is dropped. */
function foldUnit(unit: number): number {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit + 32 : unit;
  if (unit >= 0xff01 && unit <= 0xff5e) return foldUnit(unit - 0xfee0);
  if (unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200a)) return 0x20;
  if (isDropped(unit)) return 0;
  if (unit >= 0xc0 && unit <= 0x17f) {
    const base = LATIN.charCodeAt(unit - 0xc0);
    if (base !== 0x2a) return base;
    if (unit < 0xdf) return unit === 0xd7 ? unit : unit + 32;
    return LATIN_CAPITALS.includes(String.fromCharCode(unit)) ? unit + 1 : unit;
  }
  if (unit >= 0x391 && unit <= 0x3ab) return unit + 32;
  if (unit === 0x3c2) return 0x3c3;
  if (unit >= 0x410 && unit <= 0x42f) return unit + 32;
  if (unit >= 0x400 && unit <= 0x40f) return unit + 80;
  if (unit >= 0x531 && unit <= 0x556) return unit + 48;
  return unit;
}

/** Combining marks and what shows nothing: soft hyphen, joiners, directions, variation selectors, byte order mark. */
function isDropped(unit: number): boolean {
  return (unit >= 0x300 && unit <= 0x36f) || unit === 0xad || (unit >= 0x200b && unit <= 0x200f)
    || (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2060 && unit <= 0x206f) || (unit >= 0xfe00 && unit <= 0xfe0f)
    || unit === 0xfeff;
}
