import { ticketStatus, type Ticket, type TicketStatus } from 'inward/report';
import type { ReportScreenEvent } from 'inward/ui/report';
import type { Actions } from '../actions.ts';
import { demoTime } from '../clock.ts';
import type { Bubble, Model } from '../model.ts';
import { h, type Child, type VNode } from './element.ts';

/** The package's report screen: over the page where the person asked for it, in a row of its own where it asks them. */
export function reportSheet(model: Model, act: Actions): Child {
  const { open } = model.reports;
  if (open === undefined) return undefined;
  const { ask, catalogue, hand, nameOf, start } = open;
  return h('div', { key: 'report-sheet', class: ask === undefined ? 'report-sheet' : 'report-sheet asking' },
    h('inward-report', {
      key: hand.target.messageId ?? hand.target.conversationId, '.catalogue': catalogue, '.nameOf': nameOf, '.ask': ask, '.start': start, '.report': hand,
      'on:inward-report': ({ detail }: CustomEvent<ReportScreenEvent>) => act.reports.ended(detail),
    }));
}

/** Under a message of a chat: a report is one press away, and an emergency too. */
export function reportButtons(act: Actions, { peer, message }: Bubble): VNode {
  const button = (label: string, emergency: boolean): VNode => h('button', {
    type: 'button', class: 'quiet', onclick: () => act.reports.open(peer, { messageId: message.id, emergency }),
  }, label);
  return h('div', { key: 'report', class: 'report-row' }, button('Report', false), button('Emergency', true));
}

const STAGES: Readonly<Record<TicketStatus['stage'], string>> = { 'sent': 'Sent', 'received': 'Received', 'in-review': 'In review', 'final': 'Answered' };

/** In the settings: what was sent, and what became of it. */
export function ticketList(model: Model): VNode {
  const { tickets, waiting } = model.reports;
  return h('section', { key: 'tickets', class: 'card', 'aria-labelledby': 'tickets-title' },
    h('h3', { id: 'tickets-title' }, 'Your reports'),
    tickets.length === 0 && h('p', { class: 'small' }, 'You sent none. On a message, press Report.'),
    waiting > 0 && h('p', { class: 'small' }, waiting === 1 ? 'One report waits for a connection, sealed.' : `${waiting} reports wait for a connection, sealed.`),
    h('ul', { class: 'tickets' }, ...tickets.map(ticketView)));
}

function ticketView(ticket: Ticket): VNode {
  const { stage, hours, answer, nudge } = ticketStatus(ticket, demoTime());
  const { facts } = ticket;
  return h('li', { key: facts.reportId },
    h('p', {}, h('strong', {}, STAGES[stage]), ` · number ${facts.reportId.slice(0, 8)} · ${facts.category} · ${facts.messages === 1 ? '1 message' : `${facts.messages} messages`} · to ${facts.recipients.map(({ name }) => name).join(' and ')}`),
    answer?.text !== undefined && h('p', { dir: 'auto' }, answer.text),
    answer === undefined && h('p', { class: 'small' }, nudge === undefined ? `${hours} hours ago` : `No answer for ${nudge} hours.`));
}
