// Damerau–Levenshtein distance (optimal string alignment) by its definition: every way to make one name out of the other, tried.

/** @param fits whether two signs may be taken for each other @param isFree a sign that costs nothing to leave out or put in */
export function slowDistance(a: readonly number[], b: readonly number[], fits: (x: number, y: number) => boolean, isFree: (x: number) => boolean): number {
  const [x, ...restA] = a;
  const [y, ...restB] = b;
  const cost = (sign: number): number => (isFree(sign) ? 0 : 1);
  if (x === undefined) return b.reduce((sum, sign) => sum + cost(sign), 0);
  if (y === undefined) return a.reduce((sum, sign) => sum + cost(sign), 0);
  const ways = [
    slowDistance(restA, restB, fits, isFree) + (fits(x, y) ? 0 : 1),
    slowDistance(restA, b, fits, isFree) + cost(x),
    slowDistance(a, restB, fits, isFree) + cost(y),
  ];
  const [nextX, ...lateA] = restA;
  const [nextY, ...lateB] = restB;
  if (nextX !== undefined && nextY !== undefined && fits(x, nextY) && fits(nextX, y)) ways.push(slowDistance(lateA, lateB, fits, isFree) + 1);
  return Math.min(...ways);
}
