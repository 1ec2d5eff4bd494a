import type { ConversationMemory } from '../decide/notices/memory.ts';
import { CONTRIBUTIONS_MAX, LIVE, type Contribution, type ConversationRecord, type Given, type Past, type Stage } from './conversation-record.ts';
import { markOf, talkWithout } from './talk.ts';

// What a conversation's record says, and what it is after a message, an answer, or without a message. Pure.

/** Cues of a past and of messages, each once, in the order in which they first came. */
export function cuesOf(past: readonly Past[], messages: readonly Contribution[]): readonly number[] {
  return [...new Set([...past, ...messages].flatMap(({ cues }) => cues))];
}

/**
 * Sent before messages that stand here no longer, and not here itself: it may be one of them. It is judged by itself and not remembered again, for what came after
 * it stands in the past too.
 */
export function isPast({ past, until }: ConversationRecord, sentAt: number): boolean {
  return past.length > 0 && sentAt <= until;
}

/** What the desk goes by: what stands with messages, and what stood with others. @param stage of which notices: shown, or counted as well */
export function deskMemory({ desk, contributions }: ConversationRecord, stage: Stage): ConversationMemory {
  return withGiven(desk, contributions.flatMap(({ given }) => given), stage);
}

function withGiven(desk: ConversationMemory, given: readonly Given[], stage: Stage = LIVE): ConversationMemory {
  return given.filter((one) => one.stage >= stage).sort((a, b) => a.at - b.at).reduce((sum, { at, layout, groups }) => ({
    ...sum, shown: sum.shown + 1, ...(at >= sum.at ? { at, layout } : {}), groups: [...new Set([...sum.groups, ...groups])],
  }), desk);
}

/**
 * With an entry at the end, for which one may have to make room. What stands for a notice goes last, the oldest first: dropping it would show one too
 * many. What it said is kept, and that its notice was one.
 */
export function appended(held: ConversationRecord, entry: Contribution): ConversationRecord {
  const { contributions, past, until, desk } = held;
  const gone = contributions.length < CONTRIBUTIONS_MAX ? undefined : contributions.find(({ given }) => given.length === 0) ?? contributions[0];
  const rest = { ...held, contributions: [...contributions.filter((one) => one !== gone), entry] };
  if (!gone) return rest;
  const known = cuesOf(past, []);
  const news = gone.cues.filter((cue) => !known.includes(cue));
  return {
    ...rest, desk: withGiven(desk, gone.given),
    past: news.length > 0 ? [...past, { mark: markOf(gone.id), cues: news }] : past, until: gone.cues.length > 0 ? Math.max(until, gone.sentAt) : until,
  };
}

/** Without the notices that `isOver` names: what is left of them is how many there were. */
export function unshown(held: ConversationRecord, isOver: (given: Given) => boolean): ConversationRecord {
  return {
    ...held, desk: withGiven(held.desk, held.contributions.flatMap(({ given }) => given.filter(isOver))),
    contributions: held.contributions.map((one) => {
      const last = one.given.at(-1);
      return { ...one, shows: one.shows && last !== undefined && !isOver(last), given: one.given.filter((given) => !isOver(given)) };
    }),
  };
}

/** Without a message; `undefined` where it never said anything. What is past goes where its mark fits. */
export function withoutMessage(held: ConversationRecord, id: string): ConversationRecord | undefined {
  const contributions = held.contributions.filter((one) => one.id !== id);
  const talk = talkWithout(held.talk, id);
  if (contributions.length < held.contributions.length) return { ...held, contributions, talk };
  const mark = markOf(id);
  const past = held.past.filter((one) => one.mark !== mark);
  return past.length < held.past.length || talk !== held.talk ? { ...held, past, talk } : undefined;
}
