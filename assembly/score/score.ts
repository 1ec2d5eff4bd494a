// One door to the scorers: whichever model is loaded, class shares stand in OUT afterwards.

import { idCount } from '../features/features';
import { OUT } from '../memory';
import { scoreBag } from './bag';
import { scoreLinear } from './linear';
import { classes, format, FORMAT_BAG, FORMAT_NONE } from './model';

/**
 * Scores what `features` wrote last (IDS and DENSE). O(ids); about 1 µs for 80 units.
 * @returns the number of classes in OUT; 0 where no model is in force, or where the numbers ran over (a hostile model of
 * finite but huge weights): then OUT holds nothing to use.
 */
export function score(): i32 {
  if (format == FORMAT_NONE) return 0;
  if (format == FORMAT_BAG) scoreBag(idCount);
  else scoreLinear(idCount);
  for (let i = 0; i < classes; i++) {
    const share = load<f32>(OUT + (<usize>i << 2));
    if (!(share >= 0 && share <= 1)) return 0;
  }
  return classes;
}
