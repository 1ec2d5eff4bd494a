import { LIMITS } from './limits.ts';
import type { Context, Message, MessageKind } from './message.ts';
import { isRelationship } from './normalise-context.ts';

const KINDS: Readonly<Record<MessageKind, true>> = {
  text: true, image: true, video: true, audio: true, file: true, sticker: true, contact: true, location: true, poll: true,
  reaction: true, call: true, system: true,
};

/**
 * Accepts a well-formed message. Length of text is no error: long messages are screened up to the limits.
 * @throws {TypeError} a field of the wrong type. {RangeError} an id over `LIMITS.idUnits`, a time that is no finite number,
 * a revision that is no whole number from 0 up. The text names the field, never its value.
 */
export function checkMessage(value: unknown): asserts value is Message {
  const message = asObject(value, 'message');
  checkId(message['id'], 'message.id');
  checkId(message['conversationId'], 'message.conversationId');
  if (typeof message['kind'] !== 'string' || !Object.hasOwn(KINDS, message['kind'])) throw wrongType('message.kind');
  if (message['direction'] !== 'incoming' && message['direction'] !== 'outgoing') throw wrongType('message.direction');
  checkNumber(message['sentAt'], 'message.sentAt', true);
  checkRevision(message['revision']);
  checkNumber(message['forwardHops'], 'message.forwardHops', false);
  checkText(message['text'], 'message.text');
  if (message['surfaces'] !== undefined) checkSurfaces(asObject(message['surfaces'], 'message.surfaces'));
  checkItems(message['entities'], 'message.entities', ['href'], ['start', 'end']);
  checkItems(message['attachments'], 'message.attachments', ['id'], []);
  if (message['replyTo'] !== undefined) asObject(message['replyTo'], 'message.replyTo');
}

/** @throws {TypeError} not a context. Unknown extra fields are fine. */
export function checkContext(value: unknown): asserts value is Context {
  const context = asObject(value, 'context');
  if (!isRelationship(context['relationship'])) throw wrongType('context.relationship');
  for (const part of ['me', 'peer', 'conversation']) {
    if (context[part] !== undefined) asObject(context[part], `context.${part}`);
  }
}

function checkSurfaces(surfaces: Readonly<Record<string, unknown>>): void {
  for (const name of ['displayName', 'groupName', 'quoted', 'caption', 'fileName', 'linkTitle', 'linkDescription']) {
    checkText(surfaces[name], `message.surfaces.${name}`);
  }
  const options = surfaces['pollOptions'];
  if (options === undefined) return;
  if (!Array.isArray(options)) throw wrongType('message.surfaces.pollOptions');
  options.forEach((option, n) => {
    if (typeof option !== 'string') throw wrongType(`message.surfaces.pollOptions[${n}]`);
  });
}

function checkItems(value: unknown, field: string, strings: readonly string[], numbers: readonly string[]): void {
  if (value === undefined) return;
  if (!Array.isArray(value)) throw wrongType(field);
  value.forEach((entry, n) => {
    const item = asObject(entry, `${field}[${n}]`);
    for (const name of strings) if (typeof item[name] !== 'string') throw wrongType(`${field}[${n}].${name}`);
    for (const name of numbers) checkNumber(item[name], `${field}[${n}].${name}`, true);
    checkText(item['fileName'], `${field}[${n}].fileName`);
  });
}

function asObject(value: unknown, field: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(field);
  return value as Readonly<Record<string, unknown>>;
}

function checkId(value: unknown, field: string): void {
  if (typeof value !== 'string') throw wrongType(field);
  if (value.length > LIMITS.idUnits) throw new RangeError(`"${field}" is longer than ${LIMITS.idUnits} UTF-16 units.`);
}

function checkText(value: unknown, field: string): void {
  if (value !== undefined && typeof value !== 'string') throw wrongType(field);
}

function checkNumber(value: unknown, field: string, required: boolean): void {
  if (value === undefined && !required) return;
  if (typeof value !== 'number') throw wrongType(field);
  if (!Number.isFinite(value)) throw new RangeError(`"${field}" is not a finite number.`);
}

function checkRevision(value: unknown): void {
  checkNumber(value, 'message.revision', false);
  if (typeof value === 'number' && (!Number.isSafeInteger(value) || value < 0)) {
    throw new RangeError('"message.revision" is not a whole number from 0 up.');
  }
}

function wrongType(field: string): TypeError {
  return new TypeError(`"${field}" is not of the documented type.`);
}
