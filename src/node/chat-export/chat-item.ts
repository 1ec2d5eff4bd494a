import type { Relationship } from '../../contract/message.ts';
import type { BatchItem } from '../../contract/safety.ts';

/** What a chat's own export does not say and the person running the command must. */
export interface ChatReading {
  /** The person's own name as it stands in the export. */
  readonly me: string;
  /** What the other people in the chat are to the person. */
  readonly relationship: Relationship;
}

/** One entry of an export before it becomes a message. */
export interface ChatEntry {
  readonly id: string;
  readonly author: string | null;
  readonly fromMe: boolean;
  readonly text: string;
  readonly sentAt: number;
  readonly fileName?: string;
  readonly kind?: 'text' | 'image' | 'video' | 'audio' | 'file' | 'sticker';
  readonly forwarded?: boolean;
  readonly replyTo?: { readonly id: string; readonly fromMe: boolean };
}

export class ChatExportError extends Error {
  override readonly name = 'ChatExportError';
}

/** One chat's entries as messages for screening. A chat of more than two people is a group. */
export function* toBatchItems(
  entries: readonly ChatEntry[], conversationId: string, reading: ChatReading,
): Generator<Required<BatchItem>, void, undefined> {
  const authors = new Set<string>();
  for (const entry of entries) if (entry.author !== null) authors.add(entry.author);
  const conversation = { kind: authors.size > 2 ? 'group' : 'direct', memberCount: authors.size } as const;
  for (const entry of entries) yield toBatchItem(entry, conversationId, reading, conversation);
}

function toBatchItem(
  entry: ChatEntry, conversationId: string, reading: ChatReading,
  conversation: { readonly kind: 'group' | 'direct'; readonly memberCount: number },
): Required<BatchItem> {
  const { id, author, fromMe, text, sentAt } = entry;
  const system = author === null;
  const surfaces = {
    ...(author === null || fromMe ? {} : { displayName: author }),
    ...(entry.fileName === undefined ? {} : { fileName: entry.fileName }),
  };
  return {
    message: {
      id,
      conversationId,
      kind: system ? 'system' : entry.kind ?? 'text',
      text,
      ...(Object.keys(surfaces).length === 0 ? {} : { surfaces }),
      sentAt,
      direction: fromMe ? 'outgoing' : 'incoming',
      ...(entry.forwarded === true ? { forwardHops: 1 } : {}),
      ...(entry.replyTo === undefined ? {} : { replyTo: entry.replyTo }),
    },
    context: {
      // Whoever reads an export with this command is taken for grown up: else all that strangers wrote would be denied.
      relationship: fromMe ? 'self' : reading.relationship, me: { ageBand: 'adult' },
      ...(author === null || fromMe ? {} : { peer: { name: author } }),
      conversation,
    },
  };
}
