import { readFileSync } from 'node:fs';
import { CLASSES, FEATURE_VERSION, SHAPE } from './shape.ts';
import type { Level, OperatingPoint } from './operating-points.ts';

export interface SourceNote {
  readonly name: string;
  readonly licence: string;
  readonly by: string;
  /** Found: people sent or wrote it for their own ends. Authored: written for this project. Synthetic: a program wrote it. */
  readonly made: 'found' | 'authored' | 'synthetic';
  /** Rows in training and in validation, where counted. */
  readonly rows?: number;
}

/** models/scam/manifest.json: all that stands beside the weights. */
export interface Manifest {
  readonly name: 'scam';
  readonly inputs: string;
  readonly output: string;
  readonly classes: readonly string[];
  readonly shape: typeof SHAPE;
  readonly featureVersion: number;
  /** SHA-256 of the payload of build/tables.bin; packing refuses another. */
  readonly normaliserSha256: string;
  readonly modelSha256: string;
  /** Scripts with measured recall, as bits over src/score/scripts.ts, and their tags. */
  readonly scripts: { readonly bits: number; readonly tags: readonly string[] };
  readonly operatingPoints: Readonly<Record<Level, OperatingPoint>>;
  readonly training: {
    readonly sha256: string;
    readonly rows: number;
    readonly validationRows: number;
    readonly recipe: Readonly<Record<string, unknown>>;
    readonly command: string;
  };
  readonly sources: readonly SourceNote[];
}

/** Latin and Thai: what the training sources hold scams of. */
export const SCRIPTS = { bits: 0b11, tags: ['und-Latn', 'th'] } as const;

export const SOURCES: Manifest['sources'] = [
  { name: 'uci_sms', licence: 'CC BY 4.0', made: 'found', by: 'SMS Spam Collection, T. Almeida and J. M. Gómez Hidalgo, UCI Machine Learning Repository' },
  { name: 'mendeley_5971', licence: 'CC BY 4.0', made: 'found', by: 'SMS Phishing Dataset, S. Mishra and D. Soni, Mendeley Data f45bkkt8pr' },
  { name: 'mendeley_10191_llm', licence: 'CC BY 4.0', made: 'synthetic', by: 'Mendeley Data vmg875v4xs, synthetic rewrites of the above; licence to be checked again before a release' },
  { name: 'thai_sms', licence: 'MIT', made: 'found', by: 'Thai-SMS-spam-filter, ssivakorn and contributors' },
  { name: 'gen_conv_1000', licence: 'MIT', made: 'synthetic', by: 'gen_conver_noIdentifier_1000, Arya920; synthetic dialogues' },
  { name: 'xpersona', licence: 'MIT', made: 'found', by: 'XPersona, HLTCHKUST: Persona-Chat and its translations' },
  { name: 'topical_chat', licence: 'CDLA-Sharing-1.0', made: 'found', by: 'Topical-Chat, Amazon' },
  { name: 'taskmaster4', licence: 'CC BY 4.0', made: 'found', by: 'Taskmaster-4, Google; licence to be checked again before a release' },
  { name: 'chatterbot', licence: 'BSD-3-Clause', made: 'found', by: 'ChatterBot corpus, Gunther Cox and contributors' },
  { name: 'authored', licence: 'CC0-1.0', made: 'authored', by: 'templates written for this project (models/scam/corpus); nobody sent or received them' },
];

export function makeManifest(facts: Pick<Manifest, 'normaliserSha256' | 'modelSha256' | 'operatingPoints' | 'training' | 'sources'>): Manifest {
  return {
    name: 'scam',
    inputs: `ids int64 [n >= 1] below ${SHAPE.buckets}, dense float32 [${SHAPE.dense}] in 0..1 (assembly/features)`,
    output: `shares float32 [1, ${SHAPE.classes}]`,
    classes: CLASSES, shape: SHAPE, featureVersion: FEATURE_VERSION,
    normaliserSha256: facts.normaliserSha256, modelSha256: facts.modelSha256,
    scripts: SCRIPTS, operatingPoints: facts.operatingPoints, training: facts.training, sources: facts.sources,
  };
}

export const MODEL_FOLDER = new URL('./', import.meta.url);

export function readManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('manifest.json', MODEL_FOLDER), 'utf8')) as Manifest;
}
