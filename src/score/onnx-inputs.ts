import { CONCEPTS, DENSE, IDS, MODEL, SCRATCH } from '../../build/regions.gen.ts';
import type { ModelForm } from '../contract/host-model.ts';
import type { Inputs } from './onnx.ts';
import type { ScamModel, ScoringKernel } from './scam-model.ts';

const FLAG = { gated: 1, unsure: 16 } as const;
/** Word of the packed model's header that counts its concepts (assembly/score/model.ts), and words of a row of CONCEPTS. */
const CONCEPT_COUNT = 7;
const CONCEPT_WORDS = 4;
/** Buckets of the language head: LANGUAGE_ROWS of assembly/score/model.ts. */
const GRAM_BUCKETS = 1 << 12;

export interface TextInputs {
  readonly inputs: Inputs;
  /** Too short to judge, as the built-in scorer's gate says. */
  readonly gated: boolean;
  readonly lang: string;
  readonly sure: boolean;
}

/** What a host's model is told of the message the kernel has just read: copies, so that the kernel may be wiped. O(units). */
export function textInputs({ exports }: Pick<ScoringKernel, 'exports'>, { languages, dense }: ScamModel, { buckets }: Pick<ModelForm, 'buckets'>): TextInputs {
  const count = exports.features();
  const language = exports.language();
  const flags = exports.featureFlags();
  const units = exports.featureUnits();
  const { buffer } = exports.memory;
  const rows = new Uint32Array(buffer, CONCEPTS, exports.concepts(language) * CONCEPT_WORDS).filter((_, word) => word % CONCEPT_WORDS === 0);
  const mask = buckets === undefined ? 0xffffffff : buckets - 1;
  return {
    inputs: {
      ids: hashes(buffer, IDS, count, mask),
      dense: new Float32Array(buffer, DENSE, dense.length).slice(),
      concepts: marked(new Uint32Array(buffer, MODEL)[CONCEPT_COUNT] ?? 0, rows),
      language: marked(languages.length, [language]),
      // `language` leaves the runs it read behind the ids, and before them their number.
      grams: hashes(buffer, IDS + count * 4 + 4, new Uint32Array(buffer, IDS + count * 4)[0] ?? 0, GRAM_BUCKETS - 1),
      units: Int32Array.from(new Uint16Array(buffer, SCRATCH, units)),
    },
    gated: count === 0 || (flags & FLAG.gated) !== 0,
    lang: languages[language] ?? 'und',
    sure: (flags & FLAG.unsure) === 0,
  };
}

function hashes(buffer: ArrayBuffer, at: number, count: number, mask: number): BigInt64Array {
  return BigInt64Array.from(new Uint32Array(buffer, at, count), (hash) => BigInt((hash & mask) >>> 0));
}

/** Zeros, and a one at each of these places. */
function marked(length: number, places: ArrayLike<number>): Float32Array {
  const row = new Float32Array(length);
  for (const place of Array.from(places)) row[place] = 1;
  return row;
}
