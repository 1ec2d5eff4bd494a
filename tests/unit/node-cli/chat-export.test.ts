import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTelegram } from '../../../src/node/chat-export/telegram.ts';
import { readWhatsApp } from '../../../src/node/chat-export/whatsapp.ts';
import { parseLines, runCli, tempFolder } from './run-cli.ts';

const WHATSAPP = `[13/06/2023, 21:25:15] Messages and calls are end-to-end encrypted.
[13/06/2023, 21:26:00] Ada: Hello there
second line of it
[14/06/2023, 09:00:00] Ben: Good morning
[14/06/2023, 09:01:00] Ada: \u200E<attached: 00000004-PHOTO-2023-06-14-09-01-00.jpg>
`;

const TELEGRAM = {
  name: 'Ada', type: 'personal_chat', id: 7001,
  messages: [
    { id: 1, type: 'service', date: '2023-06-13T21:25:15', date_unixtime: '1686684315', action: 'phone_call', text: '' },
    { id: 2, type: 'message', date: '2023-06-13T21:26:00', date_unixtime: '1686684360', from: 'Ada', from_id: 'user1',
      text: ['see ', { type: 'link', text: 'https://example.org' }, ' and ', { type: 'bold', text: 'call' }] },
    { id: 3, type: 'message', date_unixtime: '1686684400', from: 'Ben', from_id: 'user2', reply_to_message_id: 2, text: 'ok' },
    { id: 4, type: 'message', date_unixtime: '1686684500', from: 'Ada', from_id: 'user1', reply_to_message_id: 3,
      forwarded_from: 'Cy', photo: 'photos/p.jpg', text: '' },
  ],
};

const reading = { me: 'Ben', relationship: 'stranger' } as const;

describe('a WhatsApp export', () => {
  it('becomes messages of one direct chat', () => {
    const items = readWhatsApp(WHATSAPP, reading);
    expect(items.map(({ message }) => [message.id, message.kind, message.direction, message.text])).toEqual([
      ['wa-1', 'system', 'incoming', 'Messages and calls are end-to-end encrypted.'],
      ['wa-2', 'text', 'incoming', 'Hello there\nsecond line of it'],
      ['wa-3', 'text', 'outgoing', 'Good morning'],
      ['wa-4', 'file', 'incoming', expect.stringContaining('attached')],
    ]);
    expect(items.map(({ context }) => context.relationship)).toEqual(['stranger', 'stranger', 'self', 'stranger']);
    expect(items[1]?.context.conversation).toEqual({ kind: 'direct', memberCount: 2 });
    expect(items[3]?.message.surfaces?.fileName).toBe('00000004-PHOTO-2023-06-14-09-01-00.jpg');
    expect(new Date(items[2]?.message.sentAt ?? 0).getDate()).toBe(14);
  });

  it('is refused where it is none, or where "me" is not in it', () => {
    expect(() => readWhatsApp('just a text', reading)).toThrow('Nothing in the file reads as a WhatsApp chat');
    expect(() => readWhatsApp(WHATSAPP, { ...reading, me: 'Cy' })).toThrow('Nobody in the chat');
  });
});

describe('a Telegram export', () => {
  it('joins the pieces of a text and keeps replies, forwards and kinds', () => {
    const items = readTelegram(JSON.stringify(TELEGRAM), reading);
    expect(items.map(({ message }) => [message.id, message.kind, message.direction])).toEqual([
      ['1', 'system', 'incoming'], ['2', 'text', 'incoming'], ['3', 'text', 'outgoing'], ['4', 'image', 'incoming'],
    ]);
    expect(items[1]?.message).toMatchObject({ text: 'see https://example.org and call', sentAt: 1_686_684_360_000, conversationId: 'tg-7001' });
    expect(items[3]?.message).toMatchObject({ replyTo: { id: '3', fromMe: true }, forwardHops: 1 });
    expect(items[2]?.message.replyTo).toEqual({ id: '2', fromMe: false });
  });

  it('is read as a whole account, and by id', () => {
    const account = JSON.stringify({ chats: { list: [TELEGRAM, { ...TELEGRAM, id: 7002 }] } });
    const items = readTelegram(account, { ...reading, me: 'user2' });
    expect(new Set(items.map(({ message }) => message.conversationId))).toEqual(new Set(['tg-7001', 'tg-7002']));
    expect(items.filter(({ message }) => message.direction === 'outgoing')).toHaveLength(2);
  });

  it('is refused where it is none', () => {
    expect(() => readTelegram('{', reading)).toThrow('not JSON');
    expect(() => readTelegram('{}', reading)).toThrow('no messages');
    expect(() => readTelegram(JSON.stringify(TELEGRAM), { ...reading, me: 'Cy' })).toThrow('Nobody');
  });
});

describe('screen --format', () => {
  const folder = tempFolder();

  it.each([['whatsapp', WHATSAPP, 4], ['telegram', JSON.stringify(TELEGRAM), 4]] as const)('screens %s', async (format, text, count) => {
    const path = join(folder, `${format}.in`);
    writeFileSync(path, text);
    const { code, stdout } = await runCli(['screen', '--format', format, '--me', 'Ben', '--in', path, '--out', '-']);
    expect(code).toBe(0);
    const lines = parseLines(stdout);
    expect(lines).toHaveLength(count);
    expect(lines.map((line) => line['delivery'])).toEqual(['requests', 'requests', 'chats', 'requests']);
  });

  it('says where "me" is nobody', async () => {
    const path = join(folder, 'wa.txt');
    writeFileSync(path, WHATSAPP);
    const { code, stderr } = await runCli(['screen', '--format', 'whatsapp', '--me', 'Cy', '--in', path, '--out', '-']);
    expect(code).toBe(1);
    expect(stderr).toContain('Nobody in the chat');
  });
});
