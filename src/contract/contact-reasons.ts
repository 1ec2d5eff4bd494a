/**
 * Facts about an account that a notice of kind `contact` or `impersonation` may state, in the order of the signals they are made of (research/signals.md
 * §3.1): account, ages, graph, rate, history, identity, cues of the text. What is not known is no fact and has no code. Codes are only ever added.
 */
export type ContactReason =
  | 'new-account' | 'young-account' | 'account-after-block' | 'identity-not-checked' | 'name-changed' | 'picture-changed' | 'other-country' | 'country-of-no-contact'
  | 'adult-account' | 'age-not-known' | 'other-age-group'
  | 'no-mutual-contacts' | 'no-common-groups' | 'wrote-first' | 'met-in-public'
  /** What only the service can count comes from a signed hint. */
  | 'wrote-to-many-young' | 'wrote-to-many' | 'few-accept' | 'writes-again' | 'many-at-once' | 'at-night'
  | 'declined-before' | 'one-sided' | 'new-chat'
  | 'name-like-contact' | 'name-near-contact' | 'picture-like-contact' | 'other-account' | 'mixed-letters' | 'name-claims-office'
  /** Beside `other-app` and `keep-secret`, which scam notices have too. */
  | 'asks-about-you' | 'offers-gifts';
