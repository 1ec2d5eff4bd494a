import { ticketStatus, type Ticket, type TicketStatus, type WaitingReport } from 'inward/report';
import type { ReportScreenEvent } from 'inward/ui/report';
import type { Actions } from '../actions.ts';
import { demoTime } from '../clock.ts';
import type { Bubble, Model } from '../model.ts';
import { lastWords } from '../receipts-of.ts';
import { h, type Child, type VNode } from './element.ts';
import { forwardButton } from './forward-sheet.ts';

/** The package's report screen: over the page where the person asked for it, in a row of its own where it asks them. */
export function reportSheet(model: Model, act: Actions): Child {
  const { open, failed } = model.reports;
  if (failed) {
    return h('div', { key: 'report-failed', class: 'banner warn', role: 'alert' }, 'A report cannot be made now.',
      h('button', { type: 'button', class: 'quiet', onclick: () => act.reports.putAway() }, 'Close'));
  }
  if (open === undefined) return undefined;
  const { ask, catalogue, hand, nameOf, pressing, start } = open;
  const screen = h('inward-report', {
    key: pressing ?? hand.target.messageId ?? hand.target.conversationId, '.pressing': pressing !== undefined, '.catalogue': catalogue, '.nameOf': nameOf, '.ask': ask, '.start': start, '.report': hand,
    'on:inward-report': ({ detail }: CustomEvent<ReportScreenEvent>) => act.reports.ended(detail),
  });
  if (ask !== undefined) return h('section', { key: 'report-question', class: 'report-sheet asking', 'aria-label': 'A question about reporting' }, screen);
  return h('dialog', {
    key: 'report-sheet', class: 'report-sheet', 'aria-label': 'Report',
    oncancel: (event: Event) => {
      event.preventDefault();
      return act.reports.putAway();
    },
  }, screen);
}

/** Under a message of a chat: a report is one press away, and an emergency too. */
export function reportButtons(act: Actions, bubble: Bubble): VNode {
  const { peer, message } = bubble;
  const button = (label: string, emergency: boolean): VNode => h('button', {
    type: 'button', class: 'quiet', onclick: () => act.reports.open(peer, { messageId: message.id, emergency }),
  }, label);
  return h('div', { key: 'report', class: 'report-row' }, button('Report', false), button('Emergency', true), forwardButton(act, bubble));
}

const STAGES: Readonly<Record<TicketStatus['stage'], string>> = { 'sent': 'Sent', 'received': 'Received', 'in-review': 'In review', 'final': 'Answered' };

/** In the settings: what was sent, and what became of it. */
export function ticketList(model: Model, act: Actions): VNode {
  const { said, tickets, waiting } = model.reports;
  return h('section', { key: 'tickets', class: 'card', 'aria-labelledby': 'tickets-title' },
    h('h3', { id: 'tickets-title', tabindex: '-1' }, 'Your reports'),
    tickets.length === 0 && h('p', { class: 'small' }, 'You sent none. On a message, press Report.'),
    h('p', { class: 'small', role: 'status' }, said ?? ''),
    waiting.length > 0 && h('ul', { class: 'tickets waiting', 'aria-label': 'Not sent yet' }, ...waiting.map((one) => waitingView(act, one))),
    h('ul', { class: 'tickets sent', 'aria-label': 'Sent' }, ...tickets.map((ticket) => ticketView(act, ticket, tickets))));
}

/** All that is stored of it: it goes with another press, or not at all. */
function waitingView(act: Actions, { facts, isExpired, missing }: WaitingReport): VNode {
  return h('li', { key: facts.reportId },
    h('p', {}, h('strong', {}, 'Waits, sealed'), ` · number ${facts.reportId.slice(0, 8)} · ${factsOf(facts)} · for ${missing.map(({ name }) => name).join(' and ')} · ${new Date(facts.sealedAt).toLocaleString('en')}`),
    isExpired && h('p', { class: 'small' }, 'Its key is out of force: write it anew.'),
    h('div', { class: 'report-row' },
      !isExpired && h('button', { key: 'send', type: 'button', class: 'quiet', onclick: (event: Event) => act.reports.sendWaiting(facts.reportId, event) }, 'Send now'),
      h('button', { key: 'delete', type: 'button', class: 'quiet', onclick: () => act.reports.deleteWaiting(facts.reportId) }, 'Delete')));
}

function factsOf({ category, messages }: Ticket['facts']): string {
  return `${category} · ${messages === 1 ? '1 message' : `${messages} messages`}`;
}

function ticketView(act: Actions, ticket: Ticket, all: readonly Ticket[]): VNode {
  const { stage, hours, answer, nudge, mayEscalate, mayEscalateAt } = ticketStatus(ticket, demoTime());
  const { escalatedBy, facts } = ticket;
  // One that asks for an answer is not asked about again: the first one is.
  const asksAbout = all.find((one) => one.escalatedBy.some(({ reportId }) => reportId === facts.reportId));
  return h('li', { key: facts.reportId },
    h('p', {}, h('strong', {}, STAGES[stage]), ` · number ${facts.reportId.slice(0, 8)} · ${asksAbout === undefined ? factsOf(facts) : `asks for an answer to ${asksAbout.facts.reportId.slice(0, 8)}`} · to ${facts.recipients.map(({ name }) => name).join(' and ')}`),
    answer?.text !== undefined && h('p', { dir: 'auto' }, answer.text),
    // The partner's word stands beside the moderators' clock, and stops nothing of it.
    ...lastWords(ticket).flatMap(({ to, name, receipt }) => (to === 'partner' && receipt !== undefined ? [h('p', { key: 'partner', class: 'small', dir: 'auto' }, `${name}: ${STAGES[receipt.status].toLowerCase()}${receipt.text === undefined ? '' : ` · ${receipt.text}`}`)] : [])),
    answer === undefined && h('p', { class: 'small' }, nudge === undefined ? `${hours} hours ago` : `No answer for ${nudge} hours.`),
    nudge !== undefined && h('button', { key: 'noted', type: 'button', class: 'quiet', onclick: () => act.reports.noted(ticket, nudge) }, 'Noted'),
    asksAbout === undefined && mayEscalate && h('button', { key: 'again', type: 'button', class: 'quiet', title: 'A report without messages, which names this one. You see it first.', onclick: () => act.reports.askAgain(ticket) }, 'Ask for an answer'),
    asksAbout === undefined && !mayEscalate && mayEscalateAt !== undefined && h('p', { key: 'not-yet', class: 'small' }, `${escalatedBy.length > 0 ? 'You asked for an answer. You can ask again from' : 'You can ask for an answer from'} ${new Date(mayEscalateAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })}.`));
}
