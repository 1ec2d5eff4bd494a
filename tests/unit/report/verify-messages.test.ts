import { describe, expect, it } from 'vitest';
import { buildReport, verifyMessages, type MessageToReport, type Report, type VerifiedMessage } from '../../../src/report/index.ts';
import { Conversation, draftOf, received, reportOf, SAFETY, type FrankedMessage } from '../../fixtures/report/world.ts';

const thread = new Conversation();
const options = { tagKeys: [thread.key], reporterId: 'ana' };
const judged = async (report: Report): Promise<readonly string[]> => (await verifyMessages(report, options)).map((one: VerifiedMessage) => (one.state === 'refused' ? one.code : one.state));
/** As a forger would: the messages as they are, in the order given. */
const forged = (messages: readonly FrankedMessage[]): Report => ({
  ...reportOf([messages[0] as FrankedMessage]),
  messages: messages.map(({ body, opening, commitment, tag, context }) => ({ shown: 'whole', body, franking: { opening, commitment, tag, context } })),
});

describe('each refusal has its code', async () => {
  const [one, two] = [await thread.send('ben', 'one'), await thread.send('ana', 'two')];
  const other = new Conversation('ana-ben-2');
  const cases: readonly (readonly [string, FrankedMessage, string])[] = [
    ['a server key that is not here', { ...one, tag: { ...one.tag, keyId: 'other' } }, 'tag-key-unknown'],
    ['a tag of another message', { ...one, tag: two.tag }, 'tag-forged'],
    ['a time that the server did not tag', { ...one, context: { ...one.context, receivedAt: 0 } }, 'tag-forged'],
    ['another text', { ...one, body: { ...one.body, text: 'two' } }, 'opening-forged'],
    ['another opening', { ...one, opening: two.opening }, 'opening-forged'],
    ['another conversation of the same two', await other.send('ben', 'one'), 'other-thread'],
    ['another recipient', await thread.send('ben', 'one', { recipientId: 'eve' }), 'other-recipient'],
    ['a body that says another sender', await thread.sendLying('ben', 'one', { senderId: 'eve' }), 'context-differs'],
    ['a body that says another conversation', await thread.sendLying('ben', 'one', { conversationId: 'ana-ben-2' }), 'context-differs'],
    ['a body that says another id', await thread.sendLying('ben', 'one', { messageId: 'm' }), 'context-differs'],
  ];
  it.each(cases.map(([what, message, code]) => ({ what, message, code })))('$what: $code', async ({ message, code }) => {
    expect(await judged({ ...forged([one]), thread: { conversationId: 'ana-ben', kind: 'direct' }, messages: forged([message]).messages })).toEqual([code]);
  });

  it('what stands there twice: replayed; before its predecessor: reordered', async () => {
    const three = await thread.send('ben', 'three');
    expect(await judged(forged([one, two, one]))).toEqual(['verified', 'verified', 'replayed']);
    expect(await judged(forged([one, three, two]))).toEqual(['verified', 'verified', 'reordered']);
  });

  it('a sender who repeats counts or ids has nothing refused that was really sent', async () => {
    const again = await thread.sendLying('ben', 'one', { counter: 0 });
    const sameId = await thread.sendAs('ben', 'another text', again.body.messageId);
    expect(await judged(forged([one, again, sameId]))).toEqual(['verified', 'verified', 'verified']);
  });

  it('a message to somebody else stays so where the reporter calls the conversation a group', async () => {
    const toEve = await thread.send('ben', 'to eve alone', { recipientId: 'eve' });
    expect(await judged({ ...forged([toEve]), thread: { conversationId: 'ana-ben', kind: 'group' } })).toEqual(['other-recipient']);
    const { opening: _, body: __, ...closed } = toEve;
    const report = { ...forged([toEve]), thread: { conversationId: 'ana-ben', kind: 'group' }, messages: [{ shown: 'closed', franking: closed }] } as const;
    expect(await judged(report)).toEqual(['other-recipient']);
  });

  it('what is refused does not spoil the rest, nor move the order', async () => {
    const four = await thread.send('ben', 'four');
    expect(await judged(forged([one, { ...four, opening: one.opening }, two]))).toEqual(['verified', 'opening-forged', 'verified']);
  });
});

it('a group’s messages go to the group', async () => {
  const group = new Conversation('group');
  const sent = [await group.send('ben', 'one', { recipientId: 'group' }), await group.send('eve', 'two', { recipientId: 'group' })];
  const report = buildReport(SAFETY, draftOf(sent.map((one) => received(one)), { thread: { conversationId: 'group', kind: 'group' } }));
  expect(await judged(report)).toEqual(['verified', 'verified']);
});

it('without franking a message is accepted, and unverified', async () => {
  const plain: MessageToReport = { message: { id: 'm', conversationId: 'ana-ben', kind: 'text', text: 'one', sentAt: 1, direction: 'incoming' } };
  expect(await judged(buildReport(SAFETY, draftOf([plain])))).toEqual(['unverified']);
});

it('gaps are told, also between what the person chose to show', async () => {
  const chat = new Conversation();
  const sent: FrankedMessage[] = [];
  for (let i = 0; i < 6; i += 1) sent.push(await chat.send('ben', `${i}`));
  const chosen = [received(sent[0] as FrankedMessage), received(sent[1] as FrankedMessage, 'out'), received(sent[3] as FrankedMessage, 'closed'), received(sent[5] as FrankedMessage)];
  const verified = await verifyMessages(buildReport(SAFETY, draftOf(chosen)), options);
  expect(verified.map((one) => ('missing' in one ? one.missing : one.state))).toEqual([0, 'out', 2, 1]);
});
