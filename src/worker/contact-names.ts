import type { ContactNames } from '../contract/engine.ts';
import type { Context } from '../contract/message.ts';
import { isNearName } from '../contract/near-name.ts';
import type { NameFacts } from '../contract/notices.ts';
import { GROUP_MOST } from '../decide/group-most.ts';
import { isPassedOver, looksAlike } from '../decide/like-names.ts';
import { claimsOffice } from '../decide/name-claims.ts';
import { mayBeNear, nameDistance } from '../decide/near-names.ts';
import { nameSkeleton, type Skeleton } from '../text/name-skeleton.ts';
import type { TextKernel } from '../text/text-kernel.ts';

/** What names show beside those of the person's contacts; `undefined`: nothing. */
export type ContactReader = (names: readonly string[], context: Context) => NameFacts | undefined;

/** A Latin letter beside one of Greek, Cyrillic, Armenian or Cherokee, or a Greek beside a Cyrillic one: no word of any language. */
const MIXED = /[A-Za-zÀ-ɏ][Ͱ-֏Ꭰ-Ᏼ]|[Ͱ-֏Ꭰ-Ᏼ][A-Za-zÀ-ɏ]|[Ͱ-Ͽ][Ѐ-֏]|[Ѐ-֏][Ͱ-Ͽ]/;
/** Between the words of a name: spaces, ASCII punctuation, and a capital behind a small letter. */
const BETWEEN = /[\s!-/:-@[-`{-~]+|(?<=[a-z])(?=[A-Z])/;

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

  function factsOf(names: readonly string[]): NameFacts | undefined {
    people ??= contacts.map(known).filter(({ length }) => length > 0);
    offices ??= claims.map(skeleton);
    let nearest: NameFacts = {};
    for (const name of names) {
      const own = known(name);
      const mayBe = mayBeNear(own.signs, 2);
      for (const { signs, length } of people) {
        if (Math.abs(length - own.length) > 2 || !mayBe(signs)) continue;
        const distance = looksAlike(signs, own.signs) ? 0 : nameDistance(signs, own.signs, 2);
        if (isNearName(distance, length) && distance < (nearest.nameDistance ?? 3)) nearest = { nameDistance: distance, nameLength: length };
      }
    }
    const mixedScript = names.some((name) => MIXED.test(name));
    const nameClaims = names.some((name) => claimsOffice(name.split(BETWEEN).map(skeleton), offices as readonly Skeleton[]));
    return nearest.nameLength || mixedScript || nameClaims ? { ...nearest, mixedScript, nameClaims } : undefined;
  }

  /** One sender writes several messages. */
  let last = '';
  let found: NameFacts | undefined;
  return (names, { conversation }) => {
    if ((conversation?.memberCount ?? 0) > GROUP_MOST) return undefined;
    const asked = names.join('\n');
    if (asked !== last) found = factsOf(names);
    last = asked;
    return found;
  };
}
