import { looksAlike } from './like-names.ts';

/** Thai and what follows, as a skeleton has code points: of the claims, those in scripts that need no spaces or where words grow together. */
const UNSPACED_FROM = 0xe00 * 2 ** 32;

/**
 * Whether a name says that it belongs to an office: one of the claims stands in it as whole words, up to four; in scripts without spaces anywhere. Digits
 * and signs do not hide it. O(characters × claims)
 * @param words skeletons of the name's words @param claims skeletons of what is claimed (src/contract/name-claims.ts)
 */
export function claimsOffice(words: readonly (readonly number[])[], claims: readonly (readonly number[])[]): boolean {
  const signs = words.flat();
  return claims.some((claim) => ((claim[0] ?? 0) < UNSPACED_FROM
    ? words.some((_, i) => [1, 2, 3, 4].some((n) => looksAlike(claim, words.slice(i, i + n).flat())))
    : signs.some((_, i) => looksAlike(claim, signs.slice(i, i + claim.length)))));
}
