import type { EnginePort } from '../contract/engine.ts';
import type { Message } from '../contract/message.ts';
import { KIND_NUDGES, type OutgoingReview } from '../contract/outgoing.ts';
import type { SettingsDesk } from './desk.ts';
import { withNudges } from './read-nudges.ts';

/**
 * What a message gives away, and the pause where it is passed on. What the engine does not read is named in `degraded`.
 * @param asks whether somebody is to be asked about what it gives away @param forwarded undefined: it is not passed on
 * @throws {TypeError} `forwarded` is not of the documented types
 */
export async function readOutgoing(port: EnginePort, desk: SettingsDesk, message: Message, plain: OutgoingReview, asks: boolean, forwarded: unknown): Promise<OutgoingReview> {
  const review = asks ? await readNudges(port, desk, message, plain) : plain;
  if (forwarded === undefined) return review;
  const part = await import('./review-forward.ts').catch(() => undefined);
  return part ? part.withForward(port, desk, message, forwarded, review) : { ...review, degraded: [...review.degraded, { check: 'forward', code: 'asset-unavailable' }] };
}

async function readNudges(port: EnginePort, desk: SettingsDesk, { kind, text: words, surfaces }: Message, plain: OutgoingReview): Promise<OutgoingReview> {
  const text = [words, surfaces?.caption, ...surfaces?.pollOptions ?? []].filter((part) => part !== undefined).join('\n');
  const own = KIND_NUDGES[kind];
  const review = own ? { ...plain, nudges: [...plain.nudges, own] } : plain;
  return text === '' ? review : withNudges(port, desk, text, review);
}
