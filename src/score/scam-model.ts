import { CONCEPTS, DENSE, OUT, SEGMENTS } from '../../build/regions.gen.ts';
import { ASSET_HEADER_BYTES, ASSET_MAGIC } from '../contract/assets.ts';
import { SafetyError } from '../contract/errors.ts';
import type { ReasonCode, ScamFamily } from '../contract/verdict.ts';
import type { ThreadModel } from '../contract/thread-model.ts';

/** What this room needs of the text kernel (src/text): the exports of assembly/text.ts, and calls counted by name. */
export interface ScoringKernel {
  readonly exports: {
    readonly memory: { readonly buffer: ArrayBuffer };
    features(): number;
    featureFlags(): number;
    featureText(): number;
    featureUnits(): number;
    language(): number;
    concepts(language: number): number;
    score(): number;
  };
  /** @returns the kernel's answer, 0 for taken */
  loadModel(bytes: Uint8Array): number;
  readonly counts: { features: number; score: number };
}

/** What stands behind the packed model in `scam.bin`, as JSON (models/scam/asset-json.ts). */
export interface ScamModel {
  /** Of the model's output, in order: `ham`, `spam`, then families. */
  readonly classes: readonly string[];
  /** Of the language head's, in order: tags of BCP 47; `und` is every other language. */
  readonly languages: readonly string[];
  /** By tag, the scores from which a tip and a strong notice begin: only languages with measured recall have them. */
  readonly points: Readonly<Record<string, Points>>;
  /** A family with less of a share is not named. */
  readonly familyShare: number;
  /** By index of a concept, what a notice may say where the text names it. */
  readonly reasons: Readonly<Record<string, ReasonCode>>;
  /** What conversations are judged by; without it every message is judged by itself. */
  readonly thread?: ThreadModel;
}

/** 0 < tip ≤ strong ≤ 1. */
export type Points = readonly [tip: number, strong: number];

