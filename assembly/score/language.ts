// Which language the scored text is in: one linear layer over its runs of one to three units, but for numbers and addresses, which are of none.

import { FROM, IDS } from '../memory';
import { featureUnits, flagUnsure, idCount, TEXT } from '../features/features';
import { finish, step } from '../features/hash';
import { FROM_ADDRESS } from '../features/units';
import { HIDDEN } from './inputs';
import { LANGUAGE_LANES, LANGUAGE_ROWS, languageBias, languages, languageScale, languageTable, margin } from './model';
import { rootShare, sumRows } from './rows';

const BASIS: u32 = 0x2545f491;
const LONGEST: i32 = 3;
/** Of logits less their bias: the network needs its place later only. */
const SUMS: usize = HIDDEN;

/**
 * The likeliest language of the text that `features` read last; the earlier of two that tie. Where it leads by less than
 * the model's margin, FLAG_UNSURE is set. O(units); about 1 µs for 80 units.
 * @returns index into the model's languages; −1 where no model is in force
 */
export function language(): i32 {
  if (languages == 0) return -1;
  const text = TEXT;
  const units = featureUnits();
  // Behind the ids, where there is room for three more a unit: their number, then they.
  const counted = IDS + (<usize>idCount << 2);
  const from = counted + 4;
  let end = from;
  for (let i = 0; i < units; i++) {
    const longest = min(LONGEST, units - i);
    let h = BASIS;
    let p = text + (<usize>i << 1);
    for (let n = 0; n < longest; n++, p += 2, end += 4) {
      const c = <u32>load<u16>(p);
      if (c == 0x30 || (load<u32>(FROM + (<usize>(i + n) << 2)) & FROM_ADDRESS) != 0) break;
      h = step(h, c);
      store<u32>(end, finish(h));
    }
  }
  const count = <i32>((end - from) >> 2);
  store<i32>(counted, count);
  const factor = rootShare(languageScale, count);
  sumRows(languageTable, LANGUAGE_LANES, LANGUAGE_ROWS - 1, from, end, factor, SUMS, LANGUAGE_LANES);
  let top = -1;
  let first: f32 = -Infinity;
  let second: f32 = -Infinity;
  for (let l = 0; l < languages; l++) {
    const at = <usize>l << 2;
    const logit = load<f32>(languageBias + at) + load<f32>(SUMS + at);
    if (top < 0 || logit > first) {
      second = first;
      first = logit;
      top = l;
    } else if (logit > second) second = logit;
  }
  flagUnsure(!(first - second >= margin));
  return top;
}
