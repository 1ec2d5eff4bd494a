import { confusables } from './confusables.ts';
import { anyOf, caseFolding, decompositions } from './unicode-data.ts';

const PLAIN = [...'abcdefghijklmnopqrstuvwxyz0123456789'].map((letter) => letter.charCodeAt(0));

/**
 * Letters beyond ASCII that may stand in a host name and that UTS #39 takes for one of a–z or 0–9: the same prototype.
 * Capitals are left out, and what folds to something else: no name is registered with either (UTS #46). BMP only.
 */
export async function hostLookalikes(): Promise<string> {
  const prototypes = confusables();
  const prototypeOf = (cp: number): string => (prototypes.get(cp) ?? [cp]).join();
  const plain = new Set(PLAIN.map(prototypeOf));
  const letters = await anyOf(['General_Category/Lowercase_Letter', 'General_Category/Other_Letter']);
  const folded = await caseFolding();
  const taken = await decompositions();
  const found: number[] = [];
  for (let cp = 0x80; cp < 0x10000; cp++) {
    if (letters[cp] !== 0 && !folded.has(cp) && !taken.has(cp) && plain.has(prototypeOf(cp))) found.push(cp);
  }
  return String.fromCharCode(...found);
}
