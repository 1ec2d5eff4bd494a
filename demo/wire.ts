/** What travels between a client and the relay. Shared by both sides; every field is an id, a number, a digest or MLS bytes. */
import type { FrankingContext, ReportingTag } from 'inward/report';

export const PERSONAS = ['ada', 'ben', 'stranger'] as const;
export type Persona = (typeof PERSONAS)[number];

export function isPersona(value: unknown): value is Persona {
  return (PERSONAS as readonly unknown[]).includes(value);
}

/** RFC 9420 §6: which structure an `MLSMessage` carries. */
export const MLS_WIRE_FORMAT = { message: 2, welcome: 3, 'key-package': 5 } as const;
export type MlsKind = keyof typeof MLS_WIRE_FORMAT;

/** What a message commits to, in the clear: its id, and a digest of what stands in the ciphertext (message franking). */
export interface Mark {
  readonly id: string;
  readonly commitment: string;
}

/** What the relay makes of it, without having seen the message. */
export interface Stamp {
  readonly commitment: string;
  readonly tag: ReportingTag;
  readonly context: FrankingContext;
}

/** `client` names one run of a client: its keys live in memory, so a reloaded page is another one. */
export type ToRelay =
  | { readonly type: 'hello'; readonly client: string }
  | { readonly type: 'publish'; readonly keyPackages: readonly string[] }
  | { readonly type: 'claim'; readonly of: Persona }
  | {
    readonly type: 'send'; readonly to: Persona; readonly client: string; readonly kind: 'welcome' | 'message'; readonly mls: string;
    /** The sender's running number, for `forwarded`. */
    readonly ref: number;
    readonly mark?: Mark;
  }
  /** The frame a `deliver` brought is in this client's hands; until then it is delivered again, or sealed anew by its sender. */
  | { readonly type: 'received'; readonly from: Persona; readonly client: string; readonly ref: number };

export type FromRelay =
  | { readonly type: 'peers'; readonly peers: Readonly<Record<Persona, string | null>> }
  | { readonly type: 'key-package'; readonly of: Persona; readonly client: string; readonly mls: string | null }
  | { readonly type: 'deliver'; readonly from: Persona; readonly client: string; readonly kind: 'welcome' | 'message'; readonly mls: string; readonly ref: number; readonly stamp?: Stamp }
  /** The receiving client said that it has the frame. Without this it may have met a client that is gone. With the stamp the sender can prove it, too. */
  | { readonly type: 'forwarded'; readonly ref: number; readonly stamp?: Stamp }
  /** The same person was opened in another tab; this one stops. */
  | { readonly type: 'replaced' };

/** Hexadecimal, 32 digits: long enough to be unique, too plain to carry words. */
export const CLIENT_ID = /^[0-9a-f]{32}$/;

/** As `crypto.randomUUID` writes it. */
export const MESSAGE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** 32 bytes, base64url. */
export const COMMITMENT = /^[A-Za-z0-9_-]{43}$/;

/** Bytes of one relay frame; a picture of the playground is about 20 kB. */
export const FRAME_BYTES_MAX = 512 * 1024;

/** A sealed report as it waits for the desk. */
export interface SealedArrival {
  readonly reporter: Persona;
  /** When it came in, by the service's clock. */
  readonly receivedAt: number;
  /** Base64. */
  readonly envelope: string;
}

/** The answer to "what arrived from this client since its worker was started". */
export interface Ledger {
  /** Milliseconds since 1970, or `null` before the client asked to be counted. */
  readonly since: number | null;
  readonly ciphertext: Tally;
  readonly publicFiles: Tally;
  readonly panel: Tally;
  readonly other: Tally;
  /** Method and path of the last requests under `other`; never a body. */
  readonly otherLast: readonly string[];
}

export interface Tally {
  readonly count: number;
  /** Request line, headers and body, or the payload of a WebSocket frame. */
  readonly bytes: number;
}
