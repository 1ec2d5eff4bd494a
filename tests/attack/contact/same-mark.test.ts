import { expect, it } from 'vitest';
import { markOf, talked, talkWithout, type Talk } from '../../../src/worker/talk.ts';
import { asked } from '../../fixtures/new-thread.ts';

const THEIRS = asked({});
/** Two ids that the 16 bits of a thread's counts do not tell apart, as somebody who picks ids can find them. */
const [first, second] = ((): readonly [string, string] => {
  const seen = new Map<number, string>();
  for (let n = 0; ; n++) {
    const other = seen.get(markOf(`id-${n}`));
    if (other !== undefined) return [other, `id-${n}`];
    seen.set(markOf(`id-${n}`), `id-${n}`);
  }
})();

it('ids that are not told apart count as one message, and turn no answer of the person into theirs', () => {
  const answered: Talk = talked(talked([], 'a', 0, THEIRS), first, 0, { ...THEIRS, mine: true });
  expect([markOf(first), talked(answered, second, 0, THEIRS)]).toEqual([markOf(second), answered]);
  // Gained is that further messages are not counted: whoever picks their ids waits for fewer answers than they do. What stood before stands.
  const theirs = talked(talked([], 'a', 0, THEIRS), first, 0, THEIRS);
  expect(talked(theirs, second, 0, THEIRS)).toBe(theirs);
  expect(talkWithout(theirs, second)).toEqual(talked([], 'a', 0, THEIRS));
});
