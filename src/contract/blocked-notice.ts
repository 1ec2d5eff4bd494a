import { noticeId } from './notice-id.ts';
import type { Notice, NoticeAction, ReasonCode } from './verdict.ts';

/** Of every tip: it explains before it asks for anything. */
export const TIP_ACTIONS: readonly NoticeAction[] = ['learn-more', 'restrict', 'block', 'report', 'dismiss'];

/** That a sender looks like somebody the person blocked: a fact to look at, never that they are the same. */
export function blockedNotice(conversationId: string, messageId: string, reason: ReasonCode): Notice {
  return {
    id: noticeId(conversationId, messageId, 'impersonation'), kind: 'impersonation', level: 'tip', reasons: [reason, 'not-a-contact'], where: [], actions: TIP_ACTIONS,
  };
}
