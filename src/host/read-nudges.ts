import type { EnginePort } from '../contract/engine.ts';
import { isSafetyError, type SafetyErrorCode } from '../contract/errors.ts';
import { LIMITS } from '../contract/limits.ts';
import type { OutgoingReview, TextNudge } from '../contract/outgoing.ts';
import type { SettingsDesk } from './desk.ts';

/** A review with what the text gives away. Never rejects: what the engine does not read is named in `degraded`. */
export async function withNudges(port: EnginePort, desk: SettingsDesk, text: string, review: OutgoingReview): Promise<OutgoingReview> {
  const degraded = (code: SafetyErrorCode): OutgoingReview['degraded'] => [{ check: 'nudges', code }];
  try {
    const part = text.slice(0, LIMITS.scoredUnits);
    const nudges = await port.reviewText(part, null) ?? await port.reviewText(part, await desk.asset('nudges.bin')) ?? [];
    return { ...review, nudges: [...new Set([...review.nudges, ...nudges as readonly TextNudge[]])], degraded: part === text ? [] : degraded('limit-exceeded') };
  } catch (error) {
    return { ...review, degraded: degraded(isSafetyError(error) ? error.code : 'worker-failed') };
  }
}
