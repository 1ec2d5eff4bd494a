import type { Ticket } from 'inward/report';

/** The last word of each recipient, beside whose it is: each numbers by itself, and none speaks for the other. */
export function lastWords({ facts, receipts }: Ticket): readonly { readonly to: 'moderator' | 'partner'; readonly name: string; readonly receipt: Ticket['receipts'][number] | undefined }[] {
  return facts.recipients.map(({ to, name }) => ({ to, name, receipt: receipts.filter((one) => (one.to ?? 'moderator') === to).at(-1) }));
}

/** Somebody who got it has not answered for good. */
export function isAwaited(ticket: Ticket): boolean {
  return lastWords(ticket).some(({ receipt }) => receipt?.status !== 'final');
}
