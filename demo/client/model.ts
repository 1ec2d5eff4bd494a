import type { About, HiddenWordsChange, Message, Notice, OutgoingReview, SafetyErrorCode, SealForm, Settings, TriedHit, Verdict } from 'inward';
import type { Ledger, Persona } from '../wire.ts';
import { contactsOf, type Relationships } from './personas.ts';
import { Timings } from './timings.ts';
import { createWordsState, type WordsState } from './words-state.ts';

export type Section = 'chats' | 'requests' | 'hidden' | 'settings' | 'proof';

/** How the page was opened: sealed as ever, or with the tampered worker file of the demonstration. */
export type SealMode = 'sealed' | 'spy-sealed' | 'spy-open';

/** One message as this page knows it. What came in has a verdict; nothing is shown before it. */
export interface Bubble {
  readonly message: Message;
  readonly peer: Persona;
  readonly mine: boolean;
  readonly picture: Blob | undefined;
  status: 'waiting' | 'sent' | 'received';
  verdict: Verdict | undefined;
  /** Notices still open; they outlive a later look at the same message, which never raises one. */
  notices: readonly Notice[];
  /** The person pressed to see a covered picture. */
  revealed: boolean;
  /** The person pressed to read a hidden or covered message. */
  opened: boolean;
  /** The person took it out of the hidden folder. */
  released?: boolean;
  /** Where the question whether to delete it stands. */
  deleting?: boolean;
}

export interface Model {
  readonly me: Persona;
  readonly mode: SealMode;
  section: Section;
  peer: Persona | undefined;
  bubbles: readonly Bubble[];
  relationships: Relationships;
  /** Ids of messages that came while their chat was not open, oldest first. */
  readonly unread: Map<Persona, readonly string[]>;
  /** The message an opened chat starts at; without one it starts at its newest. */
  startAt: string | undefined;
  readonly drafts: Map<Persona, string>;
  /** What was written gives something away, and waits for a second press. */
  nudge: { readonly peer: Persona; readonly text: string; readonly nudges: OutgoingReview['nudges'] } | undefined;
  readonly learnMore: Set<string>;
  peers: Readonly<Record<Persona, string | null>>;
  online: boolean;
  replaced: boolean;
  /** Encryption could not be started: nothing can be sent or received. */
  postFailed: boolean;
  safety: { readonly state: 'starting' | 'running' | 'restarted' } | { readonly state: 'failed'; readonly code: SafetyErrorCode | 'unknown' };
  seal: SealForm | undefined;
  about: About | undefined;
  settings: Settings;
  rejected: HiddenWordsChange['rejected'];
  /** Why the last change of settings was refused. */
  settingsError: string | undefined;
  /** Changes are in force that the store did not take. */
  unsaved: boolean;
  observed: number;
  /** Where the question whether to forget everything stands. */
  forgetting: 'no' | 'asked' | 'done';
  tryText: string;
  tryHits: readonly TriedHit[];
  readonly words: WordsState;
  ledger: Ledger | undefined;
  readonly timings: Timings;
  batch: { readonly state: 'running' } | { readonly state: 'done'; readonly n: number; readonly perMessageUs: number } | undefined;
  samplesOpen: boolean;
  announcement: string;
}

export function createModel(me: Persona, mode: SealMode, settings: Settings): Model {
  return {
    me, mode, section: 'chats', peer: undefined, bubbles: [], relationships: contactsOf(me), unread: new Map(), startAt: undefined, drafts: new Map(), nudge: undefined,
    learnMore: new Set(), peers: { ada: null, ben: null, stranger: null }, online: false, replaced: false, postFailed: false,
    safety: { state: 'starting' }, seal: undefined, about: undefined, settings, rejected: [], settingsError: undefined, unsaved: false, observed: 0, forgetting: 'no',
    tryText: '', tryHits: [], words: createWordsState(), ledger: undefined, timings: new Timings(), batch: undefined, samplesOpen: me === 'stranger', announcement: '',
  };
}

/** Messages of a conversation that belong to it; hidden and denied ones do not. */
export function threadOf(model: Model, peer: Persona): readonly Bubble[] {
  return model.bubbles.filter((one) => one.peer === peer && (one.mine || one.released === true || one.verdict?.delivery === 'chats' || one.verdict?.delivery === 'requests'));
}

export function hiddenOf(model: Model): readonly Bubble[] {
  return model.bubbles.filter((one) => one.verdict?.delivery === 'hidden' && one.released !== true);
}

/** Whether its text waits for a tap: a word of the person's covers what it stands in. */
export function isCovered({ mine, verdict, released }: Bubble): boolean {
  return !mine && released !== true && verdict?.hits.some((hit) => hit.action === 'cover') === true;
}

export function isRequest(model: Model, peer: Persona): boolean {
  return ['stranger', 'restricted'].includes(model.relationships[peer]);
}

/** Conversations of a folder, newest first; contacts are always listed under chats. */
export function conversations(model: Model, folder: 'chats' | 'requests'): readonly Persona[] {
  const listed = (Object.keys(model.relationships) as Persona[]).filter((peer) => {
    if (peer === model.me) return false;
    if (folder === 'requests') return isRequest(model, peer) && threadOf(model, peer).length > 0;
    return !isRequest(model, peer);
  });
  const last = (peer: Persona): number => threadOf(model, peer).at(-1)?.message.sentAt ?? 0;
  return listed.sort((a, b) => last(b) - last(a));
}

/** Where a chat opens: at the first message not read yet; a request that was read, at its first notice. */
export function startOf(model: Model, peer: Persona): string | undefined {
  const thread = threadOf(model, peer);
  const unread = new Set(model.unread.get(peer));
  const first = thread.find((one) => unread.has(one.message.id));
  return (first ?? (isRequest(model, peer) ? thread.find((one) => one.notices.length > 0) : undefined))?.message.id;
}

/** How many messages of a conversation wait to be read; hidden ones never count. */
export function unreadOf(model: Model, peer: Persona): number {
  const unread = new Set(model.unread.get(peer));
  return threadOf(model, peer).filter((one) => unread.has(one.message.id)).length;
}
