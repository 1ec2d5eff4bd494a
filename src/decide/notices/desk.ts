import type { NoticeForm, NoticeLayout } from '../../contract/verdict.ts';
import { NOTICE_BUDGETS } from './budgets.ts';
import { inOrder, topicOf, type Candidate } from './candidate.ts';
import { deskTime, freshConversation, freshPerson, type ConversationMemory, type PersonMemory } from './memory.ts';

/** A notice that is shown, and what is remembered once it is. */
export interface Granted<T extends Candidate> {
  readonly notice: T;
  readonly form: NoticeForm;
  /** 0 to `NOTICE_BUDGETS.layouts` - 1; never that of the conversation's last one, while that is remembered. */
  readonly layout: NoticeLayout;
  readonly conversation: ConversationMemory;
  readonly person: PersonMemory;
}

/**
 * One notice for a message, or none: the first in order that nothing silences and every budget has room for. Pure; O(candidates × memory).
 * Call it once a message: showing a message's notice again is the caller's, who knows messages.
 * @param now milliseconds since 1970, from the call; earlier than a time it was told before counts as that time
 */
export function grantNotice<T extends Candidate>(candidates: readonly T[], held: ConversationMemory, of: PersonMemory, now: number): Granted<T> | undefined {
  const time = deskTime(now, of);
  const conversation = freshConversation(held, time);
  const person = freshPerson(of, time);
  const notice = inOrder(candidates).find((one) => maySpeak(one, conversation, person, time) && hasRoom(one, conversation, person, time));
  if (notice === undefined) return undefined;
  const isStrong = notice.level === 'strong';
  const form = isStrong && person.interstitials.length < NOTICE_BUDGETS.person.interstitials ? 'interstitial' : 'banner';
  const layout = (person.layout + (person.layout === conversation.layout ? 1 : 0)) % NOTICE_BUDGETS.layouts;
  return {
    notice, form, layout: layout as NoticeLayout,
    conversation: {
      ...conversation, shown: conversation.shown + 1, at: time, layout, groups: [...new Set([...conversation.groups, ...notice.groups])],
    },
    person: {
      ...person, latest: time, shown: [...person.shown, time], tips: isStrong ? person.tips : [...person.tips, time],
      interstitials: form === 'interstitial' ? [...person.interstitials, time] : person.interstitials, layout: (layout + 1) % NOTICE_BUDGETS.layouts,
    },
  };
}

/** Whether what the person answered silences it now: also a notice that was shown before, where its message comes again. */
export function isSilenced(about: Pick<Candidate, 'kind' | 'reasons'>, conversation: ConversationMemory, of: PersonMemory, now: number): boolean {
  const time = deskTime(now, of);
  return !maySpeak(about, conversation, freshPerson(of, time), time);
}

/** What the person answered stands above every budget. */
function maySpeak(candidate: Pick<Candidate, 'kind' | 'reasons'>, { silentUntil, blocked }: ConversationMemory, { silences }: PersonMemory, time: number): boolean {
  // Whoever blocked one account wants to hear of the next that looks like it.
  if (blocked) return candidate.kind === 'impersonation';
  return silentUntil !== null && time >= silentUntil && !silences.some(([topic]) => topic === topicOf(candidate));
}

function hasRoom({ level, groups }: Candidate, { shown, at, groups: told }: ConversationMemory, person: PersonMemory, time: number): boolean {
  const { conversation, person: most } = NOTICE_BUDGETS;
  if (person.shown.length >= most.notices || (level === 'tip' && person.tips.length >= most.tips)) return false;
  const isNews = groups.some((group) => !told.includes(group));
  return shown === 0 || isNews || (shown < conversation.ever && time - at >= conversation.pause);
}