/** A concept the text names, where it first does: half-open UTF-16 in the surface's own text. */
export interface NamedConcept {
  readonly concept: number;
  /** Of the surfaces the kernel read. */
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

export interface ScamScore {
  /** 0–1, shares of all families together; 0 where the gate or the language gives no verdict. */
  readonly score: number;
  /** By class of the model; empty where the network did not run. */
  readonly classes: readonly number[];
  /** The likeliest family; null where none has the share to be named. */
  readonly family: ScamFamily | null;
  readonly lang: string;
  /** Another language is nearly as likely: the strictest points of all count. */
  readonly unsure: boolean;
  readonly points: Points;
  /** Too short to judge: fewer than 20 letters (dense scripts count 3), no link, no run of five digits. */
  readonly gated: boolean;
  /** The text is in a language the model was measured for. */
  readonly covered: boolean;
  readonly hasLink: boolean;
  readonly hasLongNumber: boolean;
  /** Only the first LIMITS.scoredUnits were read. */
  readonly cut: boolean;
  /** The eight dense inputs by name, 0–1. */
  readonly dense: Readonly<Record<DenseName, number>>;
  /** Each once, in the order of their places. */
  readonly concepts: readonly NamedConcept[];
}

export const DENSE_NAMES = [
  'length', 'digits', 'capitals', 'link', 'longNumber', 'currency', 'exclamations', 'questions',
] as const;
export type DenseName = (typeof DENSE_NAMES)[number];

const KIND = 'SM';
/** `ham` and `spam`. */
const HONEST = 2;
const FLAG = { gated: 1, link: 2, longNumber: 4, cut: 8, unsure: 16 } as const;
const NEVER: Points = [2, 2];

/**
 * Puts `scam.bin` in force. Its digest was verified on the page; here its form is.
 * @param bytes the whole asset, header included; copied, so it may be dropped
 * @throws {SafetyError} model-invalid
 */
export function loadScamModel(kernel: ScoringKernel, bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): ScamModel {
  const whole = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  if (whole.length < ASSET_HEADER_BYTES) throw refused(1);
  if (String.fromCharCode(...whole.subarray(0, 8)) !== ASSET_MAGIC + KIND) throw refused(2);
  const view = new DataView(whole.buffer, whole.byteOffset, whole.length);
  if (view.getUint32(24, true) !== whole.length - ASSET_HEADER_BYTES) throw refused(6);
  const end = Math.max(whole.length - view.getUint32(28, true), 0);
  const answer = kernel.loadModel(whole.subarray(ASSET_HEADER_BYTES, end));
  if (answer !== 0) throw refused(answer);
  const at = (offset: number): number => view.getUint32(ASSET_HEADER_BYTES + offset, true);
  const model = parsed(String.fromCharCode(...whole.subarray(end)));
  if (model?.classes.length !== at(8) || model.languages.length !== at(24)) throw refused(5);
  if (!Object.values(model.points).every(([tip, strong]) => tip > 0 && tip <= strong && strong <= 1)) throw refused(7);
  return model;
}

function parsed(json: string): ScamModel | undefined {
  try {
    return JSON.parse(json) as ScamModel;
  } catch {
    return undefined;
  }
}

/**
 * Scores the message the kernel has read and normalised already; nothing is copied or normalised again. About 6 µs for
 * 80 characters.
 */
export function scoreScam(kernel: ScoringKernel, model: ScamModel): ScamScore {
  const { exports, counts } = kernel;
  counts.features++;
  exports.features();
  const language = exports.language();
  const flags = exports.featureFlags();
  const has = (flag: number): boolean => (flags & flag) !== 0;
  const lang = model.languages[language] ?? 'und';
  const unsure = has(FLAG.unsure);
  const own = model.points[lang];
  const gated = has(FLAG.gated);
  let classes: readonly number[] = [];
  let concepts: readonly NamedConcept[] = [];
  const { buffer } = exports.memory;
  if (!gated && own !== undefined) {
    concepts = named(buffer, exports.concepts(language));
    counts.score++;
    classes = [...new Float32Array(buffer, OUT, exports.score())];
  }
  const families = classes.slice(HONEST);
  const largest = Math.max(...families);
  const dense = new Float32Array(buffer, DENSE, DENSE_NAMES.length);
  return {
    score: Math.min(1, families.reduce((sum, share) => sum + share, 0)), classes,
    family: largest >= model.familyShare ? model.classes[HONEST + families.indexOf(largest)] as ScamFamily : null,
    lang, unsure, points: unsure ? strictest(model) : own ?? NEVER, gated, covered: own !== undefined,
    hasLink: has(FLAG.link), hasLongNumber: has(FLAG.longNumber), cut: has(FLAG.cut),
    dense: Object.fromEntries(DENSE_NAMES.map((name, i) => [name, dense[i]])) as Record<DenseName, number>, concepts,
  };
}

function strictest({ points }: ScamModel): Points {
  const all = Object.values(points);
  return [Math.max(...all.map(([tip]) => tip)), Math.max(...all.map(([, strong]) => strong))];
}

function named(buffer: ArrayBuffer, count: number): readonly NamedConcept[] {
  const rows = new Uint32Array(buffer, CONCEPTS, count * 4);
  const ends = new Uint32Array(buffer, SEGMENTS);
  return Array.from({ length: count }, (_, i) => {
    const [concept = 0, segment = 0, start = 0, end = 0] = rows.subarray(i * 4);
    const base = segment && (ends[segment * 2 - 2] ?? 0);
    return { concept, segment, start: start - base, end: end - base };
  });
}

/**
 * The text `scoreScam` has just scored, as the kernel prepared it: folded, digits as 0, spaces joined, at most
 * LIMITS.scoredUnits. O(units).
 */
export function scoredText(kernel: ScoringKernel): string {
  const { exports } = kernel;
  const units = new Uint16Array(exports.memory.buffer, exports.featureText(), exports.featureUnits());
  return String.fromCharCode(...units);
}

/**
 * For developers: the person's verdicts only say `model-invalid`.
 * @param answer the kernel's (assembly/score/model.ts): 1 too short or too long, 2 no packed model, 4 other features, 5 a shape
 * the kernel does not score, or other names behind it, 6 a length that does not fit it, 7 numbers that are none, 8 other tables
 */
function refused(answer: number): SafetyError {
  return new SafetyError('model-invalid', `The scam model was refused: ${answer}.`);
}
