import type { ForgetTarget, ScreenItem, StateRecord } from './engine.ts';
import type { Context, Message } from './message.ts';

/** UTF-16 units below which no text is looked at: none of them has sixty letters, but for ligatures. */
export const CHAIN_LEAST_UNITS = 60;

/** Of the hop counter inside the encrypted message, from which a message counts as passed on often, however short it is. It saturates there. Whoever forwards can lower it: at least so many. */
export const CHAIN_HOPS = 5;

/** A message that may be one of a chain, as the chain worker is told of it. */
export interface ChainItem extends Pick<ScreenItem, 'mode' | 'now'> {
  readonly message: Pick<Message, 'conversationId' | 'id' | 'revision' | 'sentAt' | 'senderId'>;
  readonly text: string;
  /** Absent: not forwarded, as far as known. */
  readonly hops?: number | undefined;
  /** Nobody the person accepted. */
  readonly isStranger: boolean;
}

/** What a notice of kind `chain` may be made of. Nothing of any text. */
export interface ChainFound {
  readonly kind: 'chain';
  /** `copies`: near-copies came from several sides within a day; `hops`: it was passed on often. */
  readonly because: 'copies' | 'hops';
  /** Senders or groups unconnected to each other that brought near-copies within a day, this one among them; 0 where it has no sketch. */
  readonly sources: number;
  /** 0: not forwarded, as far as known; at most what the rule asks for. */
  readonly hops: number;
  /** A stranger sent it: a mass message. */
  readonly mass: boolean;
}

export interface ChainReply {
  readonly found?: ChainFound | undefined;
  /** Names the text it is a near-copy of: the keyed hash of the oldest message that brought it, which is this one where there is none. Absent without a sketch. */
  readonly copies?: string | undefined;
  /** Records of the table `chain`: an entry each, under the keyed hash of its message. */
  readonly writes: readonly StateRecord[];
}

export interface ChainStart {
  /** Version of the page's bundle; another one is refused with `asset-mismatch`. */
  readonly version: string;
  /** Verified bytes of `tables.bin` and of `sketch.bin` or `sketch-scalar.bin`, whichever runs here. Transferred. */
  readonly assets: Readonly<Record<string, ArrayBuffer>>;
  /** 16 random bytes of this installation, which the page makes and keeps: without them sketches say nothing. */
  readonly secret: Uint8Array<ArrayBuffer>;
  /** `secret` is the public salt of a report: the engine makes sketches and keeps none. */
  readonly isPublic?: boolean;
  readonly records: readonly StateRecord[];
  /** Milliseconds since 1970: what is older than two weeks is not taken. 0: nobody knows, and nothing is too old. */
  readonly now: number;
}

/** A text as reports compare it. */
export interface SketchedText {
  /** Different grams of it. */
  readonly size: number;
  /** 512 bytes. */
  readonly sketch: Uint8Array<ArrayBuffer>;
  /** Places of the texts before it of which it is a near-copy. */
  readonly near: readonly number[];
}

/** The door of the chain worker, as `NoticePort` is that of notices. */
export interface ChainPort {
  /** Once, first. @returns deletions of what was expired, damaged or too much @throws {SafetyError} asset-mismatch, no-wasm */
  start(payload: ChainStart): Promise<readonly StateRecord[]>;
  /** In order; one that breaks the engine all the same has no reply in its place. */
  see(items: readonly ChainItem[]): Promise<readonly (ChainReply | undefined)[]>;
  /** What another tab wrote. @returns deletions of what was damaged or too much */
  replay(records: readonly StateRecord[]): Promise<readonly StateRecord[]>;
  forget(what: ForgetTarget): Promise<readonly StateRecord[]>;
  /**
   * Sketches for a report, in order; `undefined` for a text with too few letters. Nothing of them stays.
   * @throws {SafetyError} wrong-scope: it was started with the secret of the installation, whose sketches leave in no report
   */
  sketch(texts: readonly string[]): Promise<readonly (SketchedText | undefined)[]>;
}

export const CHAIN_METHODS = ['start', 'see', 'replay', 'forget', 'sketch'] as const satisfies readonly (keyof ChainPort)[];

/** Whether near-copies of its text are looked for: where that is long enough, of anybody but a contact, or forwarded by one. */
export function isLongForChain({ message: { text = '', forwardHops = 0 }, context }: { readonly message: Pick<Message, 'text' | 'forwardHops'>; readonly context: Pick<Context, 'relationship'> }): boolean {
  return text.length >= CHAIN_LEAST_UNITS && (context.relationship !== 'contact' || forwardHops > 0);
}

/** Whether a message may be one of a chain: it comes in live and reaches the person, and near-copies are looked for, or it was passed on often; or what it said before may have been one. */
export function mayBeChain(item: Pick<ScreenItem, 'message' | 'context' | 'mode' | 'row'>): boolean {
  const { message: { direction, forwardHops = 0, revision }, context, mode, row } = item;
  return mode === 'live' && direction === 'incoming' && row.delivery !== 'denied' && context.relationship !== 'self' && (isLongForChain(item) || forwardHops >= CHAIN_HOPS || !!revision);
}
