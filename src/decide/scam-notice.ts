import type { Message } from '../contract/message.ts';
import { noticeId } from '../contract/notice-id.ts';
import type { MessageFacts } from '../contract/notices.ts';
import type { Notice, NoticeAction, NoticeLevel, ReasonCode, ScamFamily } from '../contract/verdict.ts';

/** From which share of all families together each level begins. Comes with the model; never a number in code. */
export type OperatingPoints = readonly [tip: number, strong: number];

/** Of src/decide/scam-advice.ts. */
export interface NoticeTables {
  readonly advice: Readonly<Record<string, NoticeAction>>;
  readonly actions: Readonly<Record<NoticeLevel, readonly NoticeAction[]>>;
  /** Of src/decide/scam-exemptions.ts. */
  readonly hijacked: readonly (ScamFamily | ReasonCode)[];
}

export interface ScamFacts extends MessageFacts {
  /** Which actions it may offer; they come with the model. */
  readonly tables: NoticeTables;
}

export function scamLevel(score: number, [tip, strong]: OperatingPoints): 'none' | NoticeLevel {
  if (score >= strong) return 'strong';
  return score >= tip ? 'tip' : 'none';
}

/** What the model alone may not decide: a strong notice names at least one thing that the person can check. */
export function settledLevel(level: 'none' | NoticeLevel, facts: MessageFacts): 'none' | NoticeLevel {
  const saysSomething = facts.cues.length > 0 || facts.family !== null || facts.hasLink || facts.hasLongNumber;
  return level === 'strong' && !saysSomething ? 'tip' : level;
}

/**
 * A notice states facts, most telling first: what the person can check, then that it resembles known scams, then that
 * the sender is no contact. Order and codes are fixed, so that the same message reads the same everywhere; no cue says what stands here.
 */
export function scamReasons(facts: ScamFacts): readonly ReasonCode[] {
  return [...facts.cues, ...facts.hasLink ? ['has-link'] as const : [], ...facts.hasLongNumber ? ['long-number'] as const : [], 'looks-like-known-scams', ...facts.isContact ? [] : ['not-a-contact'] as const];
}

/** The advice for the first thing asked that has one, else for the family; behind it what is offered at this level. */
export function scamActions({ cues, family, tables: { advice, actions } }: ScamFacts, level: NoticeLevel): readonly NoticeAction[] {
  return [advice[cues.find((cue) => advice[cue]) ?? family ?? 'other'] as NoticeAction, ...actions[level]];
}

export function scamNotice(message: Pick<Message, 'conversationId' | 'id'>, level: NoticeLevel, facts: ScamFacts): Notice {
  return {
    id: noticeId(message.conversationId, message.id, 'scam'), kind: 'scam',
    ...(facts.family === null ? {} : { family: facts.family }),
    level, reasons: scamReasons(facts), where: facts.where, actions: scamActions(facts, level),
  };
}
