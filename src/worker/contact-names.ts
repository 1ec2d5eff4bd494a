import type { ContactNames } from '../contract/engine.ts';
import type { Context } from '../contract/message.ts';
import { GROUP_MOST } from '../contract/group-most.ts';
import { isNearName } from '../contract/near-name.ts';
import type { NameFacts } from '../contract/notices.ts';
import { isPassedOver, looksAlike } from '../decide/like-names.ts';
import { claimsOffice } from '../decide/name-claims.ts';
import { nameSkeleton, type Skeleton } from '../text/name-skeleton.ts';
import type { TextKernel } from '../text/text-kernel.ts';

/** What names show beside those of the person's contacts; `undefined`: nothing. */
export type ContactReader = (names: readonly string[], context: Context) => NameFacts | undefined;

/** A Latin letter beside one of Greek, Cyrillic, Armenian or Cherokee, or a Greek beside a Cyrillic one: no word of any language. */
const MIXED = /[A-Za-zÀ-ɏ][Ͱ-֏Ꭰ-Ᏼ]|[Ͱ-֏Ꭰ-Ᏼ][A-Za-zÀ-ɏ]|[Ͱ-Ͽ][Ѐ-֏]|[Ѐ-֏][Ͱ-Ͽ]/;
/** Between the words of a name: spaces and ASCII punctuation. */
const BETWEEN = /[\s!-/:-@[-`{-~]+/;

interface Known {
  readonly signs: Skeleton;
  /** Without digits and signs. */
  readonly length: number;
}

/** In groups of more than `GROUP_MOST` nothing is said. About 0.6 ms a name and 1,000 contacts. */
export function readContacts(kernel: TextKernel, { names: contacts, letters, claims }: ContactNames): ContactReader {
  const alike = new Map(letters.split(' ').map((word) => {
    const [first = '', ...rest] = word;
    return [first, rest.join('')];
  }));
  const skeleton = (name: string): Skeleton => nameSkeleton(kernel, name, alike);
  const known = (name: string): Known => {
    const signs = skeleton(name);
    return { signs, length: signs.filter((sign) => !isPassedOver(sign)).length };
  };
  let people: readonly Known[] | undefined;
  let offices: readonly Skeleton[] | undefined;

  return (names, { conversation }) => {
    if ((conversation?.memberCount ?? 0) > GROUP_MOST) return undefined;
    people ??= contacts.map(known);
    const claimed = offices ??= claims.map(skeleton);
    let nearest: NameFacts = {};
    for (const name of names) {
      const own = known(name);
      for (const { signs, length } of people) {
        // One of signs alone is nobody's.
        const distance = length && Math.abs(length - own.length) < 3 ? [0, 1, 2].find((slips) => isNearName(slips, length) && looksAlike(signs, own.signs, slips)) : undefined;
        if (distance !== undefined && distance < (nearest.nameDistance ?? 3)) nearest = { nameDistance: distance, nameLength: length };
      }
    }
    const mixedScript = names.some((name) => MIXED.test(name));
    const nameClaims = names.some((name) => claimsOffice(name.split(BETWEEN).map(skeleton), claimed));
    return nearest.nameLength || mixedScript || nameClaims ? { ...nearest, mixedScript, nameClaims } : undefined;
  };
}
