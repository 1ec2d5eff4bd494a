import { LIMITS } from '../contract/limits.ts';
import type { Context, Message } from '../contract/message.ts';
import { isRelationship } from '../contract/normalise-context.ts';

/** Checks one value and gives it back as plain data. `at` is its place, for the text of the error. */
type Read = (value: unknown, at: string) => unknown;

const text = like((value) => typeof value === 'string');
const flag = like((value) => typeof value === 'boolean');
const relationship = like(isRelationship);
const age = oneOf('child teen adult unknown');
const share = number(0, 1);
const amount = number(0, Number.MAX_VALUE);
const count = number(0, Number.MAX_SAFE_INTEGER, true);
const moment = number(-Number.MAX_VALUE, Number.MAX_VALUE);

const id: Read = (value, at) => {
  if ((text(value, at) as string).length > LIMITS.idUnits) throw outOfRange(at);
  return value;
};

const MESSAGE = object({
  id, conversationId: id, sentAt: moment, direction: oneOf('incoming outgoing'),
  kind: oneOf('text image video audio file sticker contact location poll reaction call system'),
}, {
  revision: count, text, forwardHops: amount,
  surfaces: object({}, {
    displayName: text, groupName: text, quoted: text, caption: text, fileName: text, linkTitle: text, linkDescription: text,
    pollOptions: list(text, LIMITS.surfaces),
  }),
  entities: list(object({ start: moment, end: moment, href: text }), LIMITS.entities),
  attachments: list(object({ id, kind: oneOf('image video audio file sticker') }, { mimeType: text, byteLength: amount, fileName: text }), LIMITS.attachments),
  replyTo: object({ id: text }, { fromMe: flag }),
});

const CONTEXT = object({ relationship }, {
  me: object({}, { ageBand: age }),
  peer: object({}, { ageBand: age, accountAgeDays: amount, mutualContacts: amount, country: text, name: text }),
  conversation: object({ kind: oneOf('direct group') }, { memberCount: amount, addedBy: relationship, strangersShare: share }),
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

function object(needed: Readonly<Record<string, Read>>, optional: Readonly<Record<string, Read>> = {}): Read {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(at);
    const copy: Record<string, unknown> = {};
    for (const [name, read] of Object.entries({ ...needed, ...optional })) {
      const field = (value as Readonly<Record<string, unknown>>)[name];
      if (field !== undefined || name in needed) copy[name] = read(field, `${at}.${name}`);
    }
    return copy;
  };
}

function list(read: Read, limit: number): Read {
  return (value, at) => {
    if (!Array.isArray(value)) throw wrongType(at);
    return value.slice(0, limit + 1).map((entry, n) => read(entry, `${at}[${n}]`));
  };
}

function number(least: number, most: number, whole = false): Read {
  return (value, at) => {
    if (typeof value !== 'number') throw wrongType(at);
    if (!(value >= least && value <= most) || (whole && !Number.isInteger(value))) throw outOfRange(at);
    return value;
  };
}

function oneOf(words: string): Read {
  const allowed: readonly unknown[] = words.split(' ');
  return like((value) => allowed.includes(value));
}

function like(fits: (value: unknown) => boolean): Read {
  return (value, at) => {
    if (!fits(value)) throw wrongType(at);
    return value;
  };
}

function wrongType(at: string): TypeError {
  return new TypeError(`"${at}" is not of the documented type.`);
}

function outOfRange(at: string): RangeError {
  return new RangeError(`"${at}" is out of range.`);
}
