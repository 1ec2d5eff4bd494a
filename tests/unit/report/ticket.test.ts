import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import {
  buildReport, createOutbox, createTickets, escalationDraft, openReport, openTicket, reportBytes, sealReport, ticketEscalated, ticketNudged, ticketStatus, ticketWithReceipt, type Receipt, type ReportDraft, type SealedFacts, type Ticket,
} from '../../../src/report/index.ts';
import { codeOf } from '../../fixtures/code-of.ts';
import { draftOf, makeRecipient, NOW, SAFETY } from '../../fixtures/report/world.ts';

const HOUR = 3_600_000;
const FACTS: SealedFacts = {
  reportId: 'A'.repeat(22), sealedAt: NOW, messages: 3, category: 'threats', urgency: 'today',
  recipients: [{ to: 'moderator', name: 'Moderators', keyId: 'k', notAfter: NOW * 2 }],
};
const ticket = openTicket(FACTS, NOW);
const receipt = (number: number, more: Partial<Receipt> = {}): Receipt => ({ v: 1, reportId: FACTS.reportId, number, status: 'received', at: NOW + number * HOUR, ...more });
const final = (number: number, at: number): Receipt => receipt(number, { status: 'final', at, outcome: 'removed', text: 'Taken down.' });

describe('the clock', () => {
  it.each([
    [0, 0, undefined, false, 24], [23.99, 23, undefined, false, 24], [24, 24, 24, false, 48], [47.99, 47, 24, false, 48], [48, 48, 48, true, undefined], [1_000, 1_000, 48, true, undefined],
  ])('after %s hours: %s whole ones, nudge %s, may escalate %s, look again at hour %s', (after, hours, nudge, mayEscalate, next) => {
    expect(ticketStatus(ticket, NOW + after * HOUR)).toEqual({
      stage: 'sent', hours, nudge, mayEscalate, lookAt: next === undefined ? undefined : NOW + next * HOUR, answer: undefined,
    });
  });

  it('says each nudge once', () => {
    const after24 = ticketNudged(ticket, 24);
    expect(ticketStatus(after24, NOW + 30 * HOUR).nudge).toBe(undefined);
    expect(ticketStatus(after24, NOW + 48 * HOUR).nudge).toBe(48);
    const after48 = ticketNudged(ticketNudged(after24, 48), 48);
    expect(after48.nudged).toEqual([24, 48]);
    expect(ticketStatus(after48, NOW + 500 * HOUR)).toMatchObject({ nudge: undefined, mayEscalate: true });
  });

  it('a phone that was off for three days hears of the 48 hours only', () => {
    expect(ticketStatus(ticket, NOW + 72 * HOUR).nudge).toBe(48);
    expect(ticketStatus(ticketNudged(ticket, 48), NOW + 72 * HOUR).nudge).toBe(undefined);
  });

  it('does not stop for "received" and "in review", and stops with the final answer', () => {
    const reviewed = ticketWithReceipt(ticketWithReceipt(ticket, receipt(1)), receipt(2, { status: 'in-review' }));
    expect(ticketStatus(reviewed, NOW + 48 * HOUR)).toMatchObject({ stage: 'in-review', nudge: 48, mayEscalate: true });
    const answered = ticketWithReceipt(reviewed, final(3, NOW + 50 * HOUR));
    expect(ticketStatus(answered, NOW + 400 * HOUR)).toEqual({ stage: 'final', hours: 50, nudge: undefined, mayEscalate: false, lookAt: undefined, answer: final(3, NOW + 50 * HOUR) });
  });

  it('set back counts as no time', () => {
    expect(ticketStatus(ticket, NOW - 5 * HOUR)).toMatchObject({ hours: 0, nudge: undefined, mayEscalate: false });
  });
});

describe('pressing for an answer', () => {
  it('is offered once, and is a report without messages that names the first', async () => {
    const moderator = await makeRecipient();
    const again = buildReport(SAFETY, draftOf([], { urgency: 'emergency', urgencyReason: 'violence-may-happen', reportedBefore: { times: 1, ids: [FACTS.reportId] } }));
    const { envelopes } = await sealReport(again, { now: NOW, moderator: [moderator.key] });
    expect((await openReport(envelopes[0] as Uint8Array, [moderator], new Set())).bytes).toEqual(reportBytes(again));
    const pressed = ticketEscalated(ticket, again.id);
    expect(pressed.escalatedBy).toEqual([again.id]);
    expect(ticketStatus(pressed, NOW + 60 * HOUR)).toMatchObject({ nudge: 48, mayEscalate: false });
  });
});

