import { noticeId } from './notice-id.ts';
import type { Notice, NoticeAction, ReasonCode } from './verdict.ts';

/** Of a notice that somebody's name or picture is like a contact's: check first. */
export const LIKE_A_CONTACT: readonly NoticeAction[] = ['check-another-way', 'compare', 'block', 'report', 'learn-more', 'dismiss'];

/** That a sender's name or picture is like that of one of the person's own contacts, or says that it is an office's: a fact to look at. */
export function contactNotice(conversationId: string, messageId: string, reasons: readonly ReasonCode[]): Notice {
  return { id: noticeId(conversationId, messageId, 'impersonation'), kind: 'impersonation', level: 'tip', reasons, where: [], actions: LIKE_A_CONTACT };
}
