import type { AssetRecord } from '../contract/assets.ts';
import { MODEL_SCRIPTS, type ModelForm, type ModelPoints, type ModelScript, type TextModel } from '../contract/host-model.ts';
import { pageScorer } from './page-scorer.ts';
import type { MediaOptions } from './media-life.ts';
import type { TextScorer } from './text-scorer.ts';

export interface OnnxTextModel {
  /** Its bytes, or the address of its file: in a page of the same origin, in Node also a path. At most 100 MB. */
  readonly model: ArrayBuffer | Uint8Array<ArrayBuffer> | string | URL;
  /** Of these bytes, hexadecimal: other ones are refused with `asset-integrity`. Write it into your code; do not fetch it. */
  readonly sha256: string;
  /** From which share of `scam` a notice is a tip, and from which it is strong. Choose them on messages of your own. */
  readonly points: ModelPoints;
  /** Scripts in which its recall was measured. A text in another one gets no verdict: `degraded` says `language-uncovered`. */
  readonly scripts: readonly ModelScript[];
  /** Names of its shares, in order. Default `['ham', 'spam', 'scam']`. */
  readonly labels?: readonly string[];
  /** For input `ids`: the size of its table, a power of two from 2 to 2^18. Default: the kernel's own. */
  readonly buckets?: number;
  /** How long a message waits for it, in milliseconds of visible time; 50 to 60,000. Default 1,000. */
  readonly deadlineMs?: number;
}

/** What it was made with, checked, for whoever runs it: a page, or `inward/node`. */
export interface GivenModel {
  readonly model: Uint8Array<ArrayBuffer> | string;
  readonly sha256: string;
  readonly points: ModelPoints;
  readonly form: ModelForm;
  readonly deadlineMs: number;
}

export interface RunnableModel extends TextModel {
  readonly given: GivenModel;
  /** In a page. @param parts the page's own code for workers @param published the page's list of files, which it adds to */
  open(parts: MediaOptions, published: AssetRecord[]): TextScorer;
}

const MOST_BUCKETS = 2 ** 18;

/**
 * A model of your own in place of the built-in scam scorer: `createSafety({ models: { text: onnxTextModel({ … }) } })`. What it
 * gets and must answer: docs/onnx.md. Loads nothing itself; with scam notices on, `createSafety` starts `worker-onnx.js` beside
 * the chat (2.3 MB after brotli, half a second, some 90 MB of memory).
 * @throws {TypeError} not of the documented types. {RangeError} a digest, points, names or numbers out of range.
 */
export function onnxTextModel(options: OnnxTextModel): TextModel {
  if (typeof options !== 'object' || (options as unknown) === null) throw new TypeError('onnxTextModel takes an object.');
  const given: GivenModel = {
    model: modelOf(options.model), sha256: digestOf(options.sha256), points: pointsOf(options.points),
    form: { labels: labelsOf(options.labels), buckets: bucketsOf(options.buckets), scripts: scriptsOf(options.scripts) },
    deadlineMs: within('deadlineMs', options.deadlineMs ?? 1_000, 50, 60_000),
  };
  const made: RunnableModel = { sha256: given.sha256, given, open: (parts, published) => pageScorer(given, parts, published) };
  return Object.freeze(made);
}

/** What `createSafety` was handed, if it is ours. @throws {TypeError} */
export function runnable(model: TextModel): RunnableModel {
  if (typeof (model as Partial<RunnableModel> | null)?.open !== 'function') throw new TypeError('"models.text" is no onnxTextModel.');
  return model as RunnableModel;
}

function modelOf(model: unknown): GivenModel['model'] {
  if (typeof model === 'string' && model !== '') return model;
  if (model instanceof URL) return model.href;
  if (model instanceof ArrayBuffer) return new Uint8Array(model);
  if (model instanceof Uint8Array) return model as Uint8Array<ArrayBuffer>;
  throw new TypeError('"model" is neither bytes nor an address.');
}

function digestOf(sha256: unknown): string {
  if (typeof sha256 !== 'string') throw new TypeError('"sha256" is not a string.');
  if (!/^[0-9a-f]{64}$/iu.test(sha256)) throw new RangeError('"sha256" is not a SHA-256 in hexadecimal.');
  return sha256.toLowerCase();
}

function pointsOf(points: ModelPoints | undefined): ModelPoints {
  const tip = within('points.tip', points?.tip, 0, 1);
  const strong = within('points.strong', points?.strong, tip, 1);
  if (tip === 0) throw new RangeError('"points.tip" is 0: every message would get a notice.');
  return { tip, strong };
}

function labelsOf(labels: readonly string[] = ['ham', 'spam', 'scam']): readonly string[] {
  names('labels', labels);
  if (!labels.includes('scam') || labels.length > 256) throw new RangeError('"labels" does not name "scam", or names more than 256.');
  return [...labels];
}

function scriptsOf(scripts: readonly ModelScript[]): readonly string[] {
  names('scripts', scripts);
  if (scripts.length === 0 || scripts.some((tag) => !MODEL_SCRIPTS.includes(tag))) throw new RangeError(`"scripts" names none of ${MODEL_SCRIPTS.join(', ')}, or another.`);
  return [...scripts];
}

function bucketsOf(buckets: number | undefined): number | undefined {
  if (buckets === undefined) return undefined;
  if (!Number.isInteger(Math.log2(within('buckets', buckets, 2, MOST_BUCKETS)))) throw new RangeError('"buckets" is not a power of two.');
  return buckets;
}

function names(what: string, list: unknown): void {
  if (!Array.isArray(list) || !list.every((name) => typeof name === 'string')) throw new TypeError(`"${what}" is not a list of names.`);
}

function within(what: string, value: unknown, least: number, most: number): number {
  if (typeof value !== 'number') throw new TypeError(`"${what}" is not a number.`);
  if (!(value >= least && value <= most)) throw new RangeError(`"${what}" is outside ${least} to ${most}.`);
  return value;
}
