import { LIMITS } from '../contract/limits.ts';
import type { Context, Message } from '../contract/message.ts';
import { isRelationship } from '../contract/normalise-context.ts';
import { flag, id, like, list, number, object, oneOf, text, type Read } from './plain.ts';

const relationship = like(isRelationship);
const age = oneOf('child teen adult unknown');
const hint = oneOf('limited');
const share = number(0, 1);
const amount = number(0, Number.MAX_VALUE);
const count = number(0, Number.MAX_SAFE_INTEGER, true);
// Written by the sender, inside the message: what is no count says nothing, and loses no message.
const hops: Read = (value) => (typeof value === 'number' && value > 0 ? Math.min(value, Number.MAX_VALUE) : 0);
const moment = number(-Number.MAX_VALUE, Number.MAX_VALUE);

const MESSAGE = object({
  id, conversationId: id, sentAt: moment, direction: oneOf('incoming outgoing'),
  kind: oneOf('text image video audio file sticker contact location poll reaction call system'),
}, {
  senderId: id, revision: count, text, forwardHops: hops,
  surfaces: object({}, {
    displayName: text, groupName: text, quoted: text, caption: text, fileName: text, linkTitle: text, linkDescription: text,
    pollOptions: list(text, LIMITS.surfaces),
  }),
  entities: list(object({ start: moment, end: moment, href: text }), LIMITS.entities),
  attachments: list(object({ id, kind: oneOf('image video audio file sticker') }, { mimeType: text, byteLength: amount, fileName: text }), LIMITS.attachments),
  replyTo: object({ id: text }, { fromMe: flag }),
});

const CONTEXT = object({ relationship }, {
  me: object({}, { ageBand: age, hint }),
  peer: object({}, { ageBand: age, accountAgeDays: amount, mutualContacts: amount, commonGroups: amount, arrival: oneOf('introduced shared-group public-place'), linkedIdentity: flag, declinedBefore: flag, country: text, name: text, nameChangeDays: amount, avatarChangeDays: amount, hint: text, subject: text }),
  conversation: object({ kind: oneOf('direct group') }, { memberCount: amount, addedBy: relationship, strangersShare: share, encrypted: flag }),
});

/**
 * The message as plain data of known fields, checked. A host's own object may carry getters, proxies or DOM nodes that
 * do not cross to the worker, and may change while the message waits; the copy does neither. Every field is read once.
 * Lists are cut one past their limit, so that the engine still sees that there was more. Texts are not copied.
 * @throws {TypeError} not a message, a word outside its list. {RangeError} an id too long, a number out of range. The
 * text names the field and never its value.
 */
export function plainMessage(value: unknown): Message {
  return MESSAGE(value, 'message') as Message;
}

/** The context, in the same way. Unknown extra fields are left out. @throws {TypeError} {RangeError} */
export function plainContext(value: unknown): Context {
  return CONTEXT(value, 'context') as Context;
}
