import type { Notice, NoticeAction, NoticeKind, NoticeLevel, ReasonCode, ScamFamily } from 'inward';

export interface Exhibit {
  readonly name: string;
  readonly tag: 'inward-notice' | 'inward-interstitial';
  readonly ageBand: 'adult' | 'teen';
  readonly layout: number;
  readonly notice: Notice;
}

const FAMILIES: readonly (ScamFamily | undefined)[] = ['account', 'parcel', 'prize', 'gambling', 'loan', 'government', 'support', 'investment', 'job', 'romance', 'payment', 'advance-fee', 'relative',
  'marketplace', 'extortion', 'wrong-number', undefined];
const SCAM: readonly NoticeAction[] = ['take-your-time', 'block', 'report', 'restrict', 'learn-more', 'dismiss'];
const CONTACT: Readonly<Record<'adult' | 'teen', readonly NoticeAction[]>> = {
  adult: ['restrict', 'block', 'report', 'keep-chatting', 'learn-more', 'dismiss'],
  teen: ['restrict', 'block', 'report', 'talk-to-somebody', 'keep-chatting', 'get-help', 'learn-more', 'dismiss'],
};
const NAME: readonly NoticeAction[] = ['check-another-way', 'compare', 'block', 'report', 'learn-more', 'dismiss'];
/** Of a stranger; of others without `block`. */
const CHAIN: readonly NoticeAction[] = ['check-first', 'report', 'block', 'learn-more', 'keep-chatting', 'dismiss'];
const CHAIN_FACTS: readonly (readonly ReasonCode[])[] = [['several-copies'], ['passed-on-often'], ['several-copies', 'mass-message'], ['passed-on-often', 'mass-message']];
/** Three at a time, so that each fact is seen once. */
const CONTACT_FACTS: readonly (readonly ReasonCode[])[] = [
  ['new-account', 'adult-account', 'no-mutual-contacts'], ['account-after-block', 'identity-not-checked', 'name-changed'], ['picture-changed', 'other-country', 'country-of-no-contact'],
  ['age-not-known', 'other-age-group', 'no-common-groups'], ['wrote-first', 'met-in-public', 'wrote-to-many-young'], ['wrote-to-many', 'few-accept', 'writes-again'],
  ['many-at-once', 'at-night', 'declined-before'], ['one-sided', 'new-chat', 'asks-about-you'], ['offers-gifts', 'other-app', 'keep-secret'], ['young-account', 'not-a-contact'],
];
const NAME_FACTS: readonly (readonly ReasonCode[])[] = [['name-like-contact', 'other-account', 'picture-changed'], ['name-near-contact', 'picture-like-contact', 'name-changed'], ['mixed-letters', 'name-claims-office', 'not-a-contact']];

const made = (kind: NoticeKind, level: NoticeLevel, reasons: readonly ReasonCode[], actions: readonly NoticeAction[], family?: ScamFamily): Notice => (
  { id: `${kind}-${level}-${family ?? reasons.join('-')}`, kind, level, reasons, where: [], actions, ...(family === undefined ? {} : { family }) });

/** Every notice there are texts for. Authored for this page; none of it was said by anybody. */
export function exhibits(): readonly Exhibit[] {
  const both = ['tip', 'strong'] as const;
  const notices = [
    ...FAMILIES.flatMap((family) => both.map((level) => ({ name: `scam, ${family ?? 'no family'}, ${level}`, ageBand: 'adult' as const, notice: made('scam', level, ['looks-like-known-scams', 'has-link', 'urgency', 'not-a-contact'], SCAM, family) }))),
    ...CONTACT_FACTS.flatMap((facts) => (['adult', 'teen'] as const).map((ageBand) => ({ name: `contact, ${ageBand}, ${facts.join(', ')}`, ageBand, notice: made('contact', ageBand === 'teen' ? 'strong' : 'tip', facts, CONTACT[ageBand]) }))),
    ...NAME_FACTS.flatMap((facts) => both.map((level) => ({ name: `impersonation, ${level}, ${facts.join(', ')}`, ageBand: 'adult' as const, notice: made('impersonation', level, facts, NAME) }))),
    ...CHAIN_FACTS.map((facts) => ({
      name: `chain, ${facts.join(', ')}`, ageBand: 'adult' as const,
      notice: made('chain', 'tip', facts, facts.includes('mass-message') ? CHAIN : CHAIN.filter((action) => action !== 'block')),
    })),
    ...(['name-like-blocked', 'picture-like-blocked'] as const).map((reason) => ({ name: `impersonation, ${reason}`, ageBand: 'adult' as const, notice: made('impersonation', 'tip', [reason, 'not-a-contact'], ['learn-more', 'restrict', 'block', 'report', 'dismiss']) })),
  ];
  const interstitials = [0, 1, 2, 3].flatMap((layout) => [
    { name: `contact before the first answer, layout ${layout}`, ageBand: 'teen' as const, notice: made('contact', 'strong', CONTACT_FACTS[0] ?? [], CONTACT.teen), layout },
    { name: `impersonation before the first answer, layout ${layout}`, ageBand: 'adult' as const, notice: made('impersonation', 'strong', NAME_FACTS[0] ?? [], NAME), layout },
  ]);
  return [
    ...interstitials.map((one) => ({ ...one, tag: 'inward-interstitial' as const })),
    ...notices.map((one, at) => ({ ...one, tag: 'inward-notice' as const, layout: at % 4 })),
  ];
}
