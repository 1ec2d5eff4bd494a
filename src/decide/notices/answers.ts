import type { NoticeAnswerCode } from '../../contract/engine.ts';
import { NOTICE_BUDGETS } from './budgets.ts';
import { topicOf, type Candidate } from './candidate.ts';
import { deskTime, freshPerson, type ConversationMemory, type PersonMemory } from './memory.ts';

export type DeskAnswer = NoticeAnswerCode;

/**
 * The memory after an answer. Nothing is added to it but until when to be silent: which notice was answered, and with what, is not kept.
 * @param about what the notice was about
 */
export function answered(
  answer: DeskAnswer, about: Pick<Candidate, 'kind' | 'reasons'>, conversation: ConversationMemory, of: PersonMemory, now: number,
): { readonly conversation: ConversationMemory; readonly person: PersonMemory } {
  const time = deskTime(now, of);
  const person = { ...freshPerson(of, time), latest: time };
  if (answer === 'blocked') return { conversation: { ...conversation, blocked: true }, person };
  if (answer === 'trusted') return { conversation: { ...conversation, silentUntil: null }, person };
  const until = time + NOTICE_BUDGETS.silence[answer];
  if (answer !== 'not-helpful') return { conversation: { ...conversation, silentUntil: later(conversation.silentUntil, until) }, person };
  const topic = topicOf(about);
  return { conversation, person: { ...person, silences: [...person.silences.filter(([other]) => other !== topic), [topic, until]] } };
}

function later(held: number | null, until: number): number | null {
  return held === null ? null : Math.max(held, until);
}
