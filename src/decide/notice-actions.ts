import { TIP_ACTIONS } from '../contract/blocked-notice.ts';
import type { NoticeAction, NoticeKind, NoticeLevel } from '../contract/verdict.ts';
import { SCAM_ACTIONS } from './scam-advice.ts';

/**
 * What a notice offers, the first one biggest (research/signals.md §7: the next step first, the safe choice the big
 * button); before a scam notice's stands its advice (scam-advice.ts). None of it is in the worker's file: each check brings its own.
 */
export const NOTICE_ACTIONS: Readonly<Record<NoticeKind, Readonly<Record<NoticeLevel, readonly NoticeAction[]>>>> = {
  scam:          SCAM_ACTIONS,
  contact:       { tip: ['restrict', 'block', 'report', 'learn-more', 'dismiss'], strong: ['restrict', 'block', 'report', 'learn-more', 'dismiss'] },
  impersonation: { tip: TIP_ACTIONS,                                              strong: ['block', 'report', 'learn-more', 'dismiss'] },
  chain:         { tip: ['learn-more', 'dismiss'],                                strong: ['learn-more', 'report', 'dismiss'] },
};