describe('pressing for an answer', () => {
  const DAY = 24 * HOUR;

  it('goes without messages, names the report that waits, and is offered once, from 48 hours on', async () => {
    const moderator = await makeRecipient();
    const [store, arrived] = [createMemoryStore(), [] as Uint8Array<ArrayBuffer>[]];
    const [outbox, tickets] = [createOutbox(store), createTickets(store)];
    const send = async (draft: ReportDraft, now: number): Promise<Ticket> => {
      const report = buildReport(SAFETY, draft);
      await outbox.keep(await sealReport(report, { now, moderator: [moderator.key] }));
      return outbox.send(report.id, async (envelope) => { arrived.push(envelope); }, { now });
    };
    const { facts: { reportId } } = await send(draftOf([], { category: 'hate', urgency: 'routine', now: NOW }), NOW);
    const held = async (): Promise<Ticket> => (await createTickets(store).get(reportId)) as Ticket;
    const offered = async (): Promise<readonly boolean[]> => {
      const one = await held();
      return [24, 47, 48, 72].map((hours) => ticketStatus(one, NOW + hours * HOUR).mayEscalate);
    };
    expect(await offered()).toEqual([false, false, true, true]);
    const now = NOW + 2 * DAY;
    const pressed = await send(escalationDraft(await held(), { now, policy: moderator.key.policy }), now);
    await tickets.put(ticketEscalated(await held(), pressed.facts.reportId));
    expect(await offered()).toEqual([false, false, false, false]);
    const { report } = await openReport(arrived[1] as Uint8Array<ArrayBuffer>, [moderator], new Set());
    expect(report).toMatchObject({ id: pressed.facts.reportId, messages: [], accounts: [], category: 'hate', urgency: 'today', reportedBefore: { times: 1, ids: [reportId] } });
    // It has a clock of its own, and an answer to the first one ends that one's.
    expect(ticketStatus(pressed, now + 2 * DAY)).toMatchObject({ hours: 48, mayEscalate: true });
    expect(ticketStatus(ticketWithReceipt(await held(), { ...final(1, now), reportId }), now + 9 * DAY)).toMatchObject({ stage: 'final', mayEscalate: false });
  });

  it('keeps an emergency one, and never asks where there is an answer', () => {
    expect(escalationDraft(openTicket({ ...FACTS, urgency: 'emergency' }, NOW), { now: NOW, policy: 'p' }).urgency).toBe('emergency');
    expect(escalationDraft(ticket, { now: NOW, policy: 'p' })).toEqual({ now: NOW, policy: 'p', category: 'threats', urgency: 'today', reportedBefore: { times: 1, ids: [FACTS.reportId] } });
    expect(ticketStatus(ticketWithReceipt(ticket, final(1, NOW + HOUR)), NOW + 9 * DAY).mayEscalate).toBe(false);
    expect(ticketStatus(ticketWithReceipt(ticket, receipt(1)), NOW + 2 * DAY).mayEscalate).toBe(true);
    expect(ticketStatus(ticket, NOW - DAY).mayEscalate).toBe(false);
  });
});

const taken = (into: Ticket, one: Receipt): Ticket => ticketWithReceipt(into, one);

describe('receipts', () => {
  it('of a partner are numbered apart, and close no clock of the moderators', () => {
    const both = ticketWithReceipt(ticketWithReceipt(ticketWithReceipt(ticket, receipt(1), 'partner'), receipt(1), 'moderator'), final(2, NOW + 3 * HOUR), 'partner');
    expect(both.receipts).toHaveLength(3);
    expect(ticketStatus(both, NOW + 49 * HOUR)).toMatchObject({ stage: 'received', answer: undefined, nudge: 48, mayEscalate: true });
    expect(ticketStatus(ticketWithReceipt(both, final(2, NOW + 50 * HOUR), 'moderator'), NOW + 60 * HOUR)).toMatchObject({ stage: 'final', hours: 50 });
    expect(() => ticketWithReceipt(both, final(1, NOW), 'partner')).toThrow(expect.objectContaining({ code: 'receipt-conflict' }));
  });

  it('come in any order, and twice', () => {
    const [one, two, three] = [receipt(1), receipt(2, { status: 'in-review' }), final(3, NOW + 9 * HOUR)];
    const orders = [[one, two, three], [three, one, two], [two, three, one, two, three]];
    for (const order of orders) expect(order.reduce<Ticket>(taken, ticket).receipts).toEqual([one, two, three]);
    // One that was late does not open what is closed.
    expect(ticketStatus([three, two].reduce<Ticket>(taken, ticket), NOW + 99 * HOUR).stage).toBe('final');
  });

  it('with a later number may open a closed report again', () => {
    const appealed = [final(3, NOW + 9 * HOUR), receipt(4, { status: 'in-review', at: NOW + 20 * HOUR })].reduce<Ticket>(taken, ticket);
    expect(ticketStatus(appealed, NOW + 30 * HOUR)).toMatchObject({ stage: 'in-review', nudge: 24 });
  });

  it('of another report, or another one of the same number, are refused', () => {
    expect(codeOf(() => ticketWithReceipt(ticket, { ...receipt(1), reportId: 'B'.repeat(21) + 'A' }))).toBe('receipt-forged');
    expect(codeOf(() => ticketWithReceipt(ticketWithReceipt(ticket, receipt(1)), receipt(1, { at: NOW })))).toBe('receipt-conflict');
  });
});
