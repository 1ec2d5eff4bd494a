import type { EnginePort } from '../contract/engine.ts';
import { isSafetyError } from '../contract/errors.ts';
import { FORWARD, plainForwarded, reviewForward } from '../contract/forwarding.ts';
import type { Message } from '../contract/message.ts';
import type { OutgoingReview } from '../contract/outgoing.ts';
import type { SettingsDesk } from './desk.ts';

/**
 * A review with the pause before a message is passed on. The text is read only where it may be a wish that many pass on; what was not read is none, and `degraded` says so.
 * @throws {TypeError} `forwarded` is not of the documented types
 */
export async function withForward(port: EnginePort, desk: SettingsDesk, message: Message, forwarded: unknown, review: OutgoingReview): Promise<OutgoingReview> {
  const plain = plainForwarded(forwarded);
  const forward = reviewForward(plain);
  if (forward.card !== 'check-first' || !mayBeWish(message)) return { ...review, forward };
  try {
    const found = await port.reviewText(message.text ?? '', await desk.asset('greetings.bin')) ?? [];
    return { ...review, forward: reviewForward(plain, found.includes('wish') && !found.includes('more')) };
  } catch (error) {
    return { ...review, forward, degraded: [...review.degraded, { check: 'forward', code: isSafetyError(error) ? error.code : 'worker-failed' }] };
  }
}

/** All that it says is its text, and that is read to its end: of a picture, or of a link under words, nobody knows here what it says. */
function mayBeWish({ kind, text = '', surfaces = {}, entities = [], attachments = [] }: Message): boolean {
  const { caption, quoted, pollOptions, linkTitle, linkDescription, fileName } = surfaces;
  return kind === 'text' && text !== '' && text.length <= FORWARD.wishUnits && entities.length + attachments.length === 0
    && [caption, quoted, pollOptions, linkTitle, linkDescription, fileName].every((part) => part === undefined || part.length === 0);
}
