import { TIP_ACTIONS } from '../contract/blocked-notice.ts';
import type { NoticeAction, NoticeKind, NoticeLevel } from '../contract/verdict.ts';

/** Of the one kind that exists: the rest of the table stays out of the worker until its check is there. */
export const SCAM_ACTIONS: Readonly<Record<NoticeLevel, readonly NoticeAction[]>> = {
  tip: TIP_ACTIONS, strong: ['block', 'report', 'restrict', 'learn-more', 'dismiss'],
};

/**
 * What a notice offers, the first one biggest (research/signals.md §7: the next step first, the safe choice the big
 * button). A tip explains before it asks for anything; a strong notice puts the way out first.
 */
export const NOTICE_ACTIONS: Readonly<Record<NoticeKind, Readonly<Record<NoticeLevel, readonly NoticeAction[]>>>> = {
  scam:          SCAM_ACTIONS,
  contact:       { tip: ['restrict', 'block', 'report', 'learn-more', 'dismiss'], strong: ['restrict', 'block', 'report', 'learn-more', 'dismiss'] },
  impersonation: { tip: TIP_ACTIONS,                                              strong: ['block', 'report', 'learn-more', 'dismiss'] },
  chain:         { tip: ['learn-more', 'dismiss'],                                strong: ['learn-more', 'report', 'dismiss'] },
};
