import { parseString } from 'whatsapp-chat-parser';
import type { BatchItem } from '../../contract/safety.ts';
import { ChatExportError, toBatchItems, type ChatEntry, type ChatReading } from './chat-item.ts';

/**
 * The text of WhatsApp's own export (`_chat.txt`). Ids are `wa-1`, `wa-2`, … in the order of the file. The file states
 * local times without a zone; they are read as this machine's.
 * @throws {ChatExportError} nothing in it reads as a chat, or nobody in it has the given name
 */
export function readWhatsApp(text: string, reading: ChatReading): readonly Required<BatchItem>[] {
  // iPhones put direction marks before dates and attachments, and use a narrow no-break space before AM and PM.
  const parsed = parseString(text.replace(/^\uFEFF/u, ''), { parseAttachments: true });
  const entries = parsed.map((line, index): ChatEntry => ({
    id: `wa-${index + 1}`,
    author: line.author,
    fromMe: line.author === reading.me,
    text: line.message,
    // A date the parser could not make sense of must not lose the message.
    sentAt: Number.isFinite(line.date.getTime()) ? line.date.getTime() : 0,
    ...(line.attachment === undefined ? {} : { fileName: line.attachment.fileName, kind: 'file' }),
  }));
  if (!entries.some((entry) => entry.author !== null)) {
    throw new ChatExportError('Nothing in the file reads as a WhatsApp chat export.');
  }
  if (!entries.some((entry) => entry.fromMe)) throw new ChatExportError('Nobody in the chat has the name given by --me.');
  return [...toBatchItems(entries, 'whatsapp', reading)];
}
