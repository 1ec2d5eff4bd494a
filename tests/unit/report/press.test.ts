import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import * as report from '../../../src/report/index.ts';
import { pressInHand, ticketWithPress, type PressOptions } from '../../../src/report/press.ts';
import { draftOf, makeRecipient, NOW, SAFETY } from '../../fixtures/report/world.ts';

const HOUR = 3_600_000;
type Made = PressOptions & { readonly id: string; readonly arrived: Uint8Array<ArrayBuffer>[]; readonly tickets: report.Tickets; hours: number; isOnline: boolean };

/** A report that was sent at `NOW` and has no answer, over a store and a clock of the test's. */
async function waiting(moderator: report.PrivateRecipientKey, more: Partial<report.ReportDraft> = {}): Promise<Made> {
  const [store, arrived] = [createMemoryStore(), [] as Uint8Array<ArrayBuffer>[]];
  const first = report.buildReport(SAFETY, draftOf([], { category: 'hate', urgency: 'routine', now: NOW, ...more }));
  const { facts } = await report.sealReport(first, { now: NOW, moderator: [moderator.key] });
  const tickets = report.createTickets(store);
  await tickets.put(report.openTicket(facts, NOW));
  const made: Made = {
    id: first.id, report, safety: SAFETY, store, moderator: [moderator.key], arrived, tickets, hours: 48, isOnline: true, now: () => NOW + made.hours * HOUR,
    send: async (envelope) => {
      if (!made.isOnline) throw new Error('offline');
      arrived.push(envelope);
    },
  };
  return made;
}
const press = async (made: Made): Promise<unknown> => {
  const hand = await pressInHand(made.id, made);
  return hand.send(hand.preview({ category: 'other' })).then(({ state }) => state);
};

describe('asking for an answer', () => {
  it('is a report without messages that names the first, to the byte as it was shown, as urgent as today at least', async () => {
    const moderator = await makeRecipient();
    const made = await waiting(moderator);
    const hand = await pressInHand(made.id, made);
    const preview = hand.preview({ category: 'other', uiLocale: 'my' });
    expect(preview).toMatchObject({ messages: [], accounts: [], category: 'hate', urgency: 'today', uiLocale: 'my', reportedBefore: { times: 1, ids: [made.id] } });
    expect(made.arrived).toEqual([]);
    const sent = await hand.send(preview);
    expect(sent).toMatchObject({ state: 'sent', missing: [], facts: { reportId: preview.id, messages: 0 } });
    // Pressed again it goes once.
    expect(await hand.send(preview)).toBe(sent);
    expect(made.arrived).toHaveLength(1);
    expect((await report.openReport(made.arrived[0] as Uint8Array<ArrayBuffer>, [moderator], new Set())).bytes).toEqual(report.reportBytes(preview));
    // Its own ticket, and its place in the first one's; nothing waits.
    expect((await made.tickets.get(made.id))?.escalatedBy).toEqual([{ reportId: preview.id, sentAt: NOW + 48 * HOUR }]);
    expect((await made.tickets.get(preview.id))?.facts).toEqual(sent.facts);
    expect((await made.store.keys()).filter((key) => key.startsWith('report-out'))).toEqual([]);
    const emergency = await waiting(moderator, { urgency: 'emergency' });
    expect((await pressInHand(emergency.id, emergency)).preview({ category: 'other' }).urgency).toBe('emergency');
  });

  it('is not possible before its time, and then once in 24 hours', async () => {
    const made = await waiting(await makeRecipient());
    for (const hours of [-500, 0, 24, 47.99]) {
      made.hours = hours;
      await expect(press(made)).rejects.toMatchObject({ code: 'press-too-early' });
    }
    made.hours = 48;
    expect(await press(made)).toBe('sent');
    // Back to before it was asked, and on to less than a day after.
    for (const hours of [-500, 0, 47, 48, 71.99]) {
      made.hours = hours;
      await expect(press(made)).rejects.toMatchObject({ code: 'press-too-early' });
    }
    made.hours = 72;
    expect(await press(made)).toBe('sent');
    expect(made.arrived).toHaveLength(2);
  });

  it('is looked at again when it is sent: by another tab, an answer or the clock it may be out of time by then', async () => {
    const moderator = await makeRecipient();
    const made = await waiting(moderator);
    const [one, other] = [await pressInHand(made.id, made), await pressInHand(made.id, made)];
    const [first, second] = [one.preview({ category: 'other' }), other.preview({ category: 'other' })];
    const both = await Promise.allSettled([one.send(first), other.send(second)]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(both[1]).toMatchObject({ reason: { code: 'press-too-early' } });
    made.hours = 80;
    const late = await pressInHand(made.id, made);
    const preview = late.preview({ category: 'other' });
    made.hours = 50;
    await expect(late.send(preview)).rejects.toMatchObject({ code: 'press-too-early' });
    made.hours = 80;
    const answer = await report.signReceipt({ v: 1, reportId: made.id, number: 1, status: 'final', at: NOW + 79 * HOUR, outcome: 'removed', text: 'Gone.' }, moderator);
    await made.tickets.receive(answer, [moderator.key]);
    await expect(late.send(preview)).rejects.toMatchObject({ code: 'press-answered' });
    await expect(pressInHand(made.id, made)).rejects.toMatchObject({ code: 'press-answered' });
    expect(made.arrived).toHaveLength(1);
  });

  it('without a network is offered again, and leaves nothing', async () => {
    const made = await waiting(await makeRecipient());
    const before = await made.store.keys();
    made.isOnline = false;
    const hand = await pressInHand(made.id, made);
    const preview = hand.preview({ category: 'other' });
    await expect(hand.send(preview)).rejects.toThrow('offline');
    expect(await made.store.keys()).toEqual(before);
    made.isOnline = true;
    expect((await hand.send(preview)).state).toBe('sent');
  });

  it('that left stays asked in this page where the store did not take it', async () => {
    const made = await waiting(await makeRecipient());
    const broken: Made = { ...made, store: { ...made.store, put: () => Promise.reject(new Error('full')) } };
    expect(await press(broken)).toBe('sent');
    const stored = await made.tickets.get(made.id) as report.Ticket;
    expect(stored.escalatedBy).toEqual([]);
    await expect(press(made)).rejects.toMatchObject({ code: 'press-too-early' });
    const known = ticketWithPress(stored);
    expect(known.escalatedBy).toHaveLength(1);
    await made.tickets.put(known);
    expect(ticketWithPress(known)).toBe(known);
    expect((await made.tickets.get(made.id))?.escalatedBy).toEqual(known.escalatedBy);
  });

  it('is not of a report that itself asked, or of none', async () => {
    const made = await waiting(await makeRecipient());
    await press(made);
    const by = (await made.tickets.get(made.id))?.escalatedBy[0]?.reportId ?? '';
    made.hours = 400;
    await expect(pressInHand(by, made)).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(pressInHand('none', made)).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(pressInHand(made.id, { ...made, now: () => NOW + 400 * 24 * HOUR })).rejects.toMatchObject({ code: 'recipient-key-expired' });
  });
});
