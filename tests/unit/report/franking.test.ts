import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  checkCommitment, checkReceipt, checkReportingTag, FRANKED_BYTES_MAX, frankMessage, recipientKeyId, tagCommitment, type FrankedBody, type FrankingContext,
  type RecipientKey, type ReportingTag, type SignedReceipt,
} from '../../../src/report/index.ts';
import { fromBase64url } from '../../../src/report/bytes.ts';
import { canonicalJson } from '../../../src/report/canonical.ts';
import { commitmentOf, reportingTagOf } from '../../oracle/franking.ts';

interface Vectors {
  readonly tagKey: { readonly id: string; readonly key: string };
  readonly franking: readonly {
    readonly body: FrankedBody; readonly opening: string; readonly commitment: string; readonly canonical: string; readonly context: FrankingContext; readonly tag: ReportingTag;
  }[];
  readonly receipt: { readonly key: RecipientKey; readonly signed: SignedReceipt };
}
const VECTORS = JSON.parse(readFileSync(new URL('../../fixtures/report/vectors.json', import.meta.url), 'utf8')) as Vectors;
const tagKey = { id: VECTORS.tagKey.id, key: fromBase64url(VECTORS.tagKey.key, 32) as Uint8Array<ArrayBuffer> };
const BODY: FrankedBody = { v: 1, conversationId: 'c', senderId: 'ben', messageId: 'm', counter: 0, kind: 'text', sentAt: 1, text: 'hello' };

describe.each(VECTORS.franking.map((vector, index) => ({ index, ...vector })))('vector $index', ({ body, opening, commitment, canonical, context, tag }) => {
  it('has this canonical JSON, commitment and reporting tag', async () => {
    expect(canonicalJson(body)).toBe(canonical);
    expect(await checkCommitment(body, { opening, commitment })).toBe(true);
    expect(await tagCommitment(tagKey, commitment, context)).toEqual(tag);
    expect(await checkReportingTag(tagKey, tag, commitment, context)).toBe(true);
  });
});

it('the vector of a receipt holds, and its key has the digest that its id says', async () => {
  const { key, signed } = VECTORS.receipt;
  expect(await recipientKeyId(key)).toBe(key.id);
  expect(await checkReceipt(signed, [key])).toEqual(signed.receipt);
});

it('a commitment is what the oracle says, under an opening drawn anew', async () => {
  const [one, two] = [await frankMessage(BODY), await frankMessage(BODY)];
  expect(one.commitment).toBe(commitmentOf(one.opening, BODY));
  expect(one.opening).not.toBe(two.opening);
  expect(await checkCommitment(BODY, one)).toBe(true);
  expect(await checkCommitment(BODY, { ...one, opening: two.opening })).toBe(false);
  const context = { conversationId: 'c', senderId: 'ben', recipientId: 'ana', messageId: 'm', sequence: 4, receivedAt: 60_000 };
  expect((await tagCommitment(tagKey, one.commitment, context)).mac).toBe(reportingTagOf(tagKey, one.commitment, context));
});

it('a recipient sees at once what could never be reported', async () => {
  const committed = await frankMessage(BODY);
  // HMAC fills keys with zeros: without a fixed length, an opening and the same with a zero behind it would be one.
  const short = { opening: 'A'.repeat(42), commitment: '' };
  const openings = [`${committed.opening}AA`, committed.opening.slice(0, 40), '', `${committed.opening.slice(0, -1)}!`];
  for (const opening of openings) expect(await checkCommitment(BODY, { ...committed, opening })).toBe(false);
  expect(await checkCommitment(BODY, short)).toBe(false);
  const strange = [{ ...BODY, kind: 'poem' }, { ...BODY, extra: 1 }, { ...BODY, counter: -1 }, { ...BODY, counter: 0.5 }, { ...BODY, text: 7 }];
  for (const body of strange) expect(await checkCommitment(body as FrankedBody, committed)).toBe(false);
  const seen = { conversationId: 'c', senderId: 'ben', messageId: 'm' };
  expect(await checkCommitment(BODY, committed, seen)).toBe(true);
  for (const name of Object.keys(seen)) expect(await checkCommitment(BODY, committed, { ...seen, [name]: 'other' }), name).toBe(false);
  const long = { ...BODY, text: 'က'.repeat(FRANKED_BYTES_MAX / 3) };
  expect(await checkCommitment(long, { opening: committed.opening, commitment: commitmentOf(committed.opening, long) })).toBe(false);
});

it('a sender cannot frank what could never be reported', async () => {
  await expect(frankMessage({ ...BODY, text: 'က'.repeat(FRANKED_BYTES_MAX / 3) })).rejects.toMatchObject({ code: 'limit-exceeded' });
  await expect(frankMessage({ ...BODY, sentAt: 0.5 })).rejects.toThrow(TypeError);
});

it('a server tags whole minutes, under keys of one length', async () => {
  const context = { conversationId: 'c', senderId: 'ben', recipientId: 'ana', messageId: 'm', sequence: 4, receivedAt: 60_001 };
  await expect(tagCommitment(tagKey, 'x', context)).rejects.toThrow(RangeError);
  await expect(tagCommitment({ id: 'k', key: new Uint8Array(31) }, 'x', { ...context, receivedAt: 0 })).rejects.toThrow(RangeError);
});
