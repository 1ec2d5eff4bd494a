import type { NoticeForm, NoticeKind, NoticeLayout, NoticeLevel, ReasonCode } from '../contract/verdict.ts';
import type { EvidenceGroup } from '../decide/notices/candidate.ts';
import { NO_CONVERSATION, type ConversationMemory } from '../decide/notices/memory.ts';
import type { Talk } from './talk.ts';

/** A notice that was shown with a message, or counted: what its place in the budgets was, and what it takes to show the same one again. */
export interface Given {
  /** `OBSERVED`: it was counted and not shown. */
  readonly stage: Stage;
  readonly kind: NoticeKind;
  readonly level: NoticeLevel;
  readonly form: NoticeForm;
  readonly layout: NoticeLayout;
  /** When it was shown first: milliseconds since 1970. */
  readonly at: number;
  /** What it is about: the first of its reasons. */
  readonly reason: ReasonCode;
  readonly groups: readonly EvidenceGroup[];
}

/** As what the message came last: as history alone, while notices are counted and not shown, or live. */
export type Stage = 0 | 1 | 2;
export const [HISTORY, OBSERVED, LIVE] = [0, 1, 2] as const;

/** What one message added: the newest revision seen, and the notices it was given. */
export interface Contribution {
  readonly id: string;
  readonly revision: number;
  /** Its own time, never later than when it came. */
  readonly sentAt: number;
  readonly stage: Stage;
  /** What it says, as numbers of src/decide/conversation.ts. */
  readonly cues: readonly number[];
  /** The last of `given` is shown again where the message comes again; not after an edit that took it back. */
  readonly shows: boolean;
  /** Of this message's revisions, oldest first. Empty once they are answered. */
  readonly given: readonly Given[];
}

/** Cues that a message which stands no longer among the contributions said first, and by which its going can be told: not who it was. */
export interface Past {
  /** 16 bits of its id's hash. */
  readonly mark: number;
  readonly cues: readonly number[];
}

/** One conversation's record: what the notice desk remembers, nothing of what was said. */
export interface ConversationRecord {
  /** Of notices that stand with no message any more, and until when to be silent. */
  readonly desk: ConversationMemory;
  /** Oldest first. */
  readonly contributions: readonly Contribution[];
  /** In the order in which the cues first came, each once: no more entries than there are cues. */
  readonly past: readonly Past[];
  /** When the newest of such messages was sent, milliseconds since 1970: what was sent no later, and stands here no longer, is in `past` already. */
  readonly until: number;
  /** Where who writes is judged. */
  readonly talk: Talk;
}

export const CONTRIBUTIONS_MAX = 8;
export const EMPTY_RECORD: ConversationRecord = { desk: NO_CONVERSATION, contributions: [], past: [], until: 0, talk: [] };

/** The person knows whoever it is, or blocked them: nothing more would be said of who writes. */
export function isOver({ silentUntil, blocked }: ConversationMemory): boolean {
  return silentUntil === null || blocked;
}

/** Nothing was shown, and nothing said. */
export function isFresh({ shown, silentUntil, blocked }: ConversationMemory): boolean {
  return shown === 0 && silentUntil === 0 && !blocked;
}
