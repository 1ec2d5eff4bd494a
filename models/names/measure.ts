// How often a made variant of a name is told to look like it, and how often two names that have nothing to do with each other are.

import { NAME_LETTERS } from '../../build/name-letters.gen.ts';
import { NAME_CLAIMS } from '../../src/contract/name-claims.ts';
import { isNearName } from '../../src/contract/near-name.ts';
import { isPassedOver, looksAlike } from '../../src/decide/like-names.ts';
import { claimsOffice } from '../../src/decide/name-claims.ts';
import { compileKernel } from '../../src/text/kernel.ts';
import { nameSkeleton, type Skeleton } from '../../src/text/name-skeleton.ts';
import { TextKernel } from '../../src/text/text-kernel.ts';
import { pick } from '../build/draw.ts';
import { readBuilt } from '../build/kernel.ts';
import { createRng } from '../build/rng.ts';
import { namePools, type NamePool, type Part } from './name-lists.ts';
import { KINDS, variantOf, type Kind } from './variants.ts';

export interface Count { readonly n: number; readonly found: number }

export interface ScriptFigures {
  readonly script: string;
  /** Variants of names; `same`: told as the same name, with those told as near `found`. */
  readonly kinds: Readonly<Record<Kind, Count & { readonly same: number }>>;
  /** Pairs of names that differ, each name drawn by itself. */
  readonly pairs: Count;
  /** Strangers beside 300 contacts whose names are of the same locale. */
  readonly strangers: Count;
  /** Names that say they are an office's. */
  readonly claims: Count;
}

export interface Sizes { readonly variants: number; readonly names: number; readonly strangers: number }

const CONTACTS = 300;

/** @param sizes of each script: variants of each kind, names that are all compared with each other, strangers */
export function measureNames(part: Part, seed: number, sizes: Sizes): readonly ScriptFigures[] {
  const likeness = openLikeness();
  const rng = createRng(seed);
  const pools = namePools(part);
  const drawn = (pool: NamePool): string => pool.full(pick(pool.given, rng), pick(pool.family, rng));
  return [...new Set(pools.map(({ script }) => script))].map((script) => {
    const own = pools.filter((pool) => pool.script === script);
    const kinds = Object.fromEntries(KINDS.map((kind) => {
      const count = { n: 0, found: 0, same: 0 };
      for (let i = 0; i < sizes.variants; i++) {
        const pool = pick(own, rng);
        const name = drawn(pool);
        const variant = variantOf(name, kind, lettersOf(pool), rng);
        if (variant === undefined) continue;
        const distance = likeness.distance(name, variant);
        count.n++;
        if (distance !== undefined) count.found++;
        if (distance === 0) count.same++;
      }
      return [kind, count];
    })) as unknown as ScriptFigures['kinds'];
    const names = Array.from({ length: sizes.names }, () => drawn(pick(own, rng)));
    const pairs = { n: 0, found: 0 };
    names.forEach((a, i) => {
      for (const b of names.slice(0, i)) {
        if (a === b) continue;
        pairs.n++;
        if (likeness.distance(a, b) !== undefined) pairs.found++;
      }
    });
    const strangers = { n: sizes.strangers, found: 0 };
    for (let i = 0; i < sizes.strangers; i++) {
      const pool = pick(own, rng);
      const stranger = drawn(pool);
      if (Array.from({ length: CONTACTS }, () => drawn(pool)).some((name) => likeness.distance(name, stranger) !== undefined)) strangers.found++;
    }
    return { script, kinds, pairs, strangers, claims: { n: names.length, found: names.filter(likeness.claims).length } };
  });
}

function lettersOf({ given, family }: NamePool): readonly string[] {
  return [...new Set([...given.join(''), ...family.join('')].filter((character) => /\p{L}/u.test(character)))];
}

interface Likeness {
  /** 0 to 2; `undefined`: nobody would be told. @param known the contact's */
  distance(known: string, other: string): number | undefined;
  claims(name: string): boolean;
}

/** As the worker compares them (src/worker/contact-names.ts). */
function openLikeness(): Likeness {
  const kernel = new TextKernel(readBuilt('tables.bin'), compileKernel(readBuilt('simd.bin'), 'simd'));
  kernel.loadWordTable('lookalikes.bin', readBuilt('lookalikes.bin'));
  const letters = new Map(NAME_LETTERS.split(' ').map((word) => {
    const [first = '', ...rest] = word;
    return [first, rest.join('')];
  }));
  const read = new Map<string, { readonly signs: Skeleton; readonly length: number }>();
  const skeleton = (name: string): { readonly signs: Skeleton; readonly length: number } => {
    const held = read.get(name);
    if (held) return held;
    const signs = nameSkeleton(kernel, name, letters);
    const made = { signs, length: signs.filter((sign) => !isPassedOver(sign)).length };
    read.set(name, made);
    return made;
  };
  const offices = Object.values(NAME_CLAIMS).flat().map((claim) => skeleton(claim).signs);
  return {
    distance(known, other) {
      const [a, b] = [skeleton(known), skeleton(other)];
      if (Math.abs(a.length - b.length) > 2) return undefined;
      return [0, 1, 2].find((slips) => isNearName(slips, a.length) && looksAlike(a.signs, b.signs, slips));
    },
    claims: (name) => claimsOffice(name.split(/\s+/u).map((word) => skeleton(word).signs), offices),
  };
}
