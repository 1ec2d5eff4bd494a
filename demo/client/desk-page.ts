import {
  openReport, OUTCOMES, signReceipt, verifyMessages, type OpenedReport, type Outcome, type PrivateRecipientKey, type Receipt, type SignedReceipt, type VerifiedMessage,
} from 'inward/report';
import { caseOf, checkCopies, type CheckedCopies } from 'inward/report/moderator';
import { MODERATOR, MODERATOR_SECRETS, PARTNER, PARTNER_SECRETS, TAG_KEY } from '../office-keys.ts';
import type { SealedArrival } from '../wire.ts';
import { fromBase64 } from './base64.ts';
import { copiesOf } from './desk-copies.ts';
import { h, patch, type VNode } from './view/element.ts';

const EVERY_MS = 2_000;
/** The last time that a date can hold. */
const TIME_MAX = 8.64e15;
const URGENCY = ['emergency', 'today', 'routine'];

interface Case {
  readonly reporter: string;
  readonly opened: OpenedReport;
  readonly messages: readonly VerifiedMessage[];
  /** Checked anew in this tab; a code where that could not be done, nothing where the report says nothing of copies. */
  readonly copies: CheckedCopies | string | undefined;
  readonly receipts: readonly SignedReceipt[];
  readonly receivedAt: number;
}

interface DeskModel {
  cases: readonly Case[];
  /** Codes of what could not be opened. */
  refused: readonly string[];
}

/** Whose desk: as the server calls what arrives for it. */
export type Desk = 'reports' | 'partner';

const KEYS: Readonly<Record<Desk, PrivateRecipientKey>> = {
  reports: { key: MODERATOR, privateKey: bytesOf(MODERATOR_SECRETS.opens), receiptPrivateKey: bytesOf(MODERATOR_SECRETS.signs) },
  partner: { key: PARTNER, privateKey: bytesOf(PARTNER_SECRETS.opens), receiptPrivateKey: bytesOf(PARTNER_SECRETS.signs) },
};
const tagKeys = [{ id: TAG_KEY.id, key: bytesOf(TAG_KEY.key) }];

/** `/?page=desk`: a moderator's desk; `&of=partner`: that of the partner, where the person chose one. Sealed reports come from the server; they are opened, verified and answered in this tab. */
export function openDeskPage(root: Element, desk: Desk): void {
  document.title = `${desk === 'partner' ? 'Partner' : 'Moderator'} · Inward playground`;
  const key = KEYS[desk];
  const model: DeskModel = { cases: [], refused: [] };
  const seen = new Set<string>();
  let next = 0;
  const render = (): void => { patch(root, [deskView(model, desk, answer)]); };

  async function look(): Promise<void> {
    const response = await fetch(`/desk/${desk}/${next}`).catch(() => undefined);
    const arrived = response?.ok === true ? await response.json() as readonly SealedArrival[] : [];
    // What another tab answered, or this one before it was opened anew.
    const given = arrived.length > 0 || model.cases.length > 0 ? await answers() : [];
    for (const { reporter, envelope, receivedAt } of arrived) {
      next += 1;
      try {
        const opened = await openReport(fromBase64(envelope), [key], seen);
        const messages = await verifyMessages(opened.report, { tagKeys, reporterId: reporter });
        const copies = opened.report.duplicates && await checkCopies(opened.report, messages, copiesOf).catch((error: unknown) => (error as Error).message);
        const one: Case = { reporter, opened, messages, copies, receipts: [], receivedAt };
        // The figures are the moderators'.
        if (desk === 'reports') await record(one);
        model.cases = [...model.cases, one].sort((a, b) => URGENCY.indexOf(a.opened.report.urgency) - URGENCY.indexOf(b.opened.report.urgency));
      } catch (error) {
        model.refused = [...model.refused, String((error as { readonly code?: unknown }).code ?? 'unknown')];
      }
    }
    model.cases = model.cases.map((one) => ({ ...one, receipts: given.filter(({ keyId, receipt }) => keyId === key.key.id && receipt.reportId === one.opened.report.id) }));
    render();
    setTimeout(() => void look(), EVERY_MS);
  }

  /** The service's own records for figures: who and about whom by name here, blinded in a real one; no texts. */
  async function record({ reporter, opened: { report }, messages, copies, receivedAt }: Case): Promise<void> {
    const line = caseOf(report, messages, { receivedAt, reporter, copies: typeof copies === 'string' ? undefined : copies });
    await fetch('/desk/cases', { method: 'POST', body: JSON.stringify(line) }).catch(() => undefined);
  }

  async function answers(): Promise<readonly SignedReceipt[]> {
    const response = await fetch('/desk/receipts').catch(() => undefined);
    return response?.ok === true ? await response.json() as readonly SignedReceipt[] : [];
  }

  async function answer(one: Case, given: Pick<Receipt, 'status' | 'outcome' | 'text'>): Promise<void> {
    // The time as its number: it rises, whichever tab answers.
    const at = await serviceTime();
    if (at === undefined) return;
    const receipt: Receipt = { v: 1, reportId: one.opened.report.id, number: at, at, ...given };
    const signed = await signReceipt(receipt, key);
    const response = await fetch('/desk/receipts', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ reporter: one.reporter, signed }) });
    if (response.ok) model.cases = model.cases.map((other) => (other === one ? { ...one, receipts: [...one.receipts, signed] } : other));
    render();
  }

  render();
  void look();
}

