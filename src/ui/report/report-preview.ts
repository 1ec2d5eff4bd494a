import type { Report, ReportedMessage } from '../../contract/report.ts';
import type { ReportInHand } from '../../contract/reporting.ts';
import { make } from '../element.ts';
import { folded } from './report-fields.ts';
import type { Say } from './report-words.ts';

export interface PreviewWords extends Say {
  readonly when: (time: number) => string;
  readonly language: (tag: string) => string;
  readonly nameOf: (senderId: string | undefined) => string;
}

/** Puts it under its heading; what was open stays open. */
export function showPreview(at: HTMLElement, inside: readonly Node[], { say }: PreviewWords): void {
  const isOpen = at.querySelector('details')?.open === true;
  const offline = navigator.onLine ? [] : [make('p', {}, say('offline'))];
  at.replaceChildren(make('h3', {}, say('preview')), ...inside, ...offline);
  const details = at.querySelector('details');
  if (details) details.open = isOpen;
}

/** All of a report: what a person asks of it in words, and under it every field as it is sent. */
export function previewOf(report: Report, hand: ReportInHand, partner: boolean, words: PreviewWords): readonly Node[] {
  const { say, count, language, reason } = words;
  const { moderator, partner: other } = hand.recipients;
  const own = new Map(hand.messages.map((one) => [one.id, one.isOwn ? say('me') : words.nameOf(one.senderId)] as const));
  const { writing } = report;
  const rows: readonly (readonly [label: string, value: string | undefined])[] = [
    [say('to'), partner && other !== undefined ? `${moderator} + ${other}` : moderator],
    [say('accounts'), report.accounts.map((account) => named(account, words.nameOf(account))).join(', ') || undefined],
    [say('category'), say(`category-${report.category}`)],
    [say('urgency'), say(`urgency-${report.urgency}`)],
    [say('why-urgent'), report.urgencyReason && say(`reason-${report.urgencyReason}`)],
    [say('child'), report.involvesChild ? say('yes') : undefined],
    [say('note'), report.note],
    [say('language'), report.messages.length === 0 ? undefined : `${language(writing.language)}${writing.script === 'Mymr' ? ` (${say(`encoding-${writing.encoding}`)})` : ''}`],
    [say('notices'), report.notices.map(({ reasons }) => reasons.map(reason).join(' ')).join('\n') || undefined],
    [say('contact'), say(`contact-${report.contact}`)],
    [say('copies'), report.duplicates && (report.duplicates.degraded === undefined ? `${say('copies-for')} ${count('report-senders', report.duplicates.distinctSenders)}` : say('copies-none'))],
    [say('before'), report.reportedBefore.times === 0 ? undefined : `${count('report-times', report.reportedBefore.times)} (${report.reportedBefore.ids.map((id) => id.slice(0, 8)).join(', ')})`],
  ];
  return [
    make('dl', {}, ...rows.flatMap(([label, value]) => (value === undefined ? [] : [make('div', {}, make('dt', {}, label), make('dd', { class: 'said' }, make('bdi', {}, value)))]))),
    ...report.messages.length === 0 ? [] : [make('ol', { 'aria-label': say('messages') }, ...report.messages.map((one) => messageOf(one, own, words)))],
    folded('everything', say('everything'), make('pre', {}, JSON.stringify(report, null, 1))),
  ];
}

function messageOf(one: ReportedMessage, names: ReadonlyMap<string, string>, { say, when }: PreviewWords): HTMLElement {
  if (one.shown === 'out') return make('li', {}, make('small', {}, say('gap')));
  const head = (messageId: string, time: number): HTMLElement => (
    make('small', {}, make('bdi', {}, names.get(messageId) ?? ''), ` · ${when(time)} · ${say(one.franking ? 'provable' : 'unproven')}`));
  if (one.shown === 'closed') return make('li', {}, head(one.franking.context.messageId, one.franking.context.receivedAt), make('p', {}, say('closed')));
  const { messageId, sentAt, text = '', attachments = [] } = one.body;
  return make('li', {}, head(messageId, sentAt),
    ...text === '' && attachments.length > 0 ? [] : [make('p', { class: 'said', dir: 'auto' }, text === '' ? say('no-text') : text)],
    ...attachments.map(({ mimeType }) => make('p', {}, `${say('attachment')}${mimeType === undefined ? '' : ` (${mimeType})`}`)));
}

/** What leaves is the account; what the app calls it stands before it. */
function named(account: string, name: string): string {
  return name === account ? account : `${name} (${account})`;
}
