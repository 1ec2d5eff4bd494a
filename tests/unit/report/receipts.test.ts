import { expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { checkReceipt, createTickets, openTicket, signReceipt, type Receipt, type SealedFacts, type SignedReceipt } from '../../../src/report/index.ts';
import { makeRecipient, NOW } from '../../fixtures/report/world.ts';

const code = async (done: Promise<unknown>): Promise<unknown> => done.then(() => 'resolved', (error: { code?: string }) => error.code ?? String(error));
const id = (letter: string): string => letter.repeat(21) + 'A';
const RECEIPT: Receipt = { v: 1, reportId: id('a'), number: 3, status: 'final', at: NOW, outcome: 'account-suspended', text: 'For a week.' };
const factsOf = (reportId: string, keyId: string): SealedFacts => ({
  reportId, sealedAt: NOW, messages: 1, category: 'scam', urgency: 'routine', recipients: [{ to: 'moderator', name: 'Moderators', keyId, notAfter: NOW * 2 }],
});

it('a receipt is believed only as it was signed, under the key that signed it', async () => {
  const [moderator, other] = [await makeRecipient(), await makeRecipient()];
  const keys = [moderator.key, other.key];
  const signed = await signReceipt(RECEIPT, moderator);
  expect(await checkReceipt(signed, keys)).toEqual(RECEIPT);
  const changes: readonly Partial<Receipt>[] = [
    { reportId: id('b') }, { number: 4 }, { status: 'received' }, { at: NOW + 1 }, { outcome: 'no-violation' }, { text: 'For two weeks.' }, { text: undefined as never },
  ];
  const forged: readonly SignedReceipt[] = [
    ...changes.map((change) => ({ ...signed, receipt: { ...RECEIPT, ...change } })),
    { ...signed, keyId: other.key.id }, { ...signed, keyId: 'unknown' }, { ...signed, signature: signed.signature.slice(0, -2) },
    { ...signed, signature: `${signed.signature.startsWith('A') ? 'B' : 'A'}${signed.signature.slice(1)}` },
    await signReceipt(RECEIPT, { ...other, key: moderator.key }), { ...signed, receipt: { ...RECEIPT, extra: 1 } as Receipt },
  ];
  for (const one of forged) expect(await code(checkReceipt(one, keys)), JSON.stringify(one)).toBe('receipt-forged');
});

it('only final ones have an outcome', async () => {
  const moderator = await makeRecipient();
  const { outcome, ...open } = RECEIPT;
  await expect(signReceipt(open, moderator)).rejects.toThrow(TypeError);
  await expect(signReceipt({ ...open, status: 'received', outcome: outcome ?? 'other' }, moderator)).rejects.toThrow(TypeError);
});

it('tickets take receipts in, of those who got the report, and no others', async () => {
  const [moderator, other] = [await makeRecipient(), await makeRecipient()];
  const keys = [moderator.key, other.key];
  const store = createMemoryStore();
  const tickets = createTickets(store);
  await tickets.put(openTicket(factsOf(RECEIPT.reportId, moderator.key.id), NOW), 'ben');
  const signed = await signReceipt(RECEIPT, moderator);
  expect((await tickets.receive(signed, keys))?.receipts).toEqual([RECEIPT]);
  expect((await createTickets(store).get(RECEIPT.reportId))?.receipts).toEqual([RECEIPT]);
  expect(await code(tickets.receive(await signReceipt({ ...RECEIPT, number: 4 }, other), keys))).toBe('receipt-forged');
  expect(await tickets.receive(await signReceipt({ ...RECEIPT, reportId: id('c') }, moderator), keys)).toBe(undefined);
});

it('tickets take receipts of both recipients, and one that is put again from before a receipt keeps it', async () => {
  const [moderator, partner] = [await makeRecipient(), await makeRecipient()];
  const keys = [moderator.key, partner.key];
  const tickets = createTickets(createMemoryStore());
  const facts = factsOf(RECEIPT.reportId, moderator.key.id);
  const ticket = openTicket({ ...facts, recipients: [...facts.recipients, { to: 'partner', name: 'Partner', keyId: partner.key.id, notAfter: NOW * 2 }] }, NOW);
  await tickets.put(ticket, 'ben');
  await tickets.receive(await signReceipt(RECEIPT, partner), keys);
  expect((await tickets.receive(await signReceipt(RECEIPT, moderator), keys))?.receipts).toEqual([{ ...RECEIPT, to: 'partner' }, RECEIPT]);
  await tickets.put({ ...ticket, nudged: [24] });
  expect(await tickets.get(RECEIPT.reportId)).toMatchObject({ nudged: [24], receipts: [{ to: 'partner' }, { number: 3 }] });
});

it('tickets know how often the person reported somebody, without their name', async () => {
  const store = createMemoryStore();
  const tickets = createTickets(store);
  for (const [index, subject] of ['ben', 'ben', 'eve'].entries()) await tickets.put(openTicket(factsOf(id(`${index}`), 'k'), NOW + index), subject);
  expect(await tickets.reportedBefore('ben')).toEqual({ times: 2, ids: [id('1'), id('0')] });
  expect(await tickets.reportedBefore('ana')).toEqual({ times: 0, ids: [] });
  expect((await tickets.list()).map(({ facts }) => facts.reportId)).toEqual([id('2'), id('1'), id('0')]);
  const stored = await Promise.all((await store.keys()).map(async (key) => Buffer.from(await store.get(key) ?? []).toString()));
  expect(stored.join()).not.toContain('ben');
  expect(new Set(stored.map((text) => /"subject":"([^"]+)"/.exec(text)?.[1])).size).toBe(3);
  // What is put again keeps what it is about.
  await tickets.put(openTicket(factsOf(id('0'), 'k'), NOW));
  expect((await tickets.reportedBefore('ben')).times).toBe(2);
  await tickets.forget(id('0'));
  expect((await tickets.reportedBefore('ben')).times).toBe(1);
});