/** The service's: pages of the playground can be ahead by days. */
async function serviceTime(): Promise<number | undefined> {
  const response = await fetch('/desk/clock').catch(() => undefined);
  return response?.ok === true ? await response.json() as number : undefined;
}

function deskView({ cases, refused }: DeskModel, desk: Desk, answer: (one: Case, given: Pick<Receipt, 'status' | 'outcome' | 'text'>) => Promise<void>): VNode {
  return h('main', { class: 'desk' },
    h('h1', {}, desk === 'partner' ? 'Partner’s desk' : 'Moderator’s desk'),
    h('p', {}, 'Reports arrive sealed and are opened in this tab. The keys of this pretended service are public, so that you can play both sides.'),
    h('p', { role: 'status' }, cases.length === 0 ? 'No report yet. As Ada or Ben, press Report on a message.' : cases.length === 1 ? '1 report' : `${cases.length} reports`),
    desk === 'reports'
      ? h('p', { key: 'figures' }, h('a', { href: '/desk/indicators', target: '_blank' }, 'What became of reports: the figures'), ' · ', h('a', { href: '/?page=desk&of=partner', target: '_blank' }, 'The partner’s desk'))
      : h('p', { key: 'partner' }, 'Only reports that the person chose to send to this group as well.'),
    refused.length > 0 && h('p', { class: 'degraded' }, `Refused: ${refused.join(', ')}`),
    ...cases.map((one) => caseView(one, answer)));
}

function caseView(one: Case, answer: (one: Case, given: Pick<Receipt, 'status' | 'outcome' | 'text'>) => Promise<void>): VNode {
  const { report } = one.opened;
  const proven = provenSenders(one.messages, one.reporter);
  const last = one.receipts.at(-1)?.receipt;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['About', report.category], ['Urgency', [report.urgency, report.urgencyReason].filter(Boolean).join(', ')], ['Involves a child', report.involvesChild ? 'yes' : undefined], ['From', one.reporter],
    ['Wrote it, as is proven', proven.join(', ') || 'nobody'], ['Accounts, as the reporter says', report.accounts.join(', ')], ['Written in', `${report.writing.language}, ${report.writing.script}${report.writing.script === 'Mymr' ? `, ${report.writing.encoding}` : ''} (${report.writing.by})`],
    ['Note', report.note], ['Notices left in', report.notices.length === 0 ? undefined : report.notices.map(({ kind, reasons }) => `${kind}: ${reasons.join(', ')}`).join('; ')],
    ['Reported before', report.reportedBefore.times === 0 ? undefined : String(report.reportedBefore.times)], ['Near-copies', report.duplicates && copiesText(report.duplicates, one.copies)], ['Answer wanted', report.contact],
  ];
  return h('section', { key: report.id, class: `card case ${report.urgency}`, 'aria-label': `Report ${report.id.slice(0, 8)}` },
    h('h2', {}, `Report ${report.id.slice(0, 8)}`),
    h('table', {}, h('tbody', {}, ...facts.filter(([, value]) => value !== undefined).map(([label, value]) => h('tr', {}, h('th', { scope: 'row' }, label), h('td', { dir: 'auto' }, value))))),
    h('ol', { 'aria-label': 'Messages' }, ...one.messages.map(messageView)),
    h('p', { role: 'status' }, last === undefined ? 'Not answered yet.' : `Answered: ${last.status}${last.outcome === undefined ? '' : `, ${last.outcome}`}`),
    last?.status !== 'final' && h('form', {
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        const form = new FormData(event.target as HTMLFormElement);
        void answer(one, { status: 'final', outcome: form.get('outcome') as Outcome, text: String(form.get('text')) });
      },
    },
    last === undefined && h('button', { key: 'received', type: 'button', class: 'quiet', onclick: () => answer(one, { status: 'received' }) }, 'Say it was received'),
    last?.status !== 'in-review' && h('button', { key: 'review', type: 'button', class: 'quiet', onclick: () => answer(one, { status: 'in-review' }) }, 'Say it is in review'),
    h('label', { key: 'outcome' }, 'Outcome', h('select', { name: 'outcome' }, ...OUTCOMES.map((outcome) => h('option', { value: outcome }, outcome)))),
    h('label', { key: 'text' }, 'What the reporter reads', h('input', { name: 'text', maxlength: 2000, dir: 'auto' })),
    h('button', { key: 'final', type: 'submit', class: 'primary' }, 'Send the answer')));
}

