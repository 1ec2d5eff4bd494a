import { COMMITMENT } from '../wire.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** What one person of the playground writes to another. It exists in the clear only inside the two clients. */
export interface Payload {
  readonly id: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  /** How often it was passed on; absent: it was written for this chat. */
  readonly hops?: number;
  /** Opens what the relay's tag is about; in here, so that nobody on the way can. */
  readonly franking?: { readonly opening: string; readonly counter: number };
  readonly picture?: { readonly mimeType: string; readonly bytes: Uint8Array<ArrayBuffer> };
}

const ID_UNITS = 64;
const TEXT_UNITS = 200_000;
const PICTURE_TYPE = 'image/png';

export function encodePayload({ picture, ...rest }: Payload): Uint8Array {
  const wire = picture === undefined ? rest : { ...rest, picture: toBase64(picture.bytes) };
  return new TextEncoder().encode(JSON.stringify(wire));
}

/** A sender can send anything: what has not this shape is `undefined`. */
export function decodePayload(bytes: Uint8Array): Payload | undefined {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Record<keyof Payload, unknown>> | null;
    if (value === null || typeof value.id !== 'string' || typeof value.text !== 'string') return undefined;
    if (value.id.length > ID_UNITS || value.text.length > TEXT_UNITS) return undefined;
    if (typeof value.sentAt !== 'number' || !Number.isSafeInteger(value.sentAt)) return undefined;
    const franking = frankingOf(value.franking);
    const payload = { id: value.id, text: value.text, sentAt: value.sentAt, ...typeof value.hops === 'number' && value.hops > 0 ? { hops: value.hops } : {}, ...franking === undefined ? {} : { franking } };
    if (typeof value.picture !== 'string') return payload;
    return { ...payload, picture: { mimeType: PICTURE_TYPE, bytes: fromBase64(value.picture) } };
  } catch {
    return undefined;
  }
}

function frankingOf(value: unknown): Payload['franking'] {
  const { opening, counter } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof opening === 'string' && COMMITMENT.test(opening) && Number.isSafeInteger(counter) ? { opening, counter: counter as number } : undefined;
}
