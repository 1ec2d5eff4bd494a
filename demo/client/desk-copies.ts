import { createSafety, type Safety } from 'inward';
import type { Report } from 'inward/report';
import { MODERATOR } from '../office-keys.ts';

/**
 * What an opened report says of copies, made anew from its texts in a sealed worker of this tab, as a device makes it: the texts are offered to a report that nobody sends. Nothing of it is stored.
 * @throws {Error} with the code of why nobody could look
 */
export async function copiesOf(report: Report): Promise<Report['duplicates']> {
  const texts = report.messages.flatMap((one) => (one.shown === 'whole' && one.body.text !== undefined ? [{ messageId: one.body.messageId, senderId: one.body.senderId, text: one.body.text }] : []));
  if (texts.length === 0) return undefined;
  const hand = await (await deskSafety(texts)).report({ conversationId: report.id });
  await hand.ready;
  // By their places: an id can stand here twice.
  const { duplicates, policy } = hand.preview({ category: 'other', messages: texts.map((_unused, at) => String(at)) });
  hand.discard();
  const lack = policy === report.policy ? duplicates?.degraded : 'policy-mismatch';
  if (lack !== undefined) throw new Error(lack);
  return duplicates && { ...duplicates, sketches: duplicates.sketches.map((one) => ({ ...one, messageId: texts[Number(one.messageId)]?.messageId ?? '' })) };
}

interface Said {
  readonly senderId: string;
  readonly text: string;
}

let running: Promise<Safety> | undefined;
let inHand: readonly Said[] = [];

/** One for the tab, with the texts of the report that is looked at. */
async function deskSafety(texts: readonly Said[]): Promise<Safety> {
  running ??= createSafety({
    assets: `/desk/inward/${__INWARD_VERSION__}/`,
    reports: {
      load: () => import('inward/report'), moderator: [MODERATOR], send: () => Promise.reject(new Error('The desk sends no reports.')),
      thread: ({ conversationId }) => ({
        kind: 'group', accounts: [],
        messages: inHand.map(({ senderId, text }, at) => ({ message: { id: String(at), conversationId, senderId, text, kind: 'text', sentAt: 0, direction: 'incoming' } })),
      }),
    },
  });
  running.catch(() => { running = undefined; });
  const safety = await running;
  // Asked for within the call that follows.
  inHand = texts;
  return safety;
}
