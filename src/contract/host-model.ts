import type { Degraded } from './verdict.ts';

/** Scripts a text may be mostly in, as `explainMessage` names them in `lang`. A text without letters has none. */
export const MODEL_SCRIPTS = ['und-Latn', 'th', 'my', 'ko', 'ja', 'zh', 'ar', 'ru'] as const;
export type ModelScript = (typeof MODEL_SCRIPTS)[number];

/** From which share of the class `scam` each level begins; 0 < tip ≤ strong ≤ 1. */
export interface ModelPoints {
  readonly tip: number;
  readonly strong: number;
}

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
  /** Names of its shares in their order; one of them is `scam`. */
  readonly labels: readonly string[];
  /** Of its table of hashed n-grams, a power of two: ids keep their low bits. Absent: as the kernel makes them. */
  readonly buckets?: number | undefined;
  /** Where its recall was measured; elsewhere it gives no verdict. */
  readonly scripts: readonly string[];
}

/** What it makes of one message. */
export interface ModelAnswer {
  /** 0–1, share of the class `scam`; 0 where the gate for short texts gives no verdict. */
  readonly score: number;
  /** The text is in one of its scripts. */
  readonly covered: boolean;
}

/** The same on its way to the engine, which takes it in place of its own scorer's. */
export interface HostScore extends ModelAnswer {
  readonly points: ModelPoints;
  /** Why there is no answer: the score is 0 then. */
  readonly degraded: readonly Degraded[];
}

export interface OnnxStart {
  /** Version of the page's bundle; another one is refused with `asset-mismatch`. */
  readonly version: string;
  /** Verified bytes: `tables.bin`, `simd.bin`, ONNX Runtime's wasm and the model, by the names below. Transferred. */
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
