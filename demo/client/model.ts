import type { About, AgeBand, BlockedPersonListed, Context, HiddenWordsChange, MediaCover, Message, Notice, OutgoingReview, SafetyErrorCode, SealForm, Settings, TriedHit, Verdict } from 'inward';
import type { Loosened } from 'inward/settings';
import type { MediaKind } from 'inward/ui';
import { isPersona, type Ledger, type Persona } from '../wire.ts';
import { createCoverLab, type CoverLab } from './cover-lab.ts';
import { createInbox, type Inbox } from './inbox.ts';
import type { Franked } from './franking.ts';
import { CARDS, contactsOf, contextOf, type PeerId, type PersonCard, type Relationships } from './personas.ts';
import { Timings } from './timings.ts';
import { createWordsState, type WordsState } from './words-state.ts';
import { keptAge } from './kept-age.ts';
import type { ForwardState } from './forward-state.ts';
import { createReports, type ReportsState } from './reports-state.ts';
import { createLocation, type LocationState } from './location-actions.ts';

export type Section = 'chats' | 'requests' | 'hidden' | 'settings' | 'proof';

/** How the page was opened: sealed as ever, or with the tampered worker file of the demonstration. */
export type SealMode = 'sealed' | 'spy-sealed' | 'spy-open';

/** A picture, video, sound or file as it was decrypted. While it is covered its bytes reach the page through `open` alone. */
export interface Media {
  readonly id: string;
  readonly kind: MediaKind;
  readonly blob: Blob;
  readonly fileName?: string;
}

