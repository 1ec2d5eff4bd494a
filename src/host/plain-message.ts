import { checkContext, checkMessage } from '../contract/check-input.ts';
import { LIMITS } from '../contract/limits.ts';
import type { Context, Message } from '../contract/message.ts';

type Bag = Readonly<Record<string, unknown>>;

const MESSAGE_FIELDS = [
  'id', 'conversationId', 'revision', 'kind', 'text', 'sentAt', 'direction', 'forwardHops',
] as const;
const SURFACE_FIELDS = [
  'displayName', 'groupName', 'quoted', 'caption', 'fileName', 'linkTitle', 'linkDescription',
] as const;

/**
 * The message as plain data of known fields, checked. A host's own object may carry getters, proxies or DOM nodes that
 * do not cross to the worker, and may change while the message waits; the copy does neither. Lists are cut one past
 * their limit, so that the engine still sees that there was more. Cost: linear in the fields, texts are not copied.
 * @throws {TypeError} not a message. {RangeError} an id too long, a number out of range. No value stands in the text.
 */
export function plainMessage(value: unknown): Message {
  checkMessage(value);
  const message = pick(value as unknown as Bag, MESSAGE_FIELDS);
  if (!(value.revision === undefined || (Number.isSafeInteger(value.revision) && value.revision >= 0))) {
    throw outOfRange('message.revision');
  }
  if (value.forwardHops !== undefined && value.forwardHops < 0) throw outOfRange('message.forwardHops');
  const { surfaces, entities, attachments, replyTo } = value;
  if (surfaces !== undefined) {
    const copy = pick(surfaces as Bag, SURFACE_FIELDS);
    if (surfaces.pollOptions !== undefined) copy['pollOptions'] = surfaces.pollOptions.slice(0, LIMITS.surfaces + 1);
    message['surfaces'] = copy;
  }
  if (entities !== undefined) {
    message['entities'] = entities.slice(0, LIMITS.entities + 1).map(({ start, end, href }) => ({ start, end, href }));
  }
  if (attachments !== undefined) {
    message['attachments'] = attachments.slice(0, LIMITS.attachments + 1).map((attachment) => {
      const copy = pick(attachment as unknown as Bag, ['id', 'kind', 'mimeType', 'byteLength', 'fileName']);
      if (attachment.id.length > LIMITS.idUnits) throw outOfRange('message.attachments[].id');
      if (!isText(copy['kind']) || !isOptional(copy['mimeType'], isText) || !isOptional(copy['byteLength'], isNumber)) {
        throw wrongType('message.attachments[]');
      }
      return copy;
    });
  }
  if (replyTo !== undefined) {
    if (!isText(replyTo.id) || !isOptional(replyTo.fromMe, isBoolean)) throw wrongType('message.replyTo');
    message['replyTo'] = pick(replyTo as unknown as Bag, ['id', 'fromMe']);
  }
  return message as unknown as Message;
}

/**
 * The context as plain data of known fields, checked.
 * @throws {TypeError} not a context, an age band or relationship outside its list. {RangeError} a number out of range.
 */
export function plainContext(value: unknown): Context {
  checkContext(value);
  const context: Record<string, unknown> = { relationship: value.relationship };
  const { me, peer, conversation } = value;
  if (me !== undefined) context['me'] = fields(me as Bag, 'context.me', { ageBand: isAgeBand });
  if (peer !== undefined) {
    context['peer'] = fields(peer as Bag, 'context.peer', {
      ageBand: isAgeBand, accountAgeDays: isNumber, mutualContacts: isNumber, country: isText, name: isText,
    });
    for (const name of ['accountAgeDays', 'mutualContacts'] as const) {
      const number = peer[name];
      if (number !== undefined && !(number >= 0)) throw outOfRange(`context.peer.${name}`);
    }
  }
  if (conversation !== undefined) {
    context['conversation'] = fields(conversation as unknown as Bag, 'context.conversation', {
      kind: isConversationKind, memberCount: isNumber, addedBy: isText, strangersShare: isNumber,
    });
    const { memberCount, strangersShare } = conversation;
    if (memberCount !== undefined && !(memberCount >= 0)) throw outOfRange('context.conversation.memberCount');
    if (strangersShare !== undefined && !(strangersShare >= 0 && strangersShare <= 1)) {
      throw outOfRange('context.conversation.strangersShare');
    }
    if (conversation.addedBy !== undefined) checkContext({ relationship: conversation.addedBy });
  }
  return context as unknown as Context;
}

function fields(bag: Bag, at: string, table: Readonly<Record<string, (value: unknown) => boolean>>): Bag {
  const copy = pick(bag, Object.keys(table));
  for (const [name, value] of Object.entries(copy)) {
    if (table[name]?.(value) !== true) throw wrongType(`${at}.${name}`);
  }
  return copy;
}

function pick(bag: Bag, names: readonly string[]): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const name of names) {
    const value = bag[name];
    if (value !== undefined) copy[name] = value;
  }
  return copy;
}

function isOptional(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === undefined || is(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isAgeBand(value: unknown): boolean {
  return value === 'child' || value === 'teen' || value === 'adult' || value === 'unknown';
}

function isConversationKind(value: unknown): boolean {
  return value === 'direct' || value === 'group';
}

function wrongType(field: string): TypeError {
  return new TypeError(`"${field}" is not of the documented type.`);
}

function outOfRange(field: string): RangeError {
  return new RangeError(`"${field}" is out of range.`);
}
