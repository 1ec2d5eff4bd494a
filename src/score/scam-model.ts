import { DENSE, OUT } from '../../build/regions.gen.ts';
import { ASSET_HEADER_BYTES, ASSET_MAGIC } from '../contract/assets.ts';
import { SafetyError } from '../contract/errors.ts';
import { leadingScript, SCRIPT_TAGS, type ScriptTag } from './scripts.ts';

/** What this room needs of the text kernel (src/text): the exports of assembly/text.ts, and calls counted by name. */
export interface ScoringKernel {
  readonly exports: {
    readonly memory: { readonly buffer: ArrayBuffer };
    features(): number;
    featureFlags(): number;
    featureText(): number;
    featureUnits(): number;
    scriptLetters(script: number): number;
    score(): number;
  };
  /** @returns the kernel's answer, 0 for taken */
  loadModel(bytes: Uint8Array): number;
  readonly counts: { features: number; score: number };
}

/** Shares of the class scam from which a level begins; chosen on validation messages, kept in the asset. */
export interface OperatingPoints {
  readonly tip: number;
  readonly strong: number;
}

export interface ScamModel {
  readonly points: OperatingPoints;
  /** Bit set over `SCRIPT_TAGS`: scripts with measured recall. Elsewhere there is no verdict. */
  readonly scripts: number;
  /** JSON of what a notice is made with (src/decide/scam-tables.ts). */
  readonly cues: string;
}

export interface ScamScore {
  /** 0–1, share of the class scam; 0 where the gate or the script gives no verdict. */
  readonly score: number;
  /** Shares of ham, spam and scam; empty where the network did not run. */
  readonly classes: readonly number[];
  /** Too short to judge: fewer than 20 letters (dense scripts count 3), no link, no run of five digits. */
  readonly gated: boolean;
  /** The text is in a script the model was measured for. */
  readonly covered: boolean;
  readonly lang: ScriptTag;
  readonly hasLink: boolean;
  readonly hasLongNumber: boolean;
  /** Only the first LIMITS.scoredUnits were read. */
  readonly cut: boolean;
  /** The eight dense inputs by name, 0–1. */
  readonly dense: Readonly<Record<DenseName, number>>;
}

export const DENSE_NAMES = [
  'length', 'digits', 'capitals', 'link', 'longNumber', 'currency', 'exclamations', 'questions',
] as const;
export type DenseName = (typeof DENSE_NAMES)[number];

const KIND = 'SM';
const PACKED_HEADER_BYTES = 96;
const SCAM = 2;
const FLAG = { gated: 1, link: 2, longNumber: 4, cut: 8 } as const;

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
  // Behind the model: models/scam/cue-bytes.ts.
  const end = Math.max(whole.length - view.getUint32(28, true), 0);
  const packed = whole.subarray(ASSET_HEADER_BYTES, end);
  if (packed.length < PACKED_HEADER_BYTES) throw refused(1);
  const at = (offset: number): number => view.getFloat32(ASSET_HEADER_BYTES + offset, true);
  const points = { tip: at(64), strong: at(68) };
  if (!(points.tip > 0 && points.tip <= points.strong && points.strong <= 1)) throw refused(7);
  if (view.getUint32(ASSET_HEADER_BYTES + 12, true) !== 3) throw refused(5);
  const answer = kernel.loadModel(packed);
  if (answer !== 0) throw refused(answer);
  return {
    points,
    scripts: view.getUint32(ASSET_HEADER_BYTES + 72, true),
    cues: String.fromCharCode(...whole.subarray(end)),
  };
}

/**
 * Scores the message the kernel has read and normalised already; nothing is copied or normalised again. About 4 µs for
 * 80 characters.
 */
export function scoreScam(kernel: ScoringKernel, model: ScamModel): ScamScore {
  const { exports } = kernel;
  kernel.counts.features++;
  exports.features();
  const flags = exports.featureFlags();
  const letters = SCRIPT_TAGS.map((_, script) => exports.scriptLetters(script));
  const script = leadingScript(letters);
  const gated = (flags & FLAG.gated) !== 0;
  const covered = (model.scripts & (1 << script)) !== 0;
  const classes = gated || !covered ? [] : shares(kernel);
  const dense = new Float32Array(exports.memory.buffer, DENSE, DENSE_NAMES.length);
  return {
    score: classes[SCAM] ?? 0, classes, gated, covered, lang: SCRIPT_TAGS[script] ?? 'und',
    hasLink: (flags & FLAG.link) !== 0, hasLongNumber: (flags & FLAG.longNumber) !== 0, cut: (flags & FLAG.cut) !== 0,
    dense: Object.fromEntries(DENSE_NAMES.map((name, i) => [name, dense[i] ?? 0])) as Record<DenseName, number>,
  };
}

/**
 * The text `scoreScam` has just scored, as the kernel prepared it: folded, digits as 0, spaces joined, at most
 * LIMITS.scoredUnits. For the cues of a message the model fired on. O(units).
 */
export function scoredText(kernel: ScoringKernel): string {
  const { exports } = kernel;
  const units = new Uint16Array(exports.memory.buffer, exports.featureText(), exports.featureUnits());
  return String.fromCharCode(...units);
}

function shares(kernel: ScoringKernel): readonly number[] {
  const { exports } = kernel;
  kernel.counts.score++;
  const count = exports.score();
  return Array.from(new Float32Array(exports.memory.buffer, OUT, count));
}

/**
 * For developers: the person's verdicts only say `model-invalid`.
 * @param answer the kernel's (assembly/score/model.ts): 1 too short or too long, 2 no packed model, 3 unknown format, 4 other
 * features, 5 a shape the kernel does not score, 6 a length that does not fit it, 7 numbers that are not finite, 8 other tables
 */
function refused(answer: number): SafetyError {
  return new SafetyError('model-invalid', `The scam model was refused: ${answer}.`);
}
