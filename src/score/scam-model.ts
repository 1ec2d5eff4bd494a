import { CONCEPTS, DENSE, OUT } from '../../build/regions.gen.ts';
import { ASSET_HEADER_BYTES } from '../contract/assets.ts';
import { SafetyError } from '../contract/errors.ts';
import { jsonStart } from '../contract/scam-json.ts';
import type { ThreadModel } from '../contract/thread-model.ts';
import type { NoticeAction, NoticeLevel, ReasonCode, ScamFamily } from '../contract/verdict.ts';

/** What this room needs of the text kernel (src/text): the exports of assembly/text.ts, and calls counted by name. */
export interface ScoringKernel {
  readonly exports: {
    readonly memory: { readonly buffer: ArrayBuffer };
    features(): number;
    featureFlags(): number;
    featureUnits(): number;
    language(): number;
    concepts(language: number): number;
    cues(): number;
    score(): number;
  };
  /** @returns the kernel's answer, 0 for taken */
  loadModel(bytes: Uint8Array): number;
  readonly counts: { features: number; score: number };
}

/** What stands behind the packed model in `scam.bin`, as JSON. Who builds it sees to it that it fits (models/scam/asset-json.ts). */
export interface ScamModel {
  /** Of the model's output, in order: `ham`, `spam`, then families. */
  readonly classes: readonly string[];
  /** Of the language head's, in order: tags of BCP 47; `und` is every other language. */
  readonly languages: readonly string[];
  /** By tag, the scores from which a tip and a strong notice begin: only languages with measured recall have them. */
  readonly points: Readonly<Record<string, Points>>;
  /** The highest of all of these, for a text whose language is unsure. */
  readonly strictest: Points;
  /** Names of the dense inputs, in order. */
  readonly dense: readonly string[];
  /** A family with less of a share is not named. */
  readonly familyShare: number;
  /** By index of a concept, what a notice may say where the text names it. */
  readonly reasons: Readonly<Record<string, ReasonCode>>;
  /** First action by reason or family, and the others by level (src/decide/scam-advice.ts). */
  readonly advice: Readonly<Record<string, NoticeAction>>;
  readonly actions: Readonly<Record<NoticeLevel, readonly NoticeAction[]>>;
  /** Families and reasons that a contact's message may be told of (src/decide/scam-exemptions.ts). */
  readonly hijacked: readonly (ScamFamily | ReasonCode)[];
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
  readonly shares: readonly number[];
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
  readonly dense: Readonly<Record<string, number>>;
  /** Each once, in the order of their places. */
  readonly concepts: readonly NamedConcept[];
}

/** `ham` and `spam`. */
const HONEST = 2;
const FLAG = { gated: 1, link: 2, longNumber: 4, cut: 8, unsure: 16 } as const;

/**
 * Puts `scam.bin` in force. Its digest was verified on the page; here its form is.
 * @param bytes the whole asset, header included; copied, so it may be dropped
 * @throws {SafetyError} model-invalid
 * @throws {SyntaxError} what stands behind the model is no JSON
 * @throws {RangeError} there is not even a header
 */
export function loadScamModel(kernel: ScoringKernel, bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): ScamModel {
  const whole = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  // A file that was cut ends before its JSON, or in it.
  const end = jsonStart(whole);
  const answer = kernel.loadModel(whole.subarray(ASSET_HEADER_BYTES, end));
  if (answer !== 0) throw refused(answer);
  return JSON.parse(String.fromCharCode(...whole.subarray(end))) as ScamModel;
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
  const has = (flag: number): boolean => !!(flags & flag);
  const lang = model.languages[language] as string;
  const unsure = has(FLAG.unsure);
  const own = model.points[lang];
  const gated = has(FLAG.gated);
  let shares: readonly number[] = [];
  let concepts: readonly NamedConcept[] = [];
  const { buffer } = exports.memory;
  if (!gated && own !== undefined) {
    concepts = named(buffer, exports.concepts(language));
    counts.score++;
    shares = [...new Float32Array(buffer, OUT, exports.score())];
  }
  const families = shares.slice(HONEST);
  const largest = Math.max(...families);
  const dense = new Float32Array(buffer, DENSE);
  return {
    // One, where rounding makes it more.
    score: Math.min(1, families.reduce((sum, share) => sum + share, 0)), shares,
    family: largest >= model.familyShare ? model.classes[HONEST + families.indexOf(largest)] as ScamFamily : null,
    lang, unsure, points: unsure || !own ? model.strictest : own, gated, covered: own !== undefined,
    hasLink: has(FLAG.link), hasLongNumber: has(FLAG.longNumber), cut: has(FLAG.cut),
    dense: Object.fromEntries(model.dense.map((name, i) => [name, dense[i] as number])), concepts,
  };
}

/** Parts of cues in the text that was scored last (`FoundParts`). None without `cues.bin`. */
export function cueParts({ exports }: ScoringKernel): readonly number[] {
  return [...new Uint32Array(exports.memory.buffer, CONCEPTS, exports.cues() * 4)];
}

function named(buffer: ArrayBuffer, count: number): readonly NamedConcept[] {
  return Array.from({ length: count }, (_, i) => {
    const [concept, segment, start, end] = new Uint32Array(buffer, CONCEPTS + i * 16, 4) as unknown as readonly [number, number, number, number];
    return { concept, segment, start, end };
  });
}

/**
 * For developers: the person's verdicts only say `model-invalid`.
 * @param answer the kernel's (assembly/score/model.ts): 1 too short or too long, 2 no packed model, 4 other features, 5 a shape
 * the kernel does not score, 6 a length that does not fit it, 7 numbers that are none, 8 other tables
 */
function refused(answer: number): SafetyError {
  return new SafetyError('model-invalid', `The scam model was refused: ${answer}.`);
}
