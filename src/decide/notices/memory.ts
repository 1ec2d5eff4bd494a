import { NOTICE_BUDGETS } from './budgets.ts';
import type { EvidenceGroup } from './candidate.ts';

/** What the desk remembers of a conversation: how many notices, and of which groups. Neither which, nor of which message. */
export interface ConversationMemory {
  readonly shown: number;
  /** When the last one was shown, milliseconds since 1970. */
  readonly at: number;
  /** Of all of them. */
  readonly groups: readonly EvidenceGroup[];
  /** Layout of the last one. */
  readonly layout: number;
  /** No notice before this time; `null`: never again, for the person said that they know who this is. */
  readonly silentUntil: number | null;
  /** Blocked or reported: only a look-alike of somebody blocked is told of. */
  readonly blocked: boolean;
}

/** What it remembers of the person, over all conversations. */
export interface PersonMemory {
  /** The latest time it was ever told: a clock that goes back does not bring budgets back. */
  readonly latest: number;
  /** When notices were shown, of the last week: first all, then tips alone, then interstitials alone. Ascending. */
  readonly shown: readonly number[];
  readonly tips: readonly number[];
  readonly interstitials: readonly number[];
  /** What was called not helpful, and until when it is not spoken of. */
  readonly silences: readonly (readonly [topic: string, until: number])[];
  /** Layout of the next one. */
  readonly layout: number;
}

export const NO_CONVERSATION: ConversationMemory = { shown: 0, at: 0, groups: [], layout: -1, silentUntil: 0, blocked: false };
export const NO_PERSON: PersonMemory = { latest: 0, shown: [], tips: [], interstitials: [], silences: [], layout: 0 };

/** The time that counts. Never before one that counted already. */
export function deskTime(now: number, { latest }: Pick<PersonMemory, 'latest'>): number {
  return Math.max(now, latest);
}

/** Without what is over. The same object where nothing is. */
export function freshPerson(person: PersonMemory, time: number): PersonMemory {
  const isThisWeek = (at: number): boolean => time - at < NOTICE_BUDGETS.person.span;
  const { shown, tips, interstitials, silences } = person;
  const isOver = !shown.every(isThisWeek) || !silences.every(([, until]) => time < until);
  return isOver ? {
    ...person, shown: shown.filter(isThisWeek), tips: tips.filter(isThisWeek), interstitials: interstitials.filter(isThisWeek),
    silences: silences.filter(([, until]) => time < until),
  } : person;
}

/** Without what is over; what was said for good stays. */
export function freshConversation(held: ConversationMemory, time: number): ConversationMemory {
  if (held.shown === 0 || time - held.at < NOTICE_BUDGETS.memory) return held;
  return { ...NO_CONVERSATION, silentUntil: held.silentUntil, blocked: held.blocked };
}
