import type { HostFacts } from '../contract/contact-facts.ts';
import type { NameFacts } from '../contract/notices.ts';
import type { ReasonCode } from '../contract/verdict.ts';

/** Facts that a notice about an account states at most. */
const FACTS_MOST = 3;
/** A change in so many days is recent, and an account that began in so many is new. */
const CHANGED_DAYS = 14;
const NEW_DAYS = 30;

/**
 * What a notice about a stranger's name states, most telling first; `undefined`: there is none.
 *
 * | the name | a notice |
 * |---|---|
 * | looks the same as a contact's, or is a slip or two from it | yes |
 * | says that it is an office's | where something else is odd: mixed letters, a change of name or picture in 14 days, an account of less than 30 |
 * | mixes letters of alphabets | no: people write so for fun |
 *
 * Never more than a tip: a friend with a new account looks the same.
 */
export function nameReasons(name: NameFacts, host: HostFacts = {}): readonly ReasonCode[] | undefined {
  const within = (days: number | undefined, most: number): boolean => days !== undefined && days < most;
  const facts: readonly (readonly [boolean | undefined, ReasonCode])[] = [
    [name.mixedScript, 'mixed-letters'],
    [within(host.nameChangeDays, CHANGED_DAYS), 'name-changed'],
    [within(host.avatarChangeDays, CHANGED_DAYS), 'picture-changed'],
    [within(host.accountAgeDays, NEW_DAYS), 'new-account'],
  ];
  const odd = facts.flatMap(([holds, reason]) => (holds ? [reason] : []));
  const rest: readonly ReasonCode[] = name.nameClaims ? ['name-claims-office', 'not-a-contact'] : ['not-a-contact'];
  if (name.nameDistance !== undefined) return first(name.nameDistance === 0 ? 'name-like-contact' : 'name-near-contact', 'other-account', ...odd, ...rest);
  return name.nameClaims && odd.length > 0 ? first('name-claims-office', ...odd, 'not-a-contact') : undefined;
}

function first(...reasons: readonly ReasonCode[]): readonly ReasonCode[] {
  return reasons.slice(0, FACTS_MOST);
}
