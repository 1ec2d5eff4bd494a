import { fits, isPassedOver } from './like-names.ts';

/** From here on scripts that need no spaces between words, or where words grow together: Thai, Lao, Burmese, Khmer, kana, Han, Hangul. */
const UNSPACED_FROM = [[0xe00, 0xeff], [0x1000, 0x109f], [0x1780, 0x17ff], [0x3040, 0xd7af]] as const;
/** Of src/text/name-skeleton.ts: where the code point begins. */
const OWN = 2 ** 32;

/**
 * Whether a name says that it belongs to an office: one of these stands in it as whole words, in scripts without spaces anywhere. Digits and
 * signs around it do not hide it. O(characters × claims)
 * @param words skeletons of the name's words @param claims skeletons of what is claimed (src/contract/name-claims.ts)
 */
export function claimsOffice(words: readonly (readonly number[])[], claims: readonly (readonly number[])[]): boolean {
  const signs = words.flat();
  const edges = new Set([0]);
  let at = 0;
  for (const word of words) edges.add(at += word.length);
  const isEdge = (place: number, beside: number): boolean => edges.has(place) || isPassedOver(signs[beside] ?? 0);
  return claims.some((claim) => {
    const needsEdges = !isUnspaced(claim[0] ?? 0);
    return signs.some((_, from) => (
      claim.every((sign, n) => from + n < signs.length && fits(signs[from + n] as number, sign))
      && (!needsEdges || (isEdge(from, from - 1) && isEdge(from + claim.length, from + claim.length)))));
  });
}

function isUnspaced(sign: number): boolean {
  const cp = Math.floor(sign / OWN);
  return UNSPACED_FROM.some(([from, to]) => cp >= from && cp <= to);
}
