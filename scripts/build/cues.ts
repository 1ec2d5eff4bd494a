import { createFeatureKernel } from '../../models/build/kernel.ts';
import { cueParts } from '../../models/contact/cue-forms.ts';
import { packCues } from '../../models/contact/cue-table.ts';
import { BUILD, writeFile } from './paths.ts';
import { withAssetHeader } from './tables.ts';

/** Writes `build/cues.bin` from models/contact/cues, folded by the kernel just built: the same bytes on every machine. */
export function buildCues(): void {
  writeFile(`${BUILD}/cues.bin`, withAssetHeader('CU', packCues(cueParts(createFeatureKernel().fold))));
}
