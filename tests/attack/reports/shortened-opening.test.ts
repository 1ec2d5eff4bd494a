import { expect, it } from 'vitest';
import { checkCommitment, type FrankedBody } from '../../../src/report/index.ts';
import { toBase64url } from '../../../src/report/bytes.ts';
import { commitmentOf } from '../../oracle/franking.ts';

const BODY: FrankedBody = { v: 1, conversationId: 'c', senderId: 'ben', messageId: 'm', counter: 0, kind: 'text', sentAt: 1, text: 'hello' };

/** HMAC fills a key with zeros up to its block, and hashes one that is longer: other openings of the same commitment, if their length were free. */
it('an opening of another length opens nothing, though HMAC would take it', async () => {
  const opening = Uint8Array.from({ length: 32 }, (_, i) => (i < 30 ? i + 1 : 0));
  const commitment = commitmentOf(toBase64url(opening), BODY);
  expect(await checkCommitment(BODY, { opening: toBase64url(opening), commitment })).toBe(true);
  for (const other of [opening.slice(0, 31), opening.slice(0, 30), Uint8Array.of(...opening, 0), Uint8Array.of(...opening, ...new Uint8Array(32))]) {
    expect(commitmentOf(toBase64url(other), BODY)).toBe(commitment);
    expect(await checkCommitment(BODY, { opening: toBase64url(other), commitment })).toBe(false);
  }
});
