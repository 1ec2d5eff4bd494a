import type { EnginePort } from '../contract/engine.ts';
import { isSafetyError, type SafetyErrorCode } from '../contract/errors.ts';
import { LIMITS } from '../contract/limits.ts';
import type { Context, Message } from '../contract/message.ts';
import { mayNudge, reviewContext, type OutgoingReview } from '../contract/outgoing.ts';
import type { SettingsDesk } from './desk.ts';

/**
 * The age table, and then, where it may be sent and somebody is to be asked, what the text gives away. Never rejects: what the engine does not
 * read is named in `degraded`. The table of nudges is asked for with the first text that is read.
 */
export async function reviewMessage(port: EnginePort, desk: SettingsDesk, message: Message, context: Context): Promise<OutgoingReview> {
  const review = reviewContext(context);
  const text = [message.text, message.surfaces?.caption].filter((part) => part !== undefined).join('\n');
  if (!review.allowed || !desk.current.outgoing.nudges || !mayNudge(context) || text === '') return review;
  const degraded = (code: SafetyErrorCode): OutgoingReview['degraded'] => [{ check: 'nudges', code }];
  try {
    const part = text.slice(0, LIMITS.scoredUnits);
    const nudges = await port.reviewText(part, null) ?? await port.reviewText(part, await desk.asset('nudges.bin'));
    return { ...review, nudges: [...review.nudges, ...nudges ?? []], degraded: part === text ? [] : degraded('limit-exceeded') };
  } catch (error) {
    return { ...review, degraded: degraded(isSafetyError(error) ? error.code : 'worker-failed') };
  }
}
