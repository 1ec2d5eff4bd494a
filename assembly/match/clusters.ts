// Where a hit may begin and end inside words of scripts without spaces: at the edges of clusters and, as far as letters tell,
// of syllables. Judged on the folded text, in which Zawgyi and all orders of typing are one (assembly/normalise/output.ts).
// Burmese as ye-kyaw-thu/sylbreak has it: a new syllable begins at a consonant that is neither stacked nor killed.

import { FOLDED } from '../memory';
import { unitAt } from '../normalise/output';
import { CLASS_UNSPACED_LETTER, CLASS_UNSPACED_MARK, classOf, recordOf } from '../normalise/tables';

/** Marks looked at after a letter. */
const MARKS_AHEAD: i32 = 8;

/** What a folded unit does in a syllable (assembly/tables/build/syllables.ts). */
const GOES_ON: u32 = 0x100;
const BEHIND: u32 = 0x200;
const CLOSES: u32 = 0x400;
const OPEN: u32 = 0x800;
const FINAL: u32 = 0x1000;
/** Korean particles and endings begin with it. */
const PARTICLE: u32 = 0x4000;

function roleAt(i: i32): u32 {
  return recordOf(unitAt(i)) & 0x1f00;
}

/**
 * Whether the letter at `i` closes the syllable before it: it carries a stacked consonant, kinzi or nothing but an asat and
 * tones (Burmese; Shan has an asat on its vowels), a thanthakhat (Thai), its Lao like, a toandakhiat or viriam (Khmer).
 */
function closes(i: i32): bool {
  if (unitAt(i) - 0x0e00 >= 0xa00) return false;
  let killed = false;
  let open = false;
  for (let k = 1; k <= MARKS_AHEAD; k++) {
    const unit = unitAt(i + k);
    if ((roleAt(i + k) & CLOSES) != 0) return true;
    if (unit == 0x103a) killed = true;
    else if (classOf(unit) != CLASS_UNSPACED_MARK) break;
    else if (unit - 0x1037 >= 2) open = true;
  }
  return killed && !open;
}

/** Whether a cluster begins with folded unit `start`. What stands behind a space begins one. */
export function beginsCluster(start: i32): bool {
  const before = unitAt(start - 1);
  if (before - 0x0e00 >= 0xa00 && before - 0xfdd0 >= 32) return true;
  return (roleAt(start - 1) & GOES_ON | roleAt(start) & BEHIND) == 0 && !closes(start);
}

/** Whether a cluster ends with folded unit `last`. */
export function endsCluster(last: i32): bool {
  return (roleAt(last) & GOES_ON | roleAt(last + 1) & BEHIND) == 0 && !closes(last + 1);
}

/**
 * Whether the consonant behind folded unit `last` ends the syllable: that is open, and the consonant, one that may be last, has no vowel of
 * its own, neither right behind it, nor as a bare อ, nor behind ร ล ว in a cluster (docs/decisions/0008).
 */
export function takesFinal(last: i32): bool {
  const second = roleAt(last + 2);
  if ((roleAt(last + 1) & FINAL) == 0 || (second & BEHIND) != 0) return false;
  if ((second & (OPEN | GOES_ON)) == OPEN && ((roleAt(last + 3) & BEHIND) != 0) == ((second & FINAL) != 0)) return false;
  // Behind its tone.
  const end = last - <i32>(roleAt(last) == (BEHIND | FINAL));
  const before = unitAt(end - 1);
  // Not ำ, which is two units; and เ-ีย.
  return ((roleAt(end) & (OPEN | FINAL)) == OPEN && (before & ~0x80) != 0x0e4d) || (roleAt(end - 1) & (OPEN | GOES_ON)) == (OPEN | GOES_ON)
    || (unitAt(end) == 0x0e22 && before == 0x0e35);
}

/** Whether the letters and marks of scripts without spaces at folded units [first, last] are one cluster. */
export function isCluster(first: i32, last: i32): bool {
  for (let i = first + 1; i <= last; i++) if (classOf(unitAt(i)) != CLASS_UNSPACED_MARK && beginsCluster(i)) return false;
  return true;
}

/** Clusters of a term of letters and marks of scripts without spaces alone; 0 for any other. @param units lie behind FOLDED */
export function clustersOf(units: usize, length: i32): i32 {
  const first = <i32>(units - FOLDED >> 1);
  let clusters = 0;
  for (let i = first; i < first + length; i++) {
    const kind = classOf(unitAt(i));
    if (kind == CLASS_UNSPACED_MARK) continue;
    if (kind != CLASS_UNSPACED_LETTER) return 0;
    if (i == first || beginsCluster(i)) clusters++;
  }
  return clusters;
}

/** Whether a Korean word of two syllables or more may end before folded unit `next`, with a particle behind it. */
export function beginsParticle(next: i32): bool {
  return (recordOf(unitAt(next)) & PARTICLE) != 0 && unitAt(next - 1) - 0xac00 < 11_172 && unitAt(next - 2) - 0xac00 < 11_172;
}
