import { finalTags, readFinal } from './final-files.ts';
import { readThreads, threadTags, type ThreadTurn } from './thread-files.ts';

/** A text or a conversation of the blind final test. */
export interface FinalItem {
  readonly label: 'ham' | 'scam';
  /** A family, or a kind of honest text or conversation. */
  readonly name: string;
  readonly lang: string;
  /** One for a text. */
  readonly turns: readonly ThreadTurn[];
  /** Of a conversation that is a scam: the turn, from 1, at which a reader could first see it. */
  readonly evidence?: number;
}

/**
 * Everything of the test. All honest texts are `ham` here, marketing too: the bar is over all of them.
 * @param texts folder of the single texts
 * @param threads folder of the conversations; null: none of them
 */
export function readFinalItems(texts: URL, threads: URL | null = null): readonly FinalItem[] {
  const label = (written: 'scam' | 'benign'): FinalItem['label'] => (written === 'scam' ? 'scam' : 'ham');
  return [
    ...finalTags(texts).flatMap((tag) => readFinal(tag, texts)).map((text): FinalItem => (
      { label: label(text.label), name: text.name, lang: text.lang, turns: [{ mine: false, text: text.text }] })),
    ...(threads === null ? [] : threadTags(threads).flatMap((tag) => readThreads(tag, threads).threads).map((thread): FinalItem => ({
      label: label(thread.label), name: thread.kind, lang: thread.lang, turns: thread.turns,
      ...(thread.evidence === undefined ? {} : { evidence: thread.evidence }),
    }))),
  ];
}
