import { finalTags, readFinal } from './final-files.ts';
import { readThreads, threadTags, type Thread } from './thread-files.ts';
import type { TextToJudge } from './judge-texts.ts';

/** Every single text of the blind final test. All honest texts are `ham` here, marketing too: the bar is over all of them. */
export function readFinalTexts(folder: URL): readonly TextToJudge[] {
  return finalTags(folder).flatMap((tag) => readFinal(tag, folder)).map(({ label, name, lang, text }) => (
    { label: label === 'scam' ? 'scam' : 'ham', name, lang, source: 'final', text }));
}

/** Every conversation of it. @throws {Error} a scam without its turn of first evidence, by name and never by its words */
export function readFinalThreads(folder: URL): readonly Thread[] {
  const threads = threadTags(folder).flatMap((tag) => readThreads(tag, folder).threads);
  const unread = threads.filter(({ label, evidence }) => label === 'scam' && evidence === undefined);
  if (unread.length > 0) throw new Error(`Nobody marked the turn of first evidence: ${unread.map(({ lang, name }) => `${lang} ${name}`).join(', ')}.`);
  return threads;
}
