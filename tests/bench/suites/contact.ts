import { CONTACT_TABLES } from '../../../build/contact-tables.gen.ts';
import { createRng } from '../../../models/build/rng.ts';
import { bucketsOf, SIGNAL_NAMES } from '../../../src/contract/contact-signals.ts';
import type { AskedContact } from '../../../src/contract/notices.ts';
import { contactLevel } from '../../../src/decide/contact-model.ts';
import { judgeContact } from '../../../src/decide/contact-offer.ts';
import { withCounts } from '../../../src/worker/talk.ts';
import { measureAsync, rounded, turns, type AsyncContender, type BenchRow } from '../measure.ts';
import type { SuiteOptions } from './suite.ts';

const BATCH = 1_000;

/**
 * Who writes, judged in the notice worker's own code: what a thread of twenty messages counts is put into the vector, then the level; and, where there is a notice to make, its reasons and kinds of
 * evidence as well. Every signal is known and drawn evenly from its buckets, so there is more to add up and to say than of any sender.
 */
export async function contactSuite({ quick }: SuiteOptions): Promise<readonly BenchRow[]> {
  const rng = createRng(47);
  const { table, places } = CONTACT_TABLES;
  const asked = Array.from({ length: BATCH }, (): AskedContact => (
    { vector: SIGNAL_NAMES.map((name) => 1 + rng.below(bucketsOf(name).length)), mine: false, begins: true, uncounted: false, cues: 0 }));
  // By their marks.
  const talk = Array.from({ length: 20 }, (_, n) => n << 5);
  const judging = (name: string, judge: (vector: readonly number[]) => number): AsyncContender => ({
    name,
    run() {
      let sum = 0;
      for (const one of asked) sum += judge(withCounts(one, talk, places, undefined));
      // A scorecard that gave nobody points would leave it at zero.
      if (!(sum > 0)) throw new Error('Nobody was given a notice.');
      return Promise.resolve(sum);
    },
  });
  const measured = await measureAsync([
    judging('one message: counts and level', (vector) => (contactLevel(table, vector) === 'none' ? 0 : 1)),
    judging('one message: counts, level, reasons', (vector) => judgeContact(CONTACT_TABLES, vector).reasons.length),
  ], turns(quick));
  return measured.map(({ name, n, medianUs }) => ({ suite: 'contact', case: name, n: n * BATCH, median_us: rounded(medianUs / BATCH) }));
}
