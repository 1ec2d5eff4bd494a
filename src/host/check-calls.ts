import type { ForgetTarget, NoticeAnswer } from '../contract/engine.ts';
import { LIMITS } from '../contract/limits.ts';

/** @throws {TypeError} not one of the three targets. {RangeError} an id over its limit. */
export function plainTarget(value: unknown): ForgetTarget {
  const what = bag(value, 'what');
  if (what['everything'] === true) return { everything: true };
  if (what['conversation'] !== undefined) return { conversation: id(what['conversation'], 'what.conversation') };
  const message = bag(what['message'], 'what.message');
  return {
    message: {
      conversationId: id(message['conversationId'], 'what.message.conversationId'), id: id(message['id'], 'what.message.id'),
    },
  };
}

/** @throws {TypeError} not an answer. {RangeError} an id over its limit. */
export function plainAnswer(value: unknown): Omit<NoticeAnswer, 'now'> {
  const given = bag(value, 'answer');
  const answer = given['answer'];
  if (answer !== 'dismissed' && answer !== 'trusted') throw new TypeError('"answer.answer" is not of the documented type.');
  const noticeId = given['noticeId'];
  if (typeof noticeId !== 'string') throw new TypeError('"answer.noticeId" is not of the documented type.');
  return { conversationId: id(given['conversationId'], 'answer.conversationId'), noticeId, answer };
}

function bag(value: unknown, field: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new TypeError(`"${field}" is not of the documented type.`);
  return value as Readonly<Record<string, unknown>>;
}

function id(value: unknown, field: string): string {
  if (typeof value !== 'string') throw new TypeError(`"${field}" is not of the documented type.`);
  if (value.length > LIMITS.idUnits) throw new RangeError(`"${field}" is longer than ${LIMITS.idUnits} UTF-16 units.`);
  return value;
}
