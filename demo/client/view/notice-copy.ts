import type { Notice } from 'inward';

type Reason = Notice['reasons'][number];
type Family = NonNullable<Notice['family']>;

/** What was seen, one plain sentence each: facts about the message, never a judgement of a person, no percentages. */
const REASONS: Readonly<Record<Reason, string>> = {
  'not-a-contact': 'You don’t know this person.',
  'looks-like-known-scams': 'The message looks like known scams.',
  'has-link': 'It has a link.',
  'asks-for-money': 'It asks for money.',
  'asks-for-code': 'It asks for a code or a password.',
  'account-threat': 'It says an account will be closed.',
  'prize-or-refund': 'It promises a prize or money back.',
  'parcel-or-fee': 'It is about a parcel or a fee.',
  'job-or-investment': 'It offers a job or an investment.',
  'family-emergency': 'It speaks of somebody in the family in trouble.',
  'urgency': 'It wants an answer quickly.',
  'other-app': 'It wants to go on in another app.',
  'long-number': 'It has a long number.',
  'name-like-blocked': 'The name looks like that of somebody you blocked.',
  'picture-like-blocked': 'The picture looks like that of somebody you blocked.',
};

interface FamilyCopy {
  /** Completes "The message looks like known …". */
  readonly looksLike: string;
  /** The safe next step, first on the card. */
  readonly step: string;
  /** What people usually do with this trick; one trick per card. */
  readonly more: string;
}

const CALL_BACK = 'Firms you deal with can be reached by the number on your card or letter. Use that one, not the one in a message.';

const FAMILIES: Readonly<Record<Family, FamilyCopy>> = {
  account: { looksLike: 'account scams', step: 'Don’t open the link. Go to the service as you always do.', more: CALL_BACK },
  parcel: { looksLike: 'parcel scams', step: 'Don’t open the link or pay. Look your parcel up yourself.', more: 'A small fee is asked for so that a card number is typed in. Parcel firms show fees on their own site, under your tracking number.' },
  prize: { looksLike: 'prize scams', step: 'Don’t pay or send details to receive a prize.', more: 'A real prize costs nothing to receive. A fee, a code or a card number “to release it” is the trick.' },
  gambling: { looksLike: 'betting offers that take deposits', step: 'Don’t send a deposit.', more: 'First wins are shown on a page that belongs to the sender. Taking money out is where new fees begin.' },
  loan: { looksLike: 'loan scams', step: 'Don’t pay a fee to receive a loan.', more: 'A lender takes its costs out of the loan. Being asked to pay first is the trick.' },
  government: { looksLike: 'messages that pose as an office', step: 'Don’t pay or reply. Ask the office yourself.', more: 'Offices write letters and have public numbers. They do not take gift cards, and seldom links.' },
  support: { looksLike: 'support scams', step: 'Don’t install anything or share your screen.', more: 'Support that you did not ask for cannot know what is wrong with your device.' },
  investment: { looksLike: 'investment scams', step: 'Don’t send money. Talk it over with somebody first.', more: 'The profits are shown on a page that belongs to the sender. Small payouts at first are part of it.' },
  job: { looksLike: 'job scams', step: 'Don’t pay to start a job.', more: 'Easy tasks for good money, then a deposit to go on: the deposit is what it is about.' },
  romance: { looksLike: 'messages that lead to asking for money', step: 'Don’t send money to somebody you haven’t met.', more: 'It often takes weeks until money comes up: a ticket, a hospital, a blocked account.' },
  payment: { looksLike: 'payment scams', step: 'Don’t pay. Look at your own account first.', more: CALL_BACK },
  'advance-fee': { looksLike: 'fee scams', step: 'Don’t pay a fee to receive money.', more: 'A large sum is promised and a small one asked for first. After it comes the next small one.' },
  relative: { looksLike: 'scams that pose as family', step: 'Call the person on the number you know.', more: '“This is my new number” and “I need money today” come together. A short call to the old number settles it.' },
  marketplace: { looksLike: 'buying and selling scams', step: 'Keep to the marketplace’s own payment.', more: 'A link “to receive your money” asks for a card number. To be paid you never need to type one in.' },
  extortion: { looksLike: 'messages that threaten to get money', step: 'Don’t pay. You did nothing wrong. Tell somebody you trust.', more: 'They are sent to many people at once. Paying brings further demands.' },
  'wrong-number': { looksLike: 'wrong-number messages that lead to offers', step: 'You don’t have to answer.', more: 'A friendly mistake starts a chat, and weeks later comes an offer. Nobody is owed an answer.' },
};

const GENERAL: FamilyCopy = { looksLike: 'scams', step: 'Don’t pay or share codes.', more: 'Taking time is safe: whoever is honest can wait while you ask somebody or look it up yourself.' };

const LIKE_BLOCKED: FamilyCopy = {
  looksLike: 'scams', step: 'Ask them who they are, or block again.', more: 'Somebody who was blocked may come back under another account. It may also be another person of the same name.',
};

/** More than this nobody reads. */
const FACTS_MAX = 4;

export interface NoticeCopy {
  readonly title: string;
  readonly facts: readonly string[];
  readonly step: string;
  readonly more: string;
}

export function noticeCopy(notice: Notice): NoticeCopy {
  const family = notice.kind === 'impersonation' ? LIKE_BLOCKED : notice.family === undefined ? GENERAL : FAMILIES[notice.family];
  // Who and what first, then the rest in this table's order. Codes are only ever added: an unknown one has no sentence.
  const order = Object.keys(REASONS);
  const reasons = [...notice.reasons].sort((a, b) => order.indexOf(a) - order.indexOf(b)).slice(0, FACTS_MAX);
  const facts = reasons.map((reason) => (reason === 'looks-like-known-scams'
    ? `The message looks like known ${family.looksLike}.` : (REASONS as Readonly<Record<string, string | undefined>>)[reason]));
  return {
    title: notice.level === 'strong' ? 'Take a moment first' : 'A notice about this message',
    facts: facts.filter((fact) => fact !== undefined), step: family.step, more: family.more,
  };
}
