import type { SignalName } from '../contract/contact-signals.ts';
import type { ReasonCode } from '../contract/verdict.ts';
import type { EvidenceGroup } from './notices/candidate.ts';

type Told = ReasonCode | readonly (ReasonCode | '')[];

/**
 * The fact that a notice states for a signal's points: for every bucket but the first, which gives none, or by bucket from the second on; empty where it would not be true of a bucket, which then
 * has no points of its own. What gives no points by the rules of models/contact/features.ts has no fact here: it is never a reason.
 */
export const CONTACT_FACTS: Readonly<Partial<Record<SignalName, Told>>> = {
  accountAge: ['young-account', 'new-account', 'new-account', 'new-account'],
  joinedAfterBlock: 'account-after-block',
  identity: 'identity-not-checked',
  nameChanged: 'name-changed',
  avatarChanged: 'picture-changed',
  mutualContacts: ['', 'no-mutual-contacts'],
  commonGroups: ['', 'no-common-groups'],
  addressBook: 'not-a-contact',
  initiator: 'wrote-first',
  arrival: ['', 'met-in-public'],
  newMinors: 'wrote-to-many-young',
  strangers: 'wrote-to-many',
  acceptRatio: 'few-accept',
  unanswered: ['', 'writes-again', 'writes-again', 'writes-again'],
  burst: ['', 'many-at-once'],
  likeBlocked: 'name-like-blocked',
  declinedBefore: 'declined-before',
  reciprocity: ['', 'one-sided'],
  nameSame: 'name-like-contact',
  nameNear: 'name-near-contact',
  avatarLike: 'picture-like-contact',
  nameClaims: 'name-claims-office',
  cueMove: 'other-app',
  cueSecret: 'keep-secret',
  cuePersonal: 'asks-about-you',
  cueGifts: 'offers-gifts',
};

/** Kinds of evidence of a contact notice, by signal, for the desk. */
export const CONTACT_EVIDENCE: Readonly<Partial<Record<SignalName, EvidenceGroup>>> = {
  accountAge: 'account', joinedAfterBlock: 'account', identity: 'account', nameChanged: 'account', avatarChanged: 'account',
  mutualContacts: 'ties', commonGroups: 'ties', addressBook: 'ties', initiator: 'ties', arrival: 'ties',
  newMinors: 'rates', strangers: 'rates', acceptRatio: 'rates',
  unanswered: 'behaviour', burst: 'behaviour', declinedBefore: 'behaviour', reciprocity: 'behaviour',
  likeBlocked: 'name', nameSame: 'name', nameNear: 'name', nameClaims: 'name', avatarLike: 'picture',
  cueMove: 'ask', cueSecret: 'ask', cuePersonal: 'ask', cueGifts: 'ask',
};
