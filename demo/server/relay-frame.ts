import { CLIENT_ID, COMMITMENT, isPersona, MESSAGE_ID, MLS_WIRE_FORMAT, type Mark, type MlsKind, type ToRelay } from '../wire.ts';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Reads a client's frame, or `undefined` where it is anything but the five known forms with exactly their fields.
 * What the relay takes is therefore ids, digests, names of persons and MLS structures; there is no room for a sentence.
 */
export function parseFrame(text: string): ToRelay | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const frame = value as Readonly<Record<string, unknown>>;
  switch (frame['type']) {
    case 'hello':
      return only(frame, 2) && isClient(frame['client']) ? { type: 'hello', client: frame['client'] } : undefined;
    case 'publish': {
      const list = frame['keyPackages'];
      if (!only(frame, 2) || !Array.isArray(list) || list.length > 32) return undefined;
      return list.every((one) => isMls(one, 'key-package')) ? { type: 'publish', keyPackages: list as string[] } : undefined;
    }
    case 'claim':
      return only(frame, 2) && isPersona(frame['of']) ? { type: 'claim', of: frame['of'] } : undefined;
    case 'send': {
      const { to, client, kind, mls, ref, mark } = frame;
      if (!only(frame, mark === undefined ? 6 : 7) || (mark !== undefined && !isMark(mark)) || !isRef(ref) || !isPersona(to) || !isClient(client)) return undefined;
      if (kind !== 'welcome' && kind !== 'message') return undefined;
      return isMls(mls, kind) ? { type: 'send', to, client, kind, mls, ref, ...mark === undefined ? {} : { mark } } : undefined;
    }
    case 'received': {
      const { from, client, ref } = frame;
      return only(frame, 4) && isPersona(from) && isClient(client) && isRef(ref) ? { type: 'received', from, client, ref } : undefined;
    }
    default:
      return undefined;
  }
}

function only(frame: object, fields: number): boolean {
  return Object.keys(frame).length === fields;
}

function isRef(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}

function isClient(value: unknown): value is string {
  return typeof value === 'string' && CLIENT_ID.test(value);
}

function isMark(value: unknown): value is Mark {
  if (typeof value !== 'object' || value === null || !only(value, 2)) return false;
  const { id, commitment } = value as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && MESSAGE_ID.test(id) && typeof commitment === 'string' && COMMITMENT.test(commitment);
}

/** Base64 of an `MLSMessage` of version 1 and the named wire format (RFC 9420 §6). */
function isMls(value: unknown, kind: MlsKind): value is string {
  if (typeof value !== 'string' || !BASE64.test(value)) return false;
  const head = Buffer.from(value.slice(0, 8), 'base64');
  return head.length >= 4 && head.readUInt16BE(0) === 1 && head.readUInt16BE(2) === MLS_WIRE_FORMAT[kind];
}
