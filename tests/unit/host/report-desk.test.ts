import { describe, expect, it } from 'vitest';
import { createSafety } from '../../../src/node/index.ts';
import * as report from '../../../src/report/index.ts';
import { message, messages, moderator, NOW, open, partner, reading } from '../../fixtures/report/desk.ts';

describe('safety.report', () => {
  it('offers the last thirty, begins with the message that was pressed, and seals the very preview', async () => {
    const opened = await open();
    const hand = await opened.safety.report({ conversationId: 'c', messageId: 'm35' });
    expect(hand.messages.map(({ id }) => id)).toEqual(Array.from({ length: 30 }, (_unused, n) => `m${n + 10}`));
    expect([hand.startsWith, hand.reportedBefore, hand.recipients]).toEqual([['m35'], 0, { moderator: 'Moderators', partner: 'Local group' }]);
    expect(hand.categories('emergency')[0]).toBe('may-cause-violence');
    const preview = hand.preview({ category: 'scam' });
    expect([preview.involvesChild, preview.urgency, preview.accounts, preview.messages.length]).toEqual([false, 'routine', ['ben'], 1]);
    expect(await hand.send(preview)).toMatchObject({ state: 'sent', facts: { reportId: preview.id, messages: 1 } });
    expect(await reading(opened)).toEqual(preview);
    expect(opened.arrived).toHaveLength(1);
  });

  it('goes from the first message that stays in to the last, with gaps between, and a late one has its own thirty', async () => {
    const { safety } = await open();
    const hand = await safety.report({ conversationId: 'c' });
    expect(hand.startsWith).toEqual(['m35', 'm36', 'm37', 'm38', 'm39']);
    const shown = hand.preview({ category: 'hate', messages: ['m20', 'm23'] }).messages;
    expect(shown.map((one) => one.shown)).toEqual(['whole', 'out', 'out', 'whole']);
    expect(JSON.stringify(shown)).not.toContain('text 21');
    expect(hand.preview({ category: 'hate', messages: [] }).messages).toEqual([]);
    expect((await safety.report({ conversationId: 'c', messageId: 'm2' })).messages.map(({ id }) => id).at(-1)).toBe('m31');
    await expect(safety.report({ conversationId: 'c', messageId: 'none' })).rejects.toMatchObject({ code: 'input-invalid' });
  });

  it('offers notices that stood there, and puts in those that the person leaves in', async () => {
    const notice = { id: 'n1', kind: 'scam', level: 'strong', reasons: ['asks-for-code'], where: [], actions: [], answer: 'not-helpful' } as const;
    const { safety } = await open({ thread: () => ({ kind: 'direct', accounts: ['ben'], messages: [{ message: message(1), notices: [notice] }] }) });
    const hand = await safety.report({ conversationId: 'c', messageId: 'm1' });
    expect(hand.notices).toEqual([{ id: 'n1', kind: 'scam', level: 'strong', reasons: ['asks-for-code'], answer: 'not-helpful' }]);
    expect(hand.preview({ category: 'scam' }).notices).toEqual([]);
    expect(hand.preview({ category: 'scam', notices: ['n1'] }).notices).toEqual(hand.notices);
  });

  it('waits sealed without a network, goes with the next press, and counts as reported before', async () => {
    const opened = await open();
    opened.online = false;
    const hand = await opened.safety.report({ conversationId: 'c', messageId: 'm39' });
    const preview = hand.preview({ category: 'spam', urgency: 'today' });
    expect((await hand.send(preview, { partner: true })).state).toBe('waiting');
    expect((await report.createOutbox(opened.store).waiting(NOW)).map(({ facts }) => facts.recipients.map(({ name }) => name))).toEqual([['Moderators', 'Local group']]);
    for (const key of await opened.store.keys()) expect(Buffer.from(await opened.store.get(key) ?? []).includes('text 39')).toBe(false);
    opened.online = true;
    expect((await hand.send(preview)).state).toBe('sent');
    expect(opened.arrived).toHaveLength(2);
    expect([await reading(opened), await reading(opened, 1)]).toEqual([preview, preview]);
    expect(await report.createOutbox(opened.store).waiting(NOW)).toEqual([]);
    const again = await opened.safety.report({ conversationId: 'c' });
    expect(again.reportedBefore).toBe(1);
    expect(again.preview({ category: 'spam' }).reportedBefore).toEqual({ times: 1, ids: [preview.id] });
    await opened.safety.forget({ everything: true });
    expect((await opened.store.keys()).filter((key) => key.startsWith('report-'))).toEqual([]);
  });

  it('keeps what it was opened with until it is discarded, and then nothing', async () => {
    const list = [...messages(3)];
    const { safety, store } = await open({ thread: () => ({ kind: 'direct', accounts: ['ben'], messages: list }) });
    const asked = safety.report({ conversationId: 'c' });
    // The app deletes while what reports need is still loading.
    list.length = 0;
    const hand = await asked;
    const preview = hand.preview({ category: 'threats' });
    expect(preview.messages).toHaveLength(3);
    const stored = await store.keys();
    expect(hand.messages).toHaveLength(3);
    hand.discard();
    expect(hand.messages).toEqual([]);
    expect(() => hand.preview({ category: 'threats' })).toThrow(expect.objectContaining({ code: 'report-discarded' }));
    await expect(hand.send(preview)).rejects.toMatchObject({ code: 'report-discarded' });
    expect(await store.keys()).toEqual(stored);
  });

  it('names the keys in about(), and says what is missing', async () => {
    const { safety } = await open();
    expect(safety.about().recipients).toEqual([moderator.key.id, partner.key.id]);
    const plain = await createSafety();
    expect(plain.about().recipients).toEqual([]);
    await expect(plain.report({ conversationId: 'c' })).rejects.toMatchObject({ code: 'reports-unset' });
    await expect(safety.report({} as never)).rejects.toThrow(TypeError);
    const other = await (await open({ moderator: [{ ...moderator.key, name: 'Moderators', policy: 'terms-2' }] })).safety.report({ conversationId: 'c' });
    await expect(other.send(other.preview({ category: 'scam' }))).rejects.toMatchObject({ code: 'recipient-key-invalid' });
    const hand = await safety.report({ conversationId: 'c' });
    await expect(hand.send({ ...hand.preview({ category: 'scam' }) })).rejects.toMatchObject({ code: 'not-the-preview' });
    const broken = await open({ load: () => Promise.reject(new Error('x')) });
    await expect(broken.safety.report({ conversationId: 'c' })).rejects.toMatchObject({ code: 'asset-unavailable' });
  });
});
