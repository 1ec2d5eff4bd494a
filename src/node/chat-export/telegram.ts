import type { BatchItem } from '../../contract/safety.ts';
import { ChatExportError, toBatchItems, type ChatEntry, type ChatReading } from './chat-item.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Telegram Desktop's `result.json`: one chat (`{ name, type, id, messages }`) or a whole account
 * (`{ chats: { list: [chat, …] } }`). Ids are Telegram's own; the conversation is `tg-` and the chat's id.
 * @throws {ChatExportError} no such file, or nobody in it has the given name or id
 */
export function readTelegram(text: string, reading: ChatReading): readonly Required<BatchItem>[] {
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw new ChatExportError('The file is not JSON; export the chat from Telegram Desktop in the format "JSON".');
  }
  const items: Required<BatchItem>[] = [];
  let foundMe = false;
  for (const [index, chat] of chatsOf(root).entries()) {
    const entries = entriesOf(chat, reading.me);
    foundMe ||= entries.some((entry) => entry.fromMe);
    const id = typeof chat['id'] === 'number' || typeof chat['id'] === 'string' ? chat['id'] : index + 1;
    items.push(...toBatchItems(entries, `tg-${id}`, reading));
  }
  if (!foundMe) throw new ChatExportError('Nobody in the export has the name or id given by --me.');
  return items;
}

function chatsOf(root: unknown): readonly Json[] {
  if (isObject(root)) {
    if (Array.isArray(root['messages'])) return [root];
    const chats = root['chats'];
    if (isObject(chats) && Array.isArray(chats['list'])) return chats['list'].filter(isObject);
  }
  throw new ChatExportError('The file has no messages where Telegram Desktop puts them.');
}

function entriesOf(chat: Json, me: string): readonly ChatEntry[] {
  const raw: readonly unknown[] = Array.isArray(chat['messages']) ? chat['messages'] : [];
  const messages = raw.filter(isObject);
  const isMe = (message: Json): boolean => message['from'] === me || message['from_id'] === me;
  const mine = new Map(messages.map((message) => [message['id'], isMe(message)]));
  return messages.map((message, index): ChatEntry => {
    const service = message['type'] === 'service';
    const author = service ? null : stringOf(message['from']) ?? stringOf(message['from_id']) ?? '';
    const replied = message['reply_to_message_id'];
    const fileName = stringOf(message['file_name']);
    return {
      id: idOf(message['id'], index),
      author,
      fromMe: !service && isMe(message),
      text: textOf(message['text']),
      sentAt: timeOf(message),
      kind: kindOf(message),
      ...(fileName === undefined ? {} : { fileName }),
      ...(message['forwarded_from'] === undefined ? {} : { forwarded: true }),
      ...(replied === undefined ? {} : { replyTo: { id: idOf(replied, 0), fromMe: mine.get(replied) ?? false } }),
    };
  });
}

function idOf(value: unknown, index: number): string {
  return typeof value === 'number' || typeof value === 'string' ? `${value}` : `tg-line-${index + 1}`;
}

/** A string, or a list of strings and `{ type, text }` pieces for bold, links and the like. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  return value.map((piece: unknown) => {
    if (typeof piece === 'string') return piece;
    return isObject(piece) ? stringOf(piece['text']) ?? '' : '';
  }).join('');
}

/** Milliseconds since 1970: the exact second where newer exports state it, else the local time in `date`. */
function timeOf(message: Json): number {
  const seconds = Number(message['date_unixtime']);
  if (message['date_unixtime'] !== undefined && Number.isFinite(seconds)) return seconds * 1000;
  const parsed = Date.parse(stringOf(message['date']) ?? '');
  return Number.isFinite(parsed) ? parsed : 0;
}

function kindOf(message: Json): NonNullable<ChatEntry['kind']> {
  if (message['photo'] !== undefined) return 'image';
  switch (message['media_type']) {
    case 'sticker': return 'sticker';
    case 'video_file': case 'video_message': case 'animation': return 'video';
    case 'voice_message': case 'audio_file': return 'audio';
    default: return message['file'] === undefined ? 'text' : 'file';
  }
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
