import { packNudges } from '../../models/nudges/pack.ts';
import { BUILD, writeFile } from './paths.ts';
import { withAssetHeader } from './tables.ts';

/** Writes `build/nudges.bin` from the tables of src/decide/nudges: the same bytes on every machine. */
export function buildNudges(): void {
  writeFile(`${BUILD}/nudges.bin`, withAssetHeader('NG', packNudges()));
}
