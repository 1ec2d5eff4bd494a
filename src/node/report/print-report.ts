import type { ReportedCopies } from '../../contract/report.ts';
import type { CheckedCopies } from '../../report/moderator.ts';
import type { FrankingContext, OpenedReport, PlainBody, RefusedCode, VerifiedMessage } from '../../report/index.ts';

/** Why a message is refused, in a sentence for whoever judges the report. */
const REFUSED: Readonly<Record<RefusedCode, string>> = {
  'tag-key-unknown': 'tagged under a server key that is not here',
  'tag-forged': 'the server did not tag this message so',
  'opening-forged': 'this is not what the sender committed to',
  'context-differs': 'sender, conversation or id are other than the server saw',
  'other-thread': 'of another conversation than the report',
  'other-recipient': 'delivered to somebody else than who reports',
  'replayed': 'stands here already',
  'reordered': 'the server had it before the one above',
};

/**
 * A report for a terminal: facts first, then the messages in order, with what is proven of each and what is missing between them. What is refused
 * is not shown. Control characters of others are spelled out: a message must not write over the line above it.
 */
export function printReport({ header, report }: OpenedReport, messages: readonly VerifiedMessage[], checked?: CheckedCopies): string {
  const { writing, thread, reportedBefore, duplicates, about } = report;
  const head: readonly (readonly [string, string | undefined])[] = [
    ['report', `${report.id} to the ${header.to}, ${iso(report.createdAt)}`],
    ['category', `${report.category}${report.involvesChild ? ', involves a child' : ''}`],
    ['urgency', `${report.urgency}${report.urgencyReason === undefined ? '' : `: ${report.urgencyReason}`}`],
    ['writing', `${writing.language}, ${writing.script}${writing.script === 'Mymr' ? `, ${writing.encoding}` : ''} (${writing.by === 'person' ? 'the person says so' : 'detected'})`],
    ['about', report.accounts.map(shown).join(', ') || undefined],
    ['thread', thread === undefined ? undefined : `${shown(thread.conversationId)} (${thread.kind})`],
    ['reported before', reportedBefore.times === 0 ? undefined : `${reportedBefore.times} times${reportedBefore.ids.map((id) => ` ${id}`).join()}`],
    ['near-duplicates', duplicates && copies(duplicates, checked)],
    ['notices', report.notices.map(({ kind, level, reasons, answer }) => `${kind} ${level} (${reasons.join(', ')})${answer === undefined ? '' : ` → ${answer}`}`).join('; ') || undefined],
    ['note', report.note === undefined ? undefined : shown(report.note)],
    ['contact', report.contact], ['region', report.region], ['app', `inward ${about.version}, seal ${about.seal}${report.uiLocale === undefined ? '' : `, ${report.uiLocale}`}`],
  ];
  const lines = head.flatMap(([name, value]) => (value === undefined ? [] : [`${name.padEnd(16)}${value}`]));
  const told = messages.length === 0 ? ['No messages: a report of behaviour.'] : messages.flatMap((message, index) => [...gap(message, index), ...line(message)]);
  return `${[...lines, '', ...told, '', summary(messages)].join('\n')}\n`;
}

function copies({ sketches, distinctSenders, degraded }: ReportedCopies, { unlike = [], isCountForged = false, provenSenders }: Partial<CheckedCopies> = {}): string {
  const refused = unlike.length === 0 ? '' : `; REFUSED, not what its message says: ${unlike.map(shown).join(', ')}`;
  if (degraded !== undefined) return `the device could not look (${shown(degraded)})${isCountForged ? '; REFUSED: a number of senders all the same' : ''}${refused}`;
  const said = isCountForged ? 'REFUSED: another number of senders than stands here' : `${distinctSenders} ${distinctSenders === 1 ? 'sender' : 'senders'} of near-copies in this conversation`;
  const proven = provenSenders === undefined || provenSenders === distinctSenders ? '' : ` (${provenSenders} of them proven)`;
  return `${said}${proven}; ${sketches.length} ${sketches.length === 1 ? 'sketch' : 'sketches'}${refused}`;
}

function gap(message: VerifiedMessage, index: number): readonly string[] {
  const missing = 'missing' in message ? message.missing : 0;
  return missing === 0 || index === 0 ? [] : [`      … ${missing} message${missing === 1 ? '' : 's'} of this conversation not in the report`];
}

function line(message: VerifiedMessage): readonly string[] {
  switch (message.state) {
    case 'verified': return said('VERIFIED', message.body, message.franking.context);
    case 'unverified': return said('NOT PROVEN', message.body);
    case 'closed': return [`CLOSED      ${when(message.franking.context)} ${shown(message.franking.context.senderId)} sent a message; the reporter kept what it says`];
    case 'out': return ['LEFT OUT    the reporter took a message out here'];
    case 'refused': return [`REFUSED     ${REFUSED[message.code]} (${message.code})`];
  }
}

function said(label: string, body: PlainBody, context?: FrankingContext): readonly string[] {
  const marks = [
    body.kind === 'text' ? undefined : body.kind, body.forwardHops === undefined ? undefined : `forwarded ${body.forwardHops >= 5 ? '5 times or more' : `${body.forwardHops} times`}`,
    body.edits === undefined ? undefined : 'an edit', body.replyTo === undefined ? undefined : 'a reply',
  ].filter((mark) => mark !== undefined);
  const time = context === undefined ? `${iso(body.sentAt)} by the sender's clock` : when(context);
  return [
    `${label.padEnd(12)}${time} ${shown(body.senderId)}${marks.length === 0 ? '' : ` [${marks.join(', ')}]`}: ${shown(body.text ?? '')}`,
    ...(body.attachments ?? []).map(({ kind, digest }) => `            ${kind}, ciphertext sha256 ${digest}; its key is in the report`),
  ];
}

function summary(messages: readonly VerifiedMessage[]): string {
  const count = (state: VerifiedMessage['state']): number => messages.filter((message) => message.state === state).length;
  const order = count('unverified') > 0 ? ' The place of what is not proven is the reporter\'s word.' : '';
  return `${count('verified')} verified, ${count('closed')} closed, ${count('unverified')} not proven, ${count('out')} left out, ${count('refused')} refused.${order}`;
}

function when({ receivedAt }: FrankingContext): string {
  return `${iso(receivedAt)} at the server`;
}

function iso(milliseconds: number): string {
  return Number.isNaN(new Date(milliseconds).getTime()) ? 'no date' : new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ');
}

/** Controls, directional marks and line ends as escapes. Joiners and zero-width spaces stay: Burmese and Persian are written with them. */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/gu, (sign) => `\\u{${(sign.codePointAt(0) as number).toString(16)}}`);
}
