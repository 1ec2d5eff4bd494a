import type { NoticeLevel } from '../contract/verdict.ts';
import { NOTICE_BUDGETS } from '../decide/notices/budgets.ts';
import { NO_CONVERSATION, type ConversationMemory } from '../decide/notices/memory.ts';
import { ANY_MESSAGE, LIVE, type ConversationRecord, type Given } from './conversation-record.ts';

/** Form 3: `[3, answer, answeredAt, past, until, [id, revision, granted, at, cues], …]`; `at` 0: nothing was shown with it. */
type Old = readonly [
  form: number, answer: 'none' | 'dismissed' | 'trusted', answeredAt: number, past: readonly number[], until: number,
  ...contributions: (readonly [id: string, revision: number, granted: 'none' | NoticeLevel, at: number, cues: readonly number[]])[]];

/** What a record of the version before says in this one. Which message said what is past was not kept then: whichever is forgotten takes all of it along, as it did. */
export function fromOldForm(read: readonly unknown[]): ConversationRecord {
  const [, answer, answeredAt, past, until, ...stored] = read as Old;
  const told = stored.filter(([, , , at]) => at > 0);
  // What was answered stood with its message no longer.
  const isAnswered = answer !== 'none';
  const counted: ConversationMemory = isAnswered && told.length > 0
    ? { ...NO_CONVERSATION, shown: told.length, at: Math.max(...told.map(([, , , at]) => at)), layout: 0, groups: ['words', 'name'] } : NO_CONVERSATION;
  const silentUntil = answer === 'trusted' ? null : answer === 'dismissed' ? answeredAt + NOTICE_BUDGETS.silence.dismissed : 0;
  return {
    desk: { ...counted, silentUntil },
    past: past.length > 0 ? [{ mark: ANY_MESSAGE, cues: past }] : [], until, talk: [],
    contributions: stored.map(([id, revision, granted, at, cues]) => {
      const given = isAnswered || at === 0 ? [] : [givenOf(granted, at)];
      return { id, revision, sentAt: until, stage: LIVE, cues, shows: given.length > 0, given };
    }),
  };
}

/** Where no scam notice was granted, it was a name that was told of. */
function givenOf(granted: 'none' | NoticeLevel, at: number): Given {
  const shown = { stage: LIVE, form: 'banner', layout: 0, at } as const;
  return granted === 'none' ? { kind: 'impersonation', level: 'tip', reason: 'name-like-blocked', groups: ['name'], ...shown }
    : { kind: 'scam', level: granted, reason: 'looks-like-known-scams', groups: ['words'], ...shown };
}
