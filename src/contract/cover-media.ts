import type { DeliveryRow } from './delivery-table.ts';
import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';
import type { MediaVerdict } from './verdict.ts';

type Why = MediaVerdict['why'][number];

export interface MediaReport {
  readonly media: readonly MediaVerdict[];
  /** There are more than `LIMITS.attachments`. Those without an entry count as covered. */
  readonly cut: boolean;
}

/** Media of requests and of hidden messages is covered; one entry per attachment, in order, at most `LIMITS.attachments`. */
export function judgeMedia(
  message: Message, row: DeliveryRow, hidden: boolean, coverInRequests = true,
): MediaReport {
  if (!Array.isArray(message.attachments)) return { media: [], cut: false };
  const why: readonly Why[] = [
    ...(row.careful && coverInRequests ? ['request' as const] : []), ...(hidden ? ['hidden-word' as const] : []),
  ];
  const media = message.attachments.slice(0, LIMITS.attachments).map((attachment): MediaVerdict => ({
    id: typeof attachment?.id === 'string' ? attachment.id : '', state: why.length > 0 ? 'covered' : 'clear', why,
  }));
  return { media, cut: message.attachments.length > media.length };
}
