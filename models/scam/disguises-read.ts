// How many disguised texts the kernel reads letter for letter as the plain ones: what the features undo, whatever the model.

import { countShare, type Share } from '../../src/node/eval/wilson.ts';
import type { FeatureKernel } from '../build/kernel.ts';
import { createRng } from '../build/rng.ts';
import { DISGUISES, disguised } from './disguises.ts';

export interface DisguiseRead {
  readonly disguise: string;
  /** Of the texts that the disguise changes. */
  readonly asPlain: Share;
}

/** @param texts as they were written */
export function disguisesRead(kernel: Pick<FeatureKernel, 'fold'>, texts: readonly string[], seed: number): readonly DisguiseRead[] {
  return DISGUISES.map((disguise) => {
    const rng = createRng(seed);
    const pairs = texts.map((text) => [text, disguised(text, disguise, rng)] as const).filter(([plain, hidden]) => hidden !== plain);
    return { disguise: disguise.name, asPlain: countShare(pairs.filter(([plain, hidden]) => kernel.fold(hidden) === kernel.fold(plain)).length, pairs.length) };
  });
}