/** One message as this page knows it. What came in has a verdict; nothing is shown before it. */
export interface Bubble {
  readonly message: Message;
  readonly peer: PeerId;
  readonly mine: boolean;
  readonly media: readonly Media[];
  /** By which a moderator knows that it was sent so. */
  franked?: Franked | undefined;
  /** It came without, or with one that does not hold: said at once, or people could write what nobody can report. */
  readonly unprovable?: boolean;
  status: 'waiting' | 'sent' | 'received';
  verdict: Verdict | undefined;
  /** Notices still open; they outlive a later look at the same message, which never raises one. */
  notices: readonly Notice[];
  /** A report that the person made of it. */
  report?: { readonly id: string; readonly isSent: boolean };
  /** Words that the person asked a notice to point at. */
  marked?: Notice['where'];
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
  peer: PeerId | undefined;
  bubbles: readonly Bubble[];
  /** Everybody a conversation can be with. */
  readonly people: Map<PeerId, PersonCard>;
  relationships: Relationships;
  /** What the app tells the engine about the person. A messenger would know it; here it is for trying. */
  ageBand: AgeBand;
  /** For trying: the service has limited the person's own account. */
  limited: boolean;
  readonly location: LocationState;
  /** Covers by id of the picture or video. */
  readonly covers: Map<string, MediaCover | 'waiting'>;
  /** Whom Inward knows to be blocked. */
  blocked: readonly BlockedPersonListed[];
  readonly inbox: Inbox;
  readonly reports: ReportsState;
  readonly forward: ForwardState;
  readonly lab: CoverLab;
  /** A change of settings that lets more in, and waits for a yes. */
  loosening: Loosening | undefined;
  /** Ids of messages that came while their chat was not open, oldest first. */
  readonly unread: Map<PeerId, readonly string[]>;
  /** The message an opened chat starts at; without one it starts at its newest. */
  startAt: string | undefined;
  readonly drafts: Map<PeerId, string>;
  /** What was written gives something away, and waits for a second press. */
  nudge: { readonly peer: PeerId; readonly text: string; readonly nudges: OutgoingReview['nudges'] } | undefined;
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

/** `where`: the control that asked, to which the keyboard returns. */
export interface Loosening {
  readonly next: Settings;
  readonly told: readonly Loosened[];
  readonly where: string;
}

export function createModel(me: Persona, mode: SealMode, settings: Settings): Model {
  return {
    me, mode, section: 'chats', peer: undefined, bubbles: [], people: new Map(Object.entries(CARDS)), relationships: contactsOf(me),
    ageBand: keptAge(me), limited: false, location: createLocation(), covers: new Map(), blocked: [], inbox: createInbox(), reports: createReports(), forward: { open: undefined }, lab: createCoverLab(), loosening: undefined, unread: new Map(), startAt: undefined, drafts: new Map(), nudge: undefined,
    peers: { ada: null, ben: null, stranger: null }, online: false, replaced: false, postFailed: false,
    safety: { state: 'starting' }, seal: undefined, about: undefined, settings, rejected: [], settingsError: undefined, unsaved: false, observed: 0, forgetting: 'no',
    tryText: '', tryHits: [], words: createWordsState(), ledger: undefined, timings: new Timings(), batch: undefined, samplesOpen: me === 'stranger', announcement: '',
  };
}

export function cardOf(model: Model, peer: PeerId): PersonCard {
  return model.people.get(peer) ?? { id: peer, name: 'Somebody', initials: '?' };
}

export function relationshipOf(model: Model, peer: PeerId): Relationships[PeerId] {
  return model.relationships[peer] ?? 'stranger';
}

export function contextFor(model: Model, peer: PeerId): Context {
  return contextOf(cardOf(model, peer), relationshipOf(model, peer), meOf(model));
}

/** What the app tells the engine about the person. */
export function meOf({ ageBand, limited }: Model): NonNullable<Context['me']> {
  return { ageBand, ...(limited ? { hint: 'limited' as const } : {}) };
}

/** Messages of a conversation that belong to it; hidden and denied ones do not. */
export function threadOf(model: Model, peer: PeerId): readonly Bubble[] {
  return model.bubbles.filter((one) => one.peer === peer && (one.mine || one.released === true || one.verdict?.delivery === 'chats' || one.verdict?.delivery === 'requests'));
}

export function hiddenOf(model: Model): readonly Bubble[] {
  return model.bubbles.filter((one) => one.verdict?.delivery === 'hidden' && one.released !== true);
}

/** Whether its text waits for a tap: a word of the person's covers what it stands in. */
export function isCovered({ mine, verdict, released }: Bubble): boolean {
  return !mine && released !== true && verdict?.hits.some((hit) => hit.action === 'cover') === true;
}

/** One without an entry counts as covered. What the person sent themselves never is. */
export function isCoveredMedia({ mine, verdict }: Pick<Bubble, 'mine' | 'verdict'>, media: Pick<Media, 'id'>): boolean {
  return !mine && verdict?.media.find((one) => one.id === media.id)?.state !== 'clear';
}

export function isRequest(model: Model, peer: PeerId): boolean {
  const relationship = relationshipOf(model, peer);
  if (relationship === 'restricted') return true;
  // People linked on the service, or strangers by choice, may be let into the chats.
  const newest = threadOf(model, peer).at(-1);
  return ['stranger', 'connected'].includes(relationship) && newest?.verdict?.delivery !== 'chats';
}

/** Conversations of a folder, newest first; contacts are always listed under chats. */
export function conversations(model: Model, folder: 'chats' | 'requests'): readonly PeerId[] {
  const listed = Object.keys(model.relationships).filter((peer) => {
    if (peer === model.me) return false;
    if (folder === 'requests') return isRequest(model, peer) && threadOf(model, peer).length > 0;
    return !isRequest(model, peer) && (isPersona(peer) || threadOf(model, peer).length > 0);
  });
  const last = (peer: PeerId): number => threadOf(model, peer).at(-1)?.message.sentAt ?? 0;
  return listed.sort((a, b) => last(b) - last(a));
}

/** Where a chat opens: at the first message not read yet; a request that was read, at its first notice. */
export function startOf(model: Model, peer: PeerId): string | undefined {
  const thread = threadOf(model, peer);
  const unread = new Set(model.unread.get(peer));
  const first = thread.find((one) => unread.has(one.message.id));
  return (first ?? (isRequest(model, peer) ? thread.find((one) => one.notices.length > 0) : undefined))?.message.id;
}

/** How many messages of a conversation wait to be read; hidden ones never count. */
export function unreadOf(model: Model, peer: PeerId): number {
  const unread = new Set(model.unread.get(peer));
  return threadOf(model, peer).filter((one) => unread.has(one.message.id)).length;
}
