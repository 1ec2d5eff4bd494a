/** How rare notices are. Times in milliseconds. Research/signals.md §7: a notice is heard because it is rare. */

const DAY = 24 * 60 * 60 * 1000;

export const NOTICE_BUDGETS = {
  /** Of one conversation: this long until the next one, and so many ever, but for a notice with a group of evidence that none of them had. */
  conversation: { pause: 7 * DAY, ever: 3 },
  /** Of all conversations of a person together, within a week. The last place is kept for `strong`: tips that somebody provokes must not use it up. */
  person: { span: 7 * DAY, notices: 2, tips: 1, interstitials: 1 },
  /** Silence after an answer: in that conversation, or for that reason everywhere. */
  silence: { 'dismissed': 7 * DAY, 'keep-chatting': 30 * DAY, 'not-helpful': 90 * DAY },
  /** What a conversation's notices are remembered for, at most. */
  memory: 365 * DAY,
  /** Ways to lay a notice out, taken in turns: the same card seen twice is not seen (Vance et al. 2018). */
  layouts: 4,
} as const;
