/** The one source of truth for what runs. Plain JSON; the host keeps it. Migrations live in `parse-settings.ts`. */

/**
 * What a hit does. `hide`: the message goes to the hidden folder. `cover`: it is delivered without a sound, and the host
 * shows its text, and its media, only when tapped. `count`: nothing but being counted on the device.
 */
export type WordAction = 'hide' | 'cover' | 'count';

/**
 * `auto`: a term with accents also matches its plain spelling where that is no everyday word. `exact`: it matches only where a
 * letter carries an accent, whichever; folding leaves no more to compare. A term without accents matches both, always.
 */
export type AccentRule = 'auto' | 'fold' | 'exact';

/**
 * A word, phrase, emoji or hashtag, told apart by its text: `#tag` matches only the hashtag, a word also its hashtag.
 */
export interface HiddenWord {
  readonly text: string;
  /** `word`: whole words (default); `prefix`: starts of words; `anywhere`: also inside words. */
  readonly match?: 'word' | 'prefix' | 'anywhere';
  /** Default `hide`. */
  readonly action?: WordAction;
  /** Where the message would be delivered without this word. Default `all`. */
  readonly where?: 'all' | 'chats' | 'requests';
  /** Acts while the clock handed in is before this. Milliseconds since 1970. The next edit of the list takes it out. */
  readonly until?: number;
  /** For the person only, at most `LIMITS.noteUnits`. */
  readonly note?: string;
  /** Overrides the list's. */
  readonly accents?: 'fold' | 'exact';
}

export interface HiddenWordsSettings {
  readonly enabled: boolean;
  readonly words: readonly HiddenWord[];
  /** Default lists by language tag. */
  readonly lists: readonly string[];
  /** Entries of a default list that are switched off, by list tag. */
  readonly listRemovals?: Readonly<Record<string, readonly number[]>>;
  /** Words that are never hidden, whatever a list says. */
  readonly allow: readonly string[];
  /** People whose messages are not searched for words: `senderId`, or the `conversationId` of messages without one. */
  readonly exempt?: readonly string[];
  /** One space inside a long word is seen through. Default true. */
  readonly oneSpace?: boolean;
  /** For words that do not say. Default `auto`. */
  readonly accents?: AccentRule;
  /**
   * BCP 47 tag of the language the person writes. With `tr` or `az`, whatever subtags follow, i and ı are two letters in words,
   * exceptions and the Turkish default list; in every other language, and without one, they are one.
   */
  readonly locale?: string;
}

/** Where first messages go. `denied` is not shown at all. */
export type Reach = 'chats' | 'requests' | 'denied';

/** Who a first message comes from, told apart by `Context`. What contacts and accepted people write is no first message. */
export type Source =
  /** Relationship `connected`: linked on the service, without a chat yet. */
  | 'connected'
  /** A stranger with whom the person shares a contact: `peer.mutualContacts` is 1 or more. */
  | 'mutual'
  /** Every other stranger. */
  | 'strangers'
  /** A group that somebody unknown added the person to, whoever writes in it. Denied: what people one knows write there is a request. */
  | 'groups';

export interface Settings {
  readonly schemaVersion: 3;
  readonly hiddenWords: HiddenWordsSettings;
  readonly requests: {
    /**
     * Who may reach the person, and where. What is left out is as usual for their age (`USUAL_REACH`), also when the age
     * changes. Adults who are not connected to a possible minor stay denied whatever stands here.
     */
    readonly from?: Readonly<Partial<Record<Source, Reach>>>;
    /**
     * Links of people one does not know cannot be pressed, nor those of others than contacts whose text names another
     * host than their target. Off: no link is looked for, whoever sent it, and `links` is empty.
     */
    readonly inertLinks: boolean;
    readonly coverMedia: boolean;
    /** Of many strangers who write within an hour only the first ten are heard; the others are silent, in one group. */
    readonly quietFloods: boolean;
  };
  readonly outgoing: {
    /**
     * Before a phone number, an address or the name of a school goes to somebody the person is not connected to, `reviewOutgoing` says so.
     * Never to adults (`me.ageBand`), who are asked nothing and for whom nothing is read or loaded.
     */
    readonly nudges: boolean;
  };
  /** `observe` computes and counts on the device but shows nothing. */
  readonly notices: 'on' | 'observe' | 'off';
  readonly scam: { readonly enabled: boolean };
  /** Whom the person blocked, to notice who looks like them (`Safety.blocked`). Off: the list is deleted. */
  readonly blocked: { readonly enabled: boolean };
  /** Whether a stranger's name or picture is like a contact's (`Safety.contacts`). */
  readonly impersonation: { readonly enabled: boolean };
  /** Whether what is known of a stranger, and of how they write, resembles people who mean harm (docs/notices.md). Off: nothing is counted. */
  readonly contact: {
    readonly enabled: boolean;
    /**
     * Whether strangers' messages are looked at for what prevention advice warns of: to move to another app, keep a secret, tell age, school or place, send a photo, take gifts or
     * money. Left out: of children and teens, as each message's context tells (`wantsCues`). Needs scam notices, whose pass reads the text. Show `cues-about` of a catalogue beside the switch.
     */
    readonly cues?: boolean;
  };
  /** Whether the same long text comes from several sides, or a message was passed on often (docs/chain.md). Off: the sketches are deleted. */
  readonly chain: { readonly enabled: boolean };
}
