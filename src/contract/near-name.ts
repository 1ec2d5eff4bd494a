/** In a name of fewer characters one that differs makes another ordinary name. Of the skeleton (UTS #39 §4), digits and signs not counted. */
const ONE_OFF_LENGTH = 6;
/** In a shorter one two do. */
const TWO_OFF_LENGTH = 10;

/**
 * Whether a name at this Damerau–Levenshtein distance from somebody's may be taken for theirs; 0 always. Lengths were chosen on made names
 * (models/names/card.md).
 * @param length of the name that is known
 */
export function isNearName(distance: number, length: number): boolean {
  return distance <= (length >= TWO_OFF_LENGTH ? 2 : length >= ONE_OFF_LENGTH ? 1 : 0);
}
