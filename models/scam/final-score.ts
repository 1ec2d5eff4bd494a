// A blind final test, scored: npm run models:final -- scam. It chooses nothing and is read by nothing that trains.

import { readFileSync, writeFileSync } from 'node:fs';
import type { ScamJudge } from '../../src/node/eval/scam-judge.ts';
import { reportScams } from '../../src/node/eval/scam-report.ts';
import { figuresJson } from '../build/figures-json.ts';
import { finalDigest, finalThreadsDigest, type FinalTest } from './final-files.ts';
import { readFinalTexts, readFinalThreads } from './final-items.ts';
import { readFinalRecord, times, type FinalRecord } from './final-record.ts';
import { judgeTexts } from './judge-texts.ts';
import { judgeThreads } from './judge-threads.ts';
import { groupThreads } from './thread-figures.ts';

/** The folder of texts has its README beside the languages. */
export interface FinalRun extends Omit<FinalTest, 'file'> {
  /** Where its figures are, or are to be. */
  readonly out: URL;
  /** The model that `judge` has, by the digest of its weights. */
  readonly modelSha256: string;
  readonly judge: Pick<ScamJudge, 'judge' | 'judgeThread'>;
  /** Why it is scored again; null where it should be the first time. */
  readonly again: string | null;
  readonly say: (line: string) => void;
}

/**
 * Scores every text and every conversation once and writes the file. A model that was scored before is scored anew only to compare: nothing is written.
 * @throws {Error} the texts or conversations are not those whose digests were written down; or the test was scored before, by another model or with
 * other figures, and nobody says why it should be again
 */
export async function scoreFinal({ name, texts, threads, out, modelSha256, judge, again, say }: FinalRun): Promise<FinalRecord> {
  const readme = readFileSync(new URL('README.md', texts), 'utf8');
  const written = [...readme.matchAll(/`([0-9a-f]{64})`/gu)].map(([, digest]) => digest);
  const digest = finalDigest(texts);
  const ofThreads = threads === null ? null : finalThreadsDigest(threads);
  for (const [at, [what, found]] of [['texts', digest], ['conversations', ofThreads]].entries()) {
    if (found === null) continue;
    say(`SHA-256 of the ${name} final test's ${what}: ${found}`);
    if (found !== written[at]) throw new Error(`Its README has another one: ${written[at] ?? 'none'}. The ${what} were changed after it was written down.`);
  }
  const before = readFinalRecord(out);
  if (again !== null && again.trim() === '') throw new Error('--again needs a reason: it is kept with the figures and printed in the card.');
  if (before !== null && before.modelSha256 !== modelSha256 && again === null) {
    throw new Error(`The final test was scored already, by the model ${before.modelSha256.slice(0, 12)}…. Scored for one model after another it `
      + 'is no blind test any more. If it must be: --again WHY, and the card says so.');
  }
  const conversations = threads === null ? null : readFinalThreads(threads);
  const report = reportScams(await judgeTexts(judge, readFinalTexts(texts)), ['lang', 'family', 'kind']);
  const groups = conversations === null ? null : groupThreads(await judgeThreads(judge, conversations));
  if (before !== null && again === null) {
    if (figuresJson([report, groups]) !== figuresJson([before.report, before.threads?.groups ?? null])) {
      throw new Error('The same weights give other figures than were written down: thresholds, rules or tables have changed since. To record them: --again WHY.');
    }
    say(`The same model and the same figures as were written down, scored ${times(before.scored)}.`);
    return before;
  }
  const [all] = report.groups;
  const together = groups?.[0] ?? null;
  if (all === undefined || (groups !== null && together === null)) throw new Error('The final test is empty.');
  const scorings = [...before?.scorings ?? [], {
    modelSha256, why: before === null ? null : again, recallTip: all.scamRecallTip, falselyTip: all.hamFlaggedTip,
    threadRecall: together?.recall ?? null, threadEarly: together?.early ?? null, threadBenign: together?.benign ?? null,
  }];
  const record: FinalRecord = {
    command: `npm run models:final -- scam --test ${name}`, digest, modelSha256, scored: scorings.length, scorings, report, threads: ofThreads === null || groups === null ? null : { digest: ofThreads, groups },
  };
  writeFileSync(out, figuresJson(record));
  say(`Scored ${times(scorings.length)}; written down.`);
  return record;
}
