import { TIP_ACTIONS } from '../contract/blocked-notice.ts';
import { CHAIN_ACTIONS } from '../contract/chain-notice.ts';
import { LIKE_A_CONTACT } from '../contract/contact-notice.ts';
import type { AgeBand } from '../contract/message.ts';
import type { NoticeAction, NoticeKind, NoticeLevel } from '../contract/verdict.ts';
import { SCAM_ACTIONS } from './scam-advice.ts';

type Actions = Readonly<Record<NoticeKind, Readonly<Record<NoticeLevel, readonly NoticeAction[]>>>>;

const CONTACT: readonly NoticeAction[] = ['restrict', 'block', 'report', 'keep-chatting', 'learn-more', 'dismiss'];
const CONTACT_OF_MINORS: readonly NoticeAction[] = ['restrict', 'block', 'report', 'talk-to-somebody', 'keep-chatting', 'get-help', 'learn-more', 'dismiss'];

/**
 * What a notice offers an adult, the first one biggest (research/signals.md §7: the next step first, the safe choice the big
 * button); before a scam notice's stands its advice (scam-advice.ts). At most four are buttons, the rest are quiet links (`QUIET` of src/ui/notice-copy.ts).
 * None of it is in the worker's file: each check brings its own. A name like a blocked one brings `TIP_ACTIONS`, a stranger's chain message `MASS_ACTIONS`.
 */
export const NOTICE_ACTIONS: Actions = {
  scam:          SCAM_ACTIONS,
  contact:       { tip: CONTACT,        strong: CONTACT },
  impersonation: { tip: LIKE_A_CONTACT, strong: LIKE_A_CONTACT },
  chain:         { tip: CHAIN_ACTIONS,  strong: CHAIN_ACTIONS },
};

/** The same for children and teens, and for whoever's age is not known: someone to talk to is a button, and help lines are one press away. */
export const NOTICE_ACTIONS_OF_MINORS: Actions = { ...NOTICE_ACTIONS, contact: { tip: CONTACT_OF_MINORS, strong: CONTACT_OF_MINORS } };

/** Actions by kind, level and the age band of the person who reads the notice; a sender who looks like somebody they blocked brings its own. */
export function noticeActions(kind: NoticeKind, level: NoticeLevel, ageBand: AgeBand = 'unknown', isLikeBlocked = false): readonly NoticeAction[] {
  if (kind === 'impersonation' && isLikeBlocked) return TIP_ACTIONS;
  return (ageBand === 'adult' ? NOTICE_ACTIONS : NOTICE_ACTIONS_OF_MINORS)[kind][level];
}
