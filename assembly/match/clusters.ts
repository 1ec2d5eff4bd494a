// Where a hit may begin and end inside words of scripts without spaces: at the edges of clusters and, as far as letters tell,
// of syllables. Judged on the folded text, in which Zawgyi and all orders of typing are one (assembly/normalise/output.ts).
// Burmese as ye-kyaw-thu/sylbreak has it: a new syllable begins at a consonant that is neither stacked nor killed.

import { FOLDED } from '../memory';
import { unitAt } from '../normalise/output';
import { CLASS_UNSPACED_LETTER, CLASS_UNSPACED_MARK, classOf } from '../normalise/tables';

/** Marks looked at after a letter. */
const MARKS_AHEAD: i32 = 8;

/** Thai, Lao: vowels that stand before their consonant, เ–ไ and ເ–ໄ. */
function leads(unit: u32): bool {
  return ((unit & ~0x80) - 0x0e40) < 5;
}

/** Thai, Lao: vowels written as letters behind their consonant, ะ า ำ ๅ and ະ າ ຳ ຽ. */
function follows(unit: u32): bool {
  const thai = unit & ~0x80;
  return thai - 0x0e30 < 4 && thai != 0x0e31 || unit == 0x0e45 || unit == 0x0ebd;
}

/** A virama, Burmese or Khmer, under which the next letter stands. */
function stacks(unit: u32): bool {
  return unit == 0x1039 || unit == 0x17d2;
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
    if (unit == 0x1039 || unit - 0xfdd0 < 32 || (unit & ~0x80) == 0x0e4c || unit == 0x17cd || unit == 0x17d1) return true;
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
  return !leads(before) && !stacks(before) && !follows(unitAt(start)) && !closes(start);
}

/** Whether a cluster ends with folded unit `last`. */
export function endsCluster(last: i32): bool {
  const unit = unitAt(last);
  return !leads(unit) && !stacks(unit) && !follows(unitAt(last + 1)) && !closes(last + 1);
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

/**
 * Syllables that particles and endings of Korean begin with, in order of code point, at most 32: 가 같 과 께 나 는 님 다 도 들 라 랑
 * 로 를 만 면 보 부 아 야 에 와 요 으 은 을 의 이 인 입 처 하.
 */
const PARTICLES = memory.data<u16>([
  0xac00, 0xac19, 0xacfc, 0xaed8, 0xb098, 0xb294, 0xb2d8, 0xb2e4, 0xb3c4, 0xb4e4, 0xb77c, 0xb791, 0xb85c, 0xb97c, 0xb9cc, 0xba74,
  0xbcf4, 0xbd80, 0xc544, 0xc57c, 0xc5d0, 0xc640, 0xc694, 0xc73c, 0xc740, 0xc744, 0xc758, 0xc774, 0xc778, 0xc785, 0xcc98, 0xd558,
]);

/** Whether a Korean word of two syllables or more may end before folded unit `next`, with a particle behind it. */
export function beginsParticle(next: i32): bool {
  const unit = unitAt(next);
  if (unit - 0xac00 >= 11_172 || unitAt(next - 1) - 0xac00 >= 11_172 || unitAt(next - 2) - 0xac00 >= 11_172) return false;
  for (let i: usize = 0; i < 32; i++) if (load<u16>(PARTICLES + (i << 1)) == unit) return true;
  return false;
}
