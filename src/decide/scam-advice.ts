import type { NoticeAction, NoticeAdvice, NoticeLevel, ReasonCode, ScamFamily } from '../contract/verdict.ts';

/**
 * The first action of a scam notice: the safe next step, which the family of the trick decides. What is asked for goes before the family: a
 * code handed over is gone at once, whatever the story around it. A reason that stands here is told of at the beginning of a conversation too (conversation.ts). Built into `scam.bin`.
 */
export const SCAM_ADVICE: Readonly<Record<ScamFamily | 'other', NoticeAdvice> & Partial<Record<ReasonCode, NoticeAdvice>>> = {
  'asks-for-code':   'keep-code-to-yourself',
  'asks-for-secret': 'keep-code-to-yourself',
  'asks-to-install': 'do-not-install',
  'gift-cards':      'call-the-number-you-know',
  'threat':          'talk-to-somebody',
  'account':         'open-the-app-yourself',
  'parcel':          'open-the-app-yourself',
  'prize':           'do-not-pay-first',
  'gambling':        'do-not-pay-first',
  'loan':            'do-not-pay-first',
  'government':      'open-the-app-yourself',
  'support':         'do-not-install',
  'investment':      'talk-to-somebody',
  'job':             'do-not-pay-first',
  'romance':         'do-not-send-money',
  'payment':         'call-the-number-you-know',
  'advance-fee':     'do-not-pay-first',
  'relative':        'call-the-number-you-know',
  'marketplace':     'pay-inside-the-marketplace',
  'extortion':       'talk-to-somebody',
  'wrong-number':    'no-need-to-answer',
  'other':           'take-your-time',
};

/** What else a scam notice offers, behind its advice. A tip explains before it asks for anything; a strong notice puts the way out first. */
export const SCAM_ACTIONS: Readonly<Record<NoticeLevel, readonly NoticeAction[]>> = {
  tip:    ['learn-more', 'restrict', 'block', 'report', 'dismiss'],
  strong: ['block', 'report', 'restrict', 'learn-more', 'dismiss'],
};
