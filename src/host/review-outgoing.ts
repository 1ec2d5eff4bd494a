import type { EnginePort } from '../contract/engine.ts';
import type { Context, Message } from '../contract/message.ts';
import { mayNudge, reviewContext, type OutgoingReview } from '../contract/outgoing.ts';
import type { SettingsDesk } from './desk.ts';

/**
 * The age table; then, where it may be sent, what the message gives away if somebody is to be asked, and the pause if it is passed on. What the engine does not
 * read is named in `degraded`. What reads, and its tables, are asked for with the first message that is read.
 * @throws {TypeError} `forwarded` is not of the documented types
 */
export async function reviewMessage(port: EnginePort, desk: SettingsDesk, message: Message, context: Context, forwarded: unknown): Promise<OutgoingReview> {
  const plain = reviewContext(context);
  const { nudges, forwards } = desk.current.outgoing;
  const asks = nudges && mayNudge(context);
  const passed = forwards === false ? undefined : forwarded;
  if (!plain.allowed || (!asks && passed === undefined)) return plain;
  const part = await import('./read-outgoing.ts').catch(() => undefined);
  return part ? part.readOutgoing(port, desk, message, plain, asks, passed) : { ...plain, degraded: (['nudges', 'forward'] as const).filter((_, n) => (n ? passed : asks)).map((check) => ({ check, code: 'asset-unavailable' })) };
}
