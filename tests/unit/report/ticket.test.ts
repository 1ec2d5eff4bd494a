import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { createTickets, openTicket, ticketNudged, ticketStatus, ticketWithReceipt, type Receipt, type SealedFacts, type Ticket } from '../../../src/report/index.ts';
import { codeOf } from '../../fixtures/code-of.ts';
import { NOW } from '../../fixtures/report/world.ts';

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
      stage: 'sent', hours, nudge, mayEscalate, mayEscalateAt: NOW + 48 * HOUR, lookAt: next === undefined ? undefined : NOW + next * HOUR, answer: undefined,
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
    expect(ticketStatus(answered, NOW + 400 * HOUR)).toEqual({ stage: 'final', hours: 50, nudge: undefined, mayEscalate: false, mayEscalateAt: undefined, lookAt: undefined, answer: final(3, NOW + 50 * HOUR) });
  });

  it('set back counts as no time', () => {
    expect(ticketStatus(ticket, NOW - 5 * HOUR)).toMatchObject({ hours: 0, nudge: undefined, mayEscalate: false });
  });
});

describe('when an answer may be asked for', () => {
  const may = (one: Ticket, hours: number): readonly unknown[] => {
    const { mayEscalate, mayEscalateAt } = ticketStatus(one, NOW + hours * HOUR);
    return [mayEscalate, mayEscalateAt === undefined ? undefined : (mayEscalateAt - NOW) / HOUR];
  };
  const asked = (...hours: readonly number[]): Ticket => ({ ...ticket, escalatedBy: hours.map((one, at) => ({ reportId: String(at).repeat(22), sentAt: NOW + one * HOUR })) });

  it('is after 48 hours, and then 24 hours after each time', () => {
    expect([47.99, 48, 900].map((hours) => may(ticket, hours))).toEqual([[false, 48], [true, 48], [true, 48]]);
    expect([60, 83.99, 84].map((hours) => may(asked(60), hours))).toEqual([[false, 84], [false, 84], [true, 84]]);
    expect([84, 108, 109].map((hours) => may(asked(60, 85), hours))).toEqual([[false, 109], [false, 109], [true, 109]]);
  });

  it('is never after the final answer, and again where that was opened again', () => {
    const answered = ticketWithReceipt(asked(60), final(3, NOW + 61 * HOUR));
    expect([61, 84, 10_000].map((hours) => may(answered, hours))).toEqual(Array.from({ length: 3 }, () => [false, undefined]));
    expect(may(ticketWithReceipt(answered, receipt(4, { status: 'in-review' })), 90)).toEqual([true, 84]);
    // A partner's word is not theirs.
    expect(may(ticketWithReceipt(ticket, final(1, NOW + HOUR), 'partner'), 50)).toEqual([true, 48]);
  });

  it('is no sooner with a clock that went back, or is none', () => {
    expect([-1_000, 0, 59, 60].map((hours) => may(asked(60), hours))).toEqual(Array.from({ length: 4 }, () => [false, 84]));
    // Sent, or asked, while the clock was ahead: it waits as long by the clock as it is now.
    expect([0, 100, 347, 348].map((hours) => may(openTicket(FACTS, NOW + 300 * HOUR), hours))).toEqual([[false, 348], [false, 348], [false, 348], [true, 348]]);
    expect([71, 323, 324].map((hours) => may(asked(300, 60), hours))).toEqual([[false, 324], [false, 324], [true, 324]]);
    expect(ticketStatus(ticket, Number.NaN).mayEscalate).toBe(false);
  });

  it('is not undone by a copy from before it was asked', async () => {
    const tickets = createTickets(createMemoryStore());
    await tickets.put(asked(60));
    // Another tab still shows the ticket as it was, and "Noted" is pressed there.
    await tickets.put(ticketNudged(ticket, 48));
    expect(await tickets.get(FACTS.reportId)).toEqual({ ...asked(60), nudged: [48] });
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
