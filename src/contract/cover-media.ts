import type { DeliveryRow } from './delivery.ts';
import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';
import type { MediaVerdict } from './verdict.ts';

type Why = MediaVerdict['why'][number];

/** Media of requests and of hidden messages is covered; one entry per attachment, in order, at most `LIMITS.attachments`. */
export function judgeMedia(
  message: Message, row: DeliveryRow, hidden: boolean, coverInRequests = true,
): readonly MediaVerdict[] {
  if (!Array.isArray(message.attachments)) return [];
  const why: readonly Why[] = [
    ...(row.careful && coverInRequests ? ['request' as const] : []), ...(hidden ? ['hidden-word' as const] : []),
  ];
  return message.attachments.slice(0, LIMITS.attachments).map((attachment) => ({
    id: typeof attachment?.id === 'string' ? attachment.id : '', state: why.length > 0 ? 'covered' : 'clear', why,
  }));
}
