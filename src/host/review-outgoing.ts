import type { EnginePort } from '../contract/engine.ts';
import type { Context, Message } from '../contract/message.ts';
import { KIND_NUDGES, mayNudge, reviewContext, type OutgoingReview } from '../contract/outgoing.ts';
import type { SettingsDesk } from './desk.ts';

/**
 * The age table, and then, where it may be sent, what the text gives away if somebody is to be asked, and the pause if it is passed on. What the engine does not
 * read is named in `degraded`. What reads it, and its tables, are asked for with the first text that is read.
 * @throws {TypeError} `forwarded` is not of the documented types
 */
export async function reviewMessage(port: EnginePort, desk: SettingsDesk, message: Message, context: Context, forwarded: unknown): Promise<OutgoingReview> {
  const review = await reviewNudges(port, desk, message, context);
  if (forwarded === undefined || !review.allowed || desk.current.outgoing.forwards === false) return review;
  const part = await import('./review-forward.ts').catch(() => undefined);
  return part ? part.withForward(port, desk, message, forwarded, review) : { ...review, degraded: [...review.degraded, { check: 'forward', code: 'asset-unavailable' }] };
}

async function reviewNudges(port: EnginePort, desk: SettingsDesk, message: Message, context: Context): Promise<OutgoingReview> {
  const plain = reviewContext(context);
  if (!plain.allowed || !desk.current.outgoing.nudges || !mayNudge(context)) return plain;
  const { kind, surfaces } = message;
  const text = [message.text, surfaces?.caption, ...surfaces?.pollOptions ?? []].filter((part) => part !== undefined).join('\n');
  const own = KIND_NUDGES[kind];
  const review = own ? { ...plain, nudges: [...plain.nudges, own] } : plain;
  if (text === '') return review;
  try {
    return await (await import('./read-nudges.ts')).withNudges(port, desk, text, review);
  } catch {
    return { ...review, degraded: [{ check: 'nudges', code: 'asset-unavailable' }] };
  }
}