/** What the report says of copies, and what of it its texts give. */
function copiesText({ sketches, distinctSenders, degraded }: NonNullable<OpenedReport['report']['duplicates']>, checked: CheckedCopies | string | undefined): string {
  if (typeof checked !== 'object') return `${sketches.length} sketches, not checked here (${checked ?? 'unknown'}): not counted`;
  const refused = checked.unlike.length === 0 ? '' : `; refused: ${checked.unlike.length} sketches that their messages do not give`;
  if (checked.isCountForged) return `Refused: another number of senders than stands here${refused}`;
  if (degraded !== undefined) return `The device could not look (${degraded})${refused}`;
  return `${distinctSenders} ${distinctSenders === 1 ? 'sender' : 'senders'} of near-copies in this report, ${checked.provenSenders} proven; ${sketches.length} ${sketches.length === 1 ? 'sketch' : 'sketches'}, made anew here${refused}`;
}

/** Accounts that the server and their own messages speak for; what the reporter says of others is their word. */
function provenSenders(messages: readonly VerifiedMessage[], reporter: string): readonly string[] {
  const senders = messages.flatMap((one) => (one.state === 'verified' || one.state === 'closed' ? [one.franking.context.senderId] : []));
  return [...new Set(senders)].filter((sender) => sender !== reporter);
}

/** What a moderator may believe of it, first. */
function messageView(one: VerifiedMessage): VNode {
  const label: Readonly<Record<VerifiedMessage['state'], string>> = {
    verified: 'Verified: sent so, by this account', closed: 'Verified that one was sent; not what it said', unverified: 'Not proven: only the reporter says so', out: 'The reporter took one out', refused: 'Refused',
  };
  const missing = 'missing' in one && one.missing > 0 ? ` · ${one.missing} before it not in the report` : '';
  const body = 'body' in one ? one.body : undefined;
  // The server's words where it has spoken, else the reporter's.
  const { senderId, receivedAt } = 'franking' in one ? one.franking.context : { senderId: body?.senderId, receivedAt: body?.sentAt };
  const who = senderId === undefined ? '' : ` · ${senderId}`;
  const when = receivedAt === undefined || Math.abs(receivedAt) > TIME_MAX ? '' : ` · ${new Date(receivedAt).toISOString().slice(0, 16).replace('T', ' ')}`;
  return h('li', { class: one.state },
    h('p', { class: 'small' }, `${label[one.state]}${one.state === 'refused' ? `: ${one.code}` : ''}${missing}${who}${when}`),
    body !== undefined && h('p', { class: 'said', dir: 'auto' }, body.text ?? body.kind),
    ...(body?.attachments ?? []).map(({ kind, digest }) => h('p', { class: 'small' }, `A ${kind} belongs to it, which is not in the report: SHA-256 ${digest}`)));
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return fromBase64(base64url.replace(/-/g, '+').replace(/_/g, '/'));
}
