import { corpusTags, readCorpus } from './corpus-files.ts';
import { readThreads, threadTags } from './thread-files.ts';

/** What was authored, as the files hold it. */
export interface AuthoredCounts {
  readonly scams: number;
  readonly honest: number;
  /** Languages and ways of writing. */
  readonly tags: number;
  readonly threads: { readonly scams: number; readonly honest: number };
}

export function authoredCounts(): AuthoredCounts {
  const tags = corpusTags();
  const texts = tags.flatMap((tag) => readCorpus(tag).texts);
  const threads = threadTags().flatMap((tag) => readThreads(tag).threads);
  const scams = texts.filter(({ label }) => label === 'scam').length;
  const scamThreads = threads.filter(({ label }) => label === 'scam').length;
  return { scams, honest: texts.length - scams, tags: tags.length, threads: { scams: scamThreads, honest: threads.length - scamThreads } };
}
