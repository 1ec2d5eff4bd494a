import type { Degraded, ScamFamily } from './verdict.ts';

/** Languages a text may be in, as `explainMessage` names them in `lang`; `und` is every other. */
export const MODEL_LANGUAGES = [
  'en', 'es', 'pt', 'fr', 'de', 'it', 'id', 'fil', 'tr', 'sw', 'vi', 'hi-Latn', 'ar', 'ur', 'ru', 'hi', 'bn', 'th', 'my', 'ko', 'ja', 'zh', 'und',
] as const;
export type ModelLanguage = (typeof MODEL_LANGUAGES)[number];

/** From which score each level begins; 0 < tip ≤ strong ≤ 1. */
export interface ModelPoints {
  readonly tip: number;
  readonly strong: number;
}

/** By language of the text. One that is not here gets no verdict. */
export type LanguagePoints = Readonly<Partial<Record<ModelLanguage, ModelPoints>>>;

/** What is no scam among the shares. */
export const HONEST_LABELS = ['ham', 'spam'] as const;
/** What is: scams of any kind, or of one family. */
export const SCAM_LABELS = [
  'scam', 'account', 'parcel', 'prize', 'gambling', 'loan', 'government', 'support', 'investment', 'job', 'romance', 'payment', 'advance-fee',
  'relative', 'marketplace', 'extortion', 'wrong-number',
] as const satisfies readonly ('scam' | ScamFamily)[];
export type ModelLabel = (typeof HONEST_LABELS | typeof SCAM_LABELS)[number];

/** A host's own model, made by `onnxTextModel` of `inward/onnx`. */
export interface TextModel {
  /** Of the model's bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

/** What a host may put in the place of the package's own models, each for one instance (docs/onnx.md). */
export interface HostModels {
  /** Scores single messages in place of the built-in scam scorer. Loaded and started only while scam notices are switched on. */
  readonly text?: TextModel;
}

/** How a model's numbers are read. */
export interface ModelForm {
  /** Names of its shares in their order. */
  readonly labels: readonly ModelLabel[];
  /** Of its table of hashed n-grams, a power of two: ids keep their low bits. Absent: as the kernel makes them. */
  readonly buckets?: number | undefined;
  /** Tags of the languages it has points for; texts in others it is not asked about. */
  readonly languages: readonly string[];
}

/** What it makes of one message. */
export interface ModelAnswer {
  /** 0–1, shares of all scams together; 0 where the gate for short texts or the language gives no verdict. */
  readonly score: number;
  readonly lang: string;
  /** No other language is nearly as likely; else the strictest points of all count. */
  readonly sure: boolean;
}

/** The same on its way to the engine, which takes it in place of its own scorer's. */
export interface HostScore {
  readonly score: number;
  /** The text's language has points. */
  readonly covered: boolean;
  readonly points: readonly [tip: number, strong: number];
  /** Why there is no answer: the score is 0 then. */
  readonly degraded: readonly Degraded[];
}

export interface OnnxStart {
  /** Version of the page's bundle; another one is refused with `asset-mismatch`. */
  readonly version: string;
  /** Verified bytes: `tables.bin`, `simd.bin`, `scam.bin`, by which languages and concepts are told, ONNX Runtime's wasm and the model, by the names below. Transferred. */
  readonly assets: Readonly<Record<string, ArrayBuffer>>;
  readonly form: ModelForm;
}

/** The model among the assets, and in `about()`. */
export const TEXT_MODEL = 'models.text';
/** ONNX Runtime's code for the CPU, from the host's copy of `onnxruntime-web`. */
export const RUNTIME = 'ort-wasm-simd-threaded.wasm';

/** The door of the worker for a host's own models, as `EnginePort` is that of the text's. */
export interface OnnxPort {
  /** Once, first; scores a sentence of ours before it answers. @throws {SafetyError} asset-mismatch, no-wasm, model-invalid */
  start(payload: OnnxStart): Promise<void>;
  /**
   * One message: its scored surfaces in order.
   * @throws {SafetyError} model-invalid: the model failed on it, or its answer is none; worker-failed: this engine is of no use any more
   */
  score(texts: readonly string[]): Promise<ModelAnswer>;
}

export const ONNX_METHODS = ['start', 'score'] as const satisfies readonly (keyof OnnxPort)[];
