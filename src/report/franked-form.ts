import type { FrankedBody } from '../contract/franking.ts';
import { anyBase64url, base64url, type Check, id, list, oneOf, record, text, time, whole } from './form.ts';

const KINDS = ['text', 'image', 'video', 'audio', 'file', 'sticker', 'contact', 'location', 'poll', 'reaction', 'call', 'system'];
const MEDIA = ['image', 'video', 'audio', 'file', 'sticker'];

/** Members of a body, but for the sender's count. */
export const BODY: Readonly<Record<string, Check>> = {
  v: oneOf([1]), conversationId: id, senderId: id, messageId: id, kind: oneOf(KINDS), sentAt: time, 'text?': text(65_000),
  'attachments?': list(record({ kind: oneOf(MEDIA), digest: base64url(32), key: anyBase64url(128), 'mimeType?': text(128) }), 64),
  'forwardHops?': whole(255), 'replyTo?': id, 'edits?': id,
};
const FRANKED = record({ ...BODY, counter: whole() });

/** Whether a sender's body has the documented form, and so can be reported. */
export function isFrankedBody(value: unknown): value is FrankedBody {
  return FRANKED(value);
}
