import { CONTACT_TABLES } from '../../../build/contact-tables.gen.ts';
import { createRng } from '../../../models/build/rng.ts';
import { bucketsOf, SIGNAL_NAMES } from '../../../src/contract/contact-signals.ts';
import type { AskedContact } from '../../../src/contract/notices.ts';
import { judgeContact } from '../../../src/decide/contact-offer.ts';
import { withCounts } from '../../../src/worker/talk.ts';
import { measureAsync, rounded, turns, type BenchRow } from '../measure.ts';
import type { SuiteOptions } from './suite.ts';

const BATCH = 1_000;

/** Who writes, judged once in the notice worker's code: what the thread counts is put into the vector, then points, level, reasons and kinds of evidence. Every signal is known, so there is most to say. */
export async function contactSuite({ quick }: SuiteOptions): Promise<readonly BenchRow[]> {
  const rng = createRng(47);
  const asked = Array.from({ length: BATCH }, (): AskedContact => (
    { vector: SIGNAL_NAMES.map((name) => 1 + rng.below(bucketsOf(name).length)), mine: false, begins: true, uncounted: false, observed: false, cues: 0 }));
  // Twenty messages of theirs, by their marks.
  const talk = Array.from({ length: 20 }, (_, n) => n << 5);
  const measured = await measureAsync([{
    name: 'one message of a thread of 20, every signal known',
    run() {
      let sum = 0;
      for (const one of asked) sum += judgeContact(CONTACT_TABLES, withCounts(one, talk, CONTACT_TABLES.places, undefined)).points;
      // A scorecard that gave nobody points would leave it at zero.
      if (!(sum > 0)) throw new Error('Nobody was given points.');
      return Promise.resolve(sum);
    },
  }], turns(quick));
  return measured.map(({ name, n, medianUs }) => ({ suite: 'contact', case: name, n: n * BATCH, median_us: rounded(medianUs / BATCH) }));
}
