// How alike two texts are, and how varied many: character n-grams of what is left when names, numbers, links and amounts are masked.

const LINK = /(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|top|xyz|online|shop|site|club|vip|live|cc|me|io|app|co|gov|edu|[a-z]{2})(?:\/\S*)?/giu;
const MAIL = /\S+@\S+/gu;
const SLOT = /\{\w+\}/gu;
const CURRENCY = /(?:rs\.?|inr|ngn|usd|eur|gbp|sgd|myr|rm|php|idr|rp|brl|r\$|kes|ksh|tzs|tsh|try|tl|pkr|bdt|tk|mmk|thb|vnd|krw|jpy|cny|twd|nt\$|hk\$|s\$|[$€£¥₹₦₱₫฿₩৳₺₽])(?=\s?0)/giu;

/** Lower case, one space, and one sign for each link, address, name, number or amount. */
export function masked(text: string): string {
  return text.normalize('NFC').replace(MAIL, '§').replace(LINK, '§').replace(SLOT, '§').toLowerCase()
    .replace(/\p{Nd}+(?:[.,:/ -]?\p{Nd}+)*/gu, '0').replace(CURRENCY, '').replace(/(?:0|§)(?:\s*(?:0|§))*/gu, '§').replace(/\s+/gu, ' ').trim();
}

/** Distinct n-grams of characters, hashed to 32 bits, ascending. */
export function gramsOf(text: string, n: number): Uint32Array {
  const characters = [...masked(text)].map((character) => character.codePointAt(0) ?? 0);
  const grams = new Set<number>();
  for (let at = 0; at + n <= characters.length; at++) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < n; i++) hash = Math.imul(hash ^ (characters[at + i] ?? 0), 0x01000193) ^ hash >>> 15;
    grams.add(hash >>> 0);
  }
  return Uint32Array.from(grams).sort();
}

/** Size of the intersection over size of the union; 0 for two empty ones. Both ascending. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let [i, j, both] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const all = a.length + b.length - both;
  return all === 0 ? 0 : both / all;
}

/**
 * Pairs at `limit` or above. Quadratic in the texts: two seconds for 1,500.
 * @returns [index, earlier index, Jaccard]
 */
export function nearCopies(grams: readonly Uint32Array[], limit: number): readonly (readonly [number, number, number])[] {
  const pairs: (readonly [number, number, number])[] = [];
  grams.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const b = grams[j] as Uint32Array;
      // The smaller set over the larger is the most it can be.
      if (Math.min(a.length, b.length) < limit * Math.max(a.length, b.length)) continue;
      const share = jaccard(a, b);
      if (share >= limit && a.length > 0) pairs.push([i, j, share]);
    }
  });
  return pairs;
}

/** Distinct n-grams per hundred texts: of all that there are, drawn evenly so that longer corpora are not worse off. */
export function distinctPer100(texts: readonly string[], n: number): number {
  const step = Math.max(1, texts.length / 100);
  const seen = new Set<number>();
  let drawn = 0;
  for (let at = 0; Math.floor(at) < texts.length && drawn < 100; at += step, drawn++) {
    for (const gram of gramsOf(texts[Math.floor(at)] ?? '', n)) seen.add(gram);
  }
  return drawn === 0 ? 0 : seen.size * 100 / drawn;
}
