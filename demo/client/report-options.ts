import type { ReportableMessage, ReportOptions } from 'inward';
import { MODERATOR, PARTNER, threadId } from '../office-keys.ts';
import type { Persona } from '../wire.ts';
import { isCovered, type Bubble, type Model } from './model.ts';
import type { PeerId } from './personas.ts';

const WAIT_MS = 15_000;

/** What this messenger tells Inward of reports: whom they go to, what was said, and how sealed bytes travel. */
export function reportOptions(me: Persona, model: Pick<Model, 'bubbles' | 'people'>): ReportOptions {
  return {
    load: () => import('inward/report'),
    moderator: [MODERATOR],
    partner: [PARTNER],
    thread: ({ conversationId, messageId }) => {
      const peer = [...model.people.keys()].find((one) => threadId(me, one) === conversationId) ?? '';
      // What is hidden or covered stays so, unless it is what the person pressed.
      const isShown = (one: Bubble): boolean => one.message.id === messageId || (one.opened || !isCovered(one)) && (one.released === true || one.verdict?.delivery !== 'hidden');
      const messages = model.bubbles.filter((one) => one.peer === peer && one.verdict?.delivery !== 'denied' && isShown(one)).map((bubble) => reportable(me, conversationId, peer, bubble));
      return { kind: 'direct', accounts: [peer], messages };
    },
    send: (envelope, { to }) => sendSealed(me, envelope, to),
  };
}

/** Sealed bytes to a desk. A line that is dead is no line. @throws where they were not taken */
export async function sendSealed(me: Persona, envelope: Uint8Array<ArrayBuffer>, to: 'moderator' | 'partner' = 'moderator'): Promise<void> {
  const response = await fetch(`/as/${me}/${to === 'partner' ? 'partner' : 'reports'}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: envelope, signal: AbortSignal.timeout(WAIT_MS) });
  if (!response.ok) throw new Error('not taken');
}

/** On each side of a chat it goes by the other's name; to the service it is one conversation. */
function reportable(me: Persona, conversationId: string, peer: PeerId, { message, mine, franked, notices }: Bubble): ReportableMessage {
  return { message: { ...message, conversationId, senderId: mine ? me : peer }, notices, ...franked === undefined ? {} : { franked } };
}
