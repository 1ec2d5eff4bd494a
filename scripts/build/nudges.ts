import { packGreetings } from '../../models/greetings/pack.ts';
import { packNudges } from '../../models/nudges/pack.ts';
import { BUILD, writeFile } from './paths.ts';
import { withAssetHeader } from './tables.ts';

/** Writes `build/nudges.bin` from the tables of src/decide/nudges, and `build/greetings.bin` from src/decide/greetings.ts: the same bytes on every machine. */
export function buildNudges(): void {
  writeFile(`${BUILD}/nudges.bin`, withAssetHeader('NG', packNudges()));
  writeFile(`${BUILD}/greetings.bin`, withAssetHeader('GR', packGreetings()));
}
