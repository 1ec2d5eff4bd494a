import type { ForgetTarget, NoticeAnswer } from '../contract/engine.ts';
import { id, object, oneOf, text } from './plain.ts';

const MESSAGE = object({ message: object({ conversationId: id, id }) });
const CONVERSATION = object({ conversation: id });
const ANSWER = object({ conversationId: id, noticeId: text, answer: oneOf('dismissed keep-chatting not-helpful trusted blocked') });
const MODE = oneOf('live history');

/** @throws {TypeError} not one of the three targets. {RangeError} an id over its limit. */
export function plainTarget(value: unknown): ForgetTarget {
  const what = value as { readonly everything?: unknown; readonly conversation?: unknown } | null | undefined;
  if (what?.everything === true) return { everything: true };
  return (what?.conversation === undefined ? MESSAGE : CONVERSATION)(value, 'what') as ForgetTarget;
}

/** @throws {TypeError} not an answer. {RangeError} an id over its limit. */
export function plainAnswer(value: unknown): Omit<NoticeAnswer, 'now'> {
  return ANSWER(value, 'answer') as Omit<NoticeAnswer, 'now'>;
}

/** @throws {TypeError} */
export function plainMode(value: unknown): 'live' | 'history' {
  return MODE(value ?? 'live', 'mode') as 'live' | 'history';
}
