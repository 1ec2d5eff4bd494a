import type { DeliveryRow } from './delivery-table.ts';
import type { Context, Message } from './message.ts';
import { normaliseContext } from './normalise-context.ts';

/**
 * What a live message is to a thread whose sender is judged: one `begins` with a message of a stranger or to one, and `goes-on` while
 * notices about them may be shown. Nothing of one that is denied, for nobody reads it, nor of what nobody writes.
 */
export type ThreadPart = 'begins' | 'goes-on';

const UNWRITTEN: readonly Message['kind'][] = ['system', 'call', 'reaction'];

export function threadPart({ direction, kind }: Pick<Message, 'direction' | 'kind'>, context: Context, row: DeliveryRow): ThreadPart | undefined {
  if (UNWRITTEN.includes(kind)) return undefined;
  const begins = direction === 'outgoing' ? normaliseContext(context).relationship === 'stranger' : row.isStranger;
  if (direction === 'incoming' && (row.mayNotice !== true || row.delivery === 'denied')) return undefined;
  return begins ? 'begins' : 'goes-on';
}
