import { judgeMedia } from './cover-media.ts';
import { deliver, type DeliveryChoices } from './delivery.ts';
import { possibleLinks } from './possible-links.ts';
import type { Context, Message } from './message.ts';
import type { Degraded, Verdict } from './verdict.ts';

const NOTHING_RAN: readonly Degraded[] = [
  { check: 'hidden-words', code: 'worker-failed' }, { check: 'scam', code: 'worker-failed' }, { check: 'contact', code: 'worker-failed' },
];

/**
 * The verdict where no engine answers: delivery by the table, whatever may be a link inert and media covered in
 * requests, no hits, no notices. For hosts whose `createSafety` rejected, and for every call a dead worker leaves open. Pure; never throws,
 * malformed input included: that counts as a stranger's first message with nothing in it. Linear in the text.
 *
 * @param degraded the checks that did not run and why; by default both text checks, and who writes, with `worker-failed`. Limits that
 * the message goes past are added.
 * @param settings the person's, for who may reach them; without them as is usual for their age.
 */
export function failsafeVerdict(
  message: Message, context: Context | undefined, degraded: readonly Degraded[] = NOTHING_RAN,
  settings?: DeliveryChoices,
): Verdict {
  try {
    const row = deliver(context, message, settings);
    const { links, cut: linksCut } = row.careful ? possibleLinks(message) : { links: [], cut: false };
    const { media, cut: mediaCut } = judgeMedia(message, row, false);
    const limits = [...(linksCut ? ['links' as const] : []), ...(mediaCut ? ['media' as const] : [])];
    return {
      delivery: row.delivery, notify: row.notify, hits: [], links, media, notices: [], groups: [],
      degraded: [...degraded, ...limits.map((check): Degraded => ({ check, code: 'limit-exceeded' }))],
    };
  } catch {
    const { delivery, notify } = deliver(undefined, { direction: 'incoming' }, settings);
    return { delivery, notify, hits: [], links: [], media: [], notices: [], groups: [], degraded };
  }
}
