import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODERATOR, MODERATOR_SECRETS, TAG_KEY } from '../../demo/office-keys.ts';
import type { SealedArrival } from '../../demo/wire.ts';
import { openAttachment, openReport, verifyMessages } from '../../src/report/index.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';
import { openDemo, type DemoStage } from './demo-stage.ts';

// A picture of the playground is committed to by its ciphertext and its key, so that the desk opens what the reporter saw, and nothing else.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;
const secret = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'));
const key = { key: MODERATOR, privateKey: secret(MODERATOR_SECRETS.opens), receiptPrivateKey: secret(MODERATOR_SECRETS.signs) };

suite('a picture that is reported in the playground [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  it('is opened by the desk with what the report has of it, and by no other key', async () => {
    const [{ page: ada, context: first }, { page: ben, context: second }] = await Promise.all([stage.open('ada', '&with=ben'), stage.open('ben', '&with=ada')]);
    // A service has the ciphertext; here it is what Ada's page was given to open.
    await ada.evaluate(() => {
      const { decrypt } = SubtleCrypto.prototype;
      const opened: string[] = [];
      const text = (bytes: ArrayBuffer | ArrayBufferView): string => Array.from(ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
      Object.assign(window, { opened });
      SubtleCrypto.prototype.decrypt = function (...given: Parameters<typeof decrypt>) {
        opened.push(btoa(text(given[2] as ArrayBuffer)));
        return decrypt.apply(this, given);
      };
    });
    const sample = ben.getByRole('button', { name: 'A picture', exact: true });
    for (const n of [1, 2]) {
      if (!await sample.isVisible()) await ben.getByRole('button', { name: 'Sample messages' }).click();
      await sample.click();
      await ada.locator('.bubble', { hasText: 'Look, the garden' }).nth(n - 1).waitFor();
    }
    expect(await ada.getByText('cannot be verified').count()).toBe(0);
    await expect.poll(() => ada.evaluate(() => [...document.querySelectorAll<HTMLImageElement>('.bubble img.picture')].filter((image) => image.naturalWidth > 0).length)).toBe(2);
    await ada.locator('.bubble', { hasText: 'Look, the garden' }).nth(1).getByRole('button', { name: 'Report' }).click();
    const screen = ada.locator('inward-report');
    await screen.getByRole('radio', { name: 'Pictures of violence' }).check();
    await screen.getByText('Choose the messages that go along').click();
    await screen.getByRole('checkbox', { name: 'Look, the garden' }).first().check();
    await screen.getByRole('button', { name: 'Send', exact: true }).click();
    await screen.getByRole('heading', { name: 'Sent' }).waitFor();
    const ciphertexts = (await ada.evaluate(() => (window as unknown as { readonly opened: readonly string[] }).opened)).map((text) => new Uint8Array(Buffer.from(text, 'base64')));

    const [arrival] = await (await fetch(`${stage.server.origin}/desk/reports/0`)).json() as readonly SealedArrival[];
    const { report } = await openReport(new Uint8Array(Buffer.from(arrival?.envelope ?? '', 'base64')), [key], new Set());
    const verified = await verifyMessages(report, { tagKeys: [{ id: TAG_KEY.id, key: secret(TAG_KEY.key) }], reporterId: 'ada' });
    expect(verified.map(({ state }) => state)).toEqual(['verified', 'verified']);
    const attachments = verified.flatMap((one) => ('body' in one ? one.body.attachments ?? [] : []));
    expect(attachments.map(({ kind, key: own }) => [kind, secret(own).length])).toEqual([['image', 44], ['image', 44]]);
    const found = attachments.map(({ digest }) => ciphertexts.find((bytes) => createHash('sha256').update(bytes).digest('base64url') === digest) as Uint8Array<ArrayBuffer>);
    const [a, b] = attachments as [typeof attachments[number], typeof attachments[number]];
    for (const [n, one] of [a, b].entries()) expect(Buffer.from((await openAttachment(one, found[n] as Uint8Array<ArrayBuffer>)).subarray(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    // Each has a key of its own, and opens with no other.
    expect(a.key).not.toBe(b.key);
    await expect(openAttachment({ ...a, key: b.key }, found[0] as Uint8Array<ArrayBuffer>)).rejects.toMatchObject({ code: 'attachment-differs' });
    await expect(openAttachment(a, found[1] as Uint8Array<ArrayBuffer>)).rejects.toMatchObject({ code: 'attachment-differs' });
    await first.close();
    await second.close();
  });
});
