import { join } from 'node:path';
import { makeFolding } from '../../assembly/tables/build/fold.ts';
import { nameLetters } from '../../assembly/tables/build/name-letters.ts';
import { KIND, makeReadings } from '../../assembly/tables/build/readings.ts';
import { BUILD, generatedBy, writeFile } from './paths.ts';

/** Writes `build/name-letters.gen.ts`, a part of what a page loads with the person's contacts. About a second. */
export async function buildNameLetters(): Promise<void> {
  const folding = await makeFolding();
  const readings = await makeReadings(folding);
  // Of another living script: to a name those are letters of their own, whatever Latin one they resemble.
  const isRead = (cp: number): boolean => (readings.get(cp) ?? 0) !== 0 && ((readings.get(cp) ?? 0) & KIND.otherScript) === 0;
  const words = [...await nameLetters(folding, isRead)].map(([cp, to]) => String.fromCodePoint(cp, ...to));
  writeFile(join(BUILD, 'name-letters.gen.ts'), [
    generatedBy('scripts/build/name-letters.ts'),
    `/** UTS #39, in words: the first character looks like the rest. */\nexport const NAME_LETTERS = ${JSON.stringify(words.join(' '))};\n`,
  ].join(''));
}
