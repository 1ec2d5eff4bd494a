import { COMMITMENT } from '../wire.ts';
import { decodePicture, encodePicture, openPicture, type SealedPicture } from './sealed-picture.ts';

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
  /** `sealed`: as it travels; there from when it is sent. */
  readonly picture?: { readonly mimeType: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly sealed?: SealedPicture };
}

const ID_UNITS = 64;
const TEXT_UNITS = 200_000;
const PICTURE_TYPE = 'image/png';

export function encodePayload({ picture, ...rest }: Payload): Uint8Array {
  const wire = picture?.sealed === undefined ? rest : { ...rest, picture: encodePicture(picture.sealed) };
  return new TextEncoder().encode(JSON.stringify(wire));
}

/** A sender can send anything: what has not this shape is `undefined`, and so is a picture that its key does not open. */
export async function decodePayload(bytes: Uint8Array): Promise<Payload | undefined> {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Record<keyof Payload, unknown>> | null;
    if (value === null || typeof value.id !== 'string' || typeof value.text !== 'string') return undefined;
    if (value.id.length > ID_UNITS || value.text.length > TEXT_UNITS) return undefined;
    if (typeof value.sentAt !== 'number' || !Number.isSafeInteger(value.sentAt)) return undefined;
    const franking = frankingOf(value.franking);
    const payload = { id: value.id, text: value.text, sentAt: value.sentAt, ...typeof value.hops === 'number' && value.hops > 0 ? { hops: value.hops } : {}, ...franking === undefined ? {} : { franking } };
    if (typeof value.picture !== 'object' || value.picture === null) return payload;
    const sealed = decodePicture(value.picture);
    return { ...payload, picture: { mimeType: PICTURE_TYPE, bytes: await openPicture(sealed), sealed } };
  } catch {
    return undefined;
  }
}

function frankingOf(value: unknown): Payload['franking'] {
  const { opening, counter } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof opening === 'string' && COMMITMENT.test(opening) && Number.isSafeInteger(counter) ? { opening, counter: counter as number } : undefined;
}
