/** What a host hands in: a decrypted message, in the words of DESIGN §4. Plain data, cloneable, never mutated. */

export type MessageKind =
  | 'text' | 'image' | 'video' | 'audio' | 'file' | 'sticker' | 'contact' | 'location' | 'poll' | 'reaction' | 'call'
  | 'system';

export type Direction = 'incoming' | 'outgoing';

/** The other places of a message where words can stand. Each is screened and named in the verdict. */
export interface Surfaces {
  readonly displayName?: string;
  readonly groupName?: string;
  readonly quoted?: string;
  readonly caption?: string;
  readonly fileName?: string;
  readonly linkTitle?: string;
  readonly linkDescription?: string;
  readonly pollOptions?: readonly string[];
}

/**
 * A link of marked-up text: half-open UTF-16 range in `text`, and where it really goes. A range that reaches out of the
 * text is clamped. From strangers, one that covers nothing, or more than `LIMITS.entities`, make all of `text` inert.
 */
export interface Entity {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/** Description of an attachment. Its bytes never come this way. */
export interface Attachment {
  readonly id: string;
  readonly kind: 'image' | 'video' | 'audio' | 'file' | 'sticker';
  readonly mimeType?: string;
  readonly byteLength?: number;
  readonly fileName?: string;
}

export interface Message {
  /** Unique within the conversation; at most `LIMITS.idUnits` UTF-16 units. */
  readonly id: string;
  readonly conversationId: string;
  /**
   * Who wrote it, in the host's own words, at most `LIMITS.idUnits`; for `describeSender`. Stays in the page. A direct
   * conversation can leave it out where its id says who the other person is.
   */
  readonly senderId?: string;
  /** Raised by every edit; absent means 0. */
  readonly revision?: number;
  readonly kind: MessageKind;
  readonly text?: string;
  readonly surfaces?: Surfaces;
  readonly entities?: readonly Entity[];
  readonly attachments?: readonly Attachment[];
  /** Milliseconds since 1970-01-01 UTC. */
  readonly sentAt: number;
  readonly direction: Direction;
  readonly forwardHops?: number;
  /** `fromMe` exempts the quoted surface: those are the person's own words. */
  readonly replyTo?: { readonly id: string; readonly fromMe?: boolean };
}

export type AgeBand = 'child' | 'teen' | 'adult' | 'unknown';

/** `'request'` is accepted as an alias of `'stranger'`. */
export type Relationship = 'self' | 'contact' | 'accepted' | 'connected' | 'stranger' | 'restricted' | 'blocked';

/** What the service says of an account: `limited`, it may do less than others for now. Codes are only ever added. */
export type ServiceHint = 'limited';

/** JWS compact serialisation: header, payload and signature in base64url. */
export type SignedHint = `${string}.${string}.${string}`;

/** What the host knows. Absent means unknown, never "no". */
export interface Context {
  readonly relationship: Relationship | 'request';
  readonly me?: { readonly ageBand?: AgeBand; readonly hint?: ServiceHint };
  readonly peer?: {
    readonly ageBand?: AgeBand;
    readonly accountAgeDays?: number;
    readonly mutualContacts?: number;
    /** Groups that both are in. */
    readonly commonGroups?: number;
    /** How they came to write: named by somebody the person knows, from a group of both, or by search, a public group or a link. */
    readonly arrival?: 'introduced' | 'shared-group' | 'public-place';
    /** The service has tied the account to a person or a business. */
    readonly linkedIdentity?: boolean;
    /** The person declined a request of this account before. */
    readonly declinedBefore?: boolean;
    readonly country?: string;
    readonly name?: string;
    /** Days since the name, and the picture, were last changed. */
    readonly nameChangeDays?: number;
    readonly avatarChangeDays?: number;
    /** What the service says: a code, or a hint that it signed (docs/hints.md). One that is neither says nothing. */
    readonly hint?: ServiceHint | SignedHint;
    /** The name by which the service knows them towards this person, as `sub` of its hints: another one for everybody they write to. */
    readonly subject?: string;
  };
  readonly conversation?: {
    readonly kind: 'direct' | 'group';
    /** The person included. */
    readonly memberCount?: number;
    /** Relationship of whoever added the person to the group. */
    readonly addedBy?: Relationship | 'request';
    /** 0–1: members of the group the person does not know. */
    readonly strangersShare?: number;
    /** End to end. `false` is a fact to show; absent says nothing. */
    readonly encrypted?: boolean;
  };
}
