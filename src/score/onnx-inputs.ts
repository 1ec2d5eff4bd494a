import { DENSE, IDS } from '../../build/regions.gen.ts';
import type { ModelForm } from '../contract/host-model.ts';
import type { Inputs } from './onnx.ts';
import { DENSE_NAMES, type ScoringKernel } from './scam-model.ts';
import { leadingScript, SCRIPT_TAGS } from './scripts.ts';

const GATED = 1;

export interface TextInputs {
  readonly inputs: Inputs;
  /** Too short to judge, as the built-in scorer's gate says. */
  readonly gated: boolean;
  /** The text is in one of the model's scripts. */
  readonly covered: boolean;
}

/** What a host's model is told of the message the kernel has just read: copies, so that the kernel may be wiped. O(units). */
export function textInputs(kernel: Pick<ScoringKernel, 'exports'>, { buckets, scripts }: ModelForm): TextInputs {
  const { exports } = kernel;
  const count = exports.features();
  const { buffer } = exports.memory;
  const mask = buckets === undefined ? 0xffffffff : buckets - 1;
  const script = SCRIPT_TAGS[leadingScript(SCRIPT_TAGS.map((_, at) => exports.scriptLetters(at)))] ?? 'und';
  return {
    inputs: {
      ids: BigInt64Array.from(new Uint32Array(buffer, IDS, count), (id) => BigInt((id & mask) >>> 0)),
      dense: new Float32Array(buffer, DENSE, DENSE_NAMES.length).slice(),
      units: Int32Array.from(new Uint16Array(buffer, exports.featureText(), exports.featureUnits())),
    },
    gated: count === 0 || (exports.featureFlags() & GATED) !== 0,
    covered: scripts.includes(script),
  };
}
