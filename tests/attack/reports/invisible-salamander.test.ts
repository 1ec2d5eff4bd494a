import { createCipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { evidenceId, frankAttachment, openAttachment, openReport, sealReport, verifyMessages, type FrankedAttachment, type VerifiedMessage } from '../../../src/report/index.ts';
import { Conversation, makeRecipient, NOW, reportOf } from '../../fixtures/report/world.ts';
import { salamander } from '../../fixtures/report/salamander.ts';

const NONCE = new Uint8Array(12).fill(9);
const SEEN_KEY = new Uint8Array(32).fill(1);
const CLAIMED_KEY = new Uint8Array(32).fill(2);
const withNonce = (key: Uint8Array): Uint8Array => Uint8Array.of(...key, ...NONCE);

/** Under the first key it begins with what the recipient saw; under the second with something harmless. */
function twoFaced(): Uint8Array<ArrayBuffer> {
  const keystream = (key: Uint8Array, blocks: number): Buffer => createCipheriv('aes-256-ctr', key, Buffer.concat([NONCE, Buffer.from([0, 0, 0, 2])])).update(Buffer.alloc(16 * blocks));
  const xor = (text: string, key: Uint8Array, block: number): Uint8Array => Buffer.from(text, 'latin1').map((byte, i) => byte ^ (keystream(key, block + 1)[block * 16 + i] as number));
  return salamander([SEEN_KEY, CLAIMED_KEY], NONCE, [xor('what ben did see', SEEN_KEY, 0), xor('a harmless photo', CLAIMED_KEY, 1), new Uint8Array(16)]);
}

describe('one ciphertext that opens as two pictures under two keys', () => {
  const ciphertext = twoFaced();

  it('is possible with AES-GCM: both keys open it', async () => {
    const [seen, claimed] = await Promise.all([SEEN_KEY, CLAIMED_KEY].map(async (key) => openAttachment(await frankAttachment('image', ciphertext, withNonce(key)), ciphertext)));
    expect(Buffer.from(seen as Uint8Array).toString('latin1', 0, 16)).toBe('what ben did see');
    expect(Buffer.from(claimed as Uint8Array).toString('latin1', 16, 32)).toBe('a harmless photo');
  });

  it('shows the moderator what the recipient saw: the key is committed to, and another one is refused', async () => {
    const thread = new Conversation();
    const attachment = await frankAttachment('image', ciphertext, withNonce(SEEN_KEY));
    const sent = await thread.send('ben', '', { kind: 'image', attachments: [attachment] });
    const moderator = await makeRecipient();
    const { envelopes } = await sealReport(reportOf([sent]), { now: NOW, moderator: [moderator.key] });
    const { report } = await openReport(envelopes[0] as Uint8Array, [moderator], new Set());
    const [verified] = await verifyMessages(report, { tagKeys: [thread.key] });
    expect(verified?.state).toBe('verified');
    const committed = (verified as Extract<VerifiedMessage, { state: 'verified' }>).body.attachments?.[0] as FrankedAttachment;
    expect(Buffer.from(await openAttachment(committed, ciphertext)).toString('latin1', 0, 16)).toBe('what ben did see');

    // Ben's friend reports the other face of it, with the same ciphertext, tag and opening.
    const harmless = await frankAttachment('image', ciphertext, withNonce(CLAIMED_KEY));
    const swapped = { ...sent, body: { ...sent.body, attachments: [harmless] } };
    expect(await verifyMessages(reportOf([swapped]), { tagKeys: [thread.key] })).toEqual([{ state: 'refused', code: 'opening-forged' }]);
  });

  it('is two pieces of evidence: the ciphertext alone is no name for it', async () => {
    const [one, two] = await Promise.all([SEEN_KEY, CLAIMED_KEY].map((key) => frankAttachment('image', ciphertext, withNonce(key))));
    expect(one?.digest).toBe(two?.digest);
    expect(evidenceId(one as FrankedAttachment)).not.toBe(evidenceId(two as FrankedAttachment));
  });

  it('opens with no other ciphertext, and no other key', async () => {
    const attachment = await frankAttachment('image', ciphertext, withNonce(SEEN_KEY));
    const other = ciphertext.slice();
    other[3] = (other[3] as number) ^ 1;
    await expect(openAttachment(attachment, other)).rejects.toMatchObject({ code: 'attachment-differs' });
    await expect(openAttachment({ ...attachment, digest: (await frankAttachment('image', other, SEEN_KEY)).digest }, other)).rejects.toMatchObject({ code: 'attachment-differs' });
    await expect(openAttachment({ ...attachment, key: attachment.key.slice(0, 43) }, ciphertext)).rejects.toMatchObject({ code: 'attachment-differs' });
  });
});
