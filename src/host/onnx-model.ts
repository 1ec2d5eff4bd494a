import type { AssetRecord } from '../contract/assets.ts';
import {
  HONEST_LABELS, MODEL_LANGUAGES, SCAM_LABELS, type LanguagePoints, type ModelForm, type ModelLabel, type ModelLanguage, type ModelPoints, type TextModel,
} from '../contract/host-model.ts';
import { pageScorer } from './page-scorer.ts';
import type { MediaOptions } from './media-life.ts';
import type { TextScorer } from './text-scorer.ts';

export interface OnnxTextModel {
  /** Its bytes, or the address of its file: in a page of the same origin, in Node also a path. At most 100 MB. */
  readonly model: ArrayBuffer | Uint8Array<ArrayBuffer> | string | URL;
  /** Of these bytes, hexadecimal: other ones are refused with `asset-integrity`. Write it into your code; do not fetch it. */
  readonly sha256: string;
  /**
   * By language, from which score a notice is a tip, and from which it is strong; the score is the sum of all shares but `ham` and
   * `spam`. Choose them on messages of your own, and name only languages in which you measured its recall: a text in another one gets
   * no verdict, `degraded` says `language-uncovered`. Where two languages are nearly as likely, the highest points of all count.
   */
  readonly points: LanguagePoints;
  /** What its shares stand for, in order; a name may stand there more than once. Default `['ham', 'spam', 'scam']`. */
  readonly labels?: readonly ModelLabel[];
  /** For input `ids`: the size of its table, a power of two from 2 to 2^16. Default: the kernel's own. */
  readonly buckets?: number;
  /** How long a message waits for it, in milliseconds of visible time; 50 to 60,000. Default 1,000. */
  readonly deadlineMs?: number;
}

/** What it was made with, checked, for whoever runs it: a page, or `inward/node`. */
export interface GivenModel {
  readonly model: Uint8Array<ArrayBuffer> | string;
  readonly sha256: string;
  readonly points: LanguagePoints;
  readonly form: ModelForm;
  readonly deadlineMs: number;
}

export interface RunnableModel extends TextModel {
  readonly given: GivenModel;
  /** In a page. @param parts the page's own code for workers @param published the page's list of files, which it adds to */
  open(parts: MediaOptions, published: AssetRecord[]): TextScorer;
}

const MOST_BUCKETS = 2 ** 16;
const MOST_LABELS = 256;

/**
 * A model of your own in place of the built-in scam scorer: `createSafety({ models: { text: onnxTextModel({ … }) } })`. What it
 * gets and must answer: docs/onnx.md. Loads nothing itself; with scam notices on, `createSafety` starts `worker-onnx.js` beside
 * the chat (2.4 MB after brotli, half a second, some 90 MB of memory).
 * @throws {TypeError} not of the documented types. {RangeError} a digest, points, names or numbers out of range.
 */
export function onnxTextModel(options: OnnxTextModel): TextModel {
  if (typeof options !== 'object' || (options as unknown) === null) throw new TypeError('onnxTextModel takes an object.');
  const points = pointsOf(options.points);
  const given: GivenModel = {
    model: modelOf(options.model), sha256: digestOf(options.sha256), points,
    form: { labels: labelsOf(options.labels), buckets: bucketsOf(options.buckets), languages: Object.keys(points) },
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

function pointsOf(points: unknown): LanguagePoints {
  if (typeof points !== 'object' || points === null) throw new TypeError('"points" is no table of points by language.');
  const all = Object.entries(points);
  const other = all.find(([lang]) => !isOneOf(MODEL_LANGUAGES, lang));
  if (other !== undefined || all.length === 0) throw new RangeError(`"points" names none of ${MODEL_LANGUAGES.join(', ')}, or another: by language, { tip, strong } each.`);
  return Object.fromEntries(all.map(([lang, own]: readonly [string, ModelPoints | undefined]) => {
    const tip = within(`points.${lang}.tip`, own?.tip, 0, 1);
    const strong = within(`points.${lang}.strong`, own?.strong, tip, 1);
    if (tip === 0) throw new RangeError(`"points.${lang}.tip" is 0: every message would get a notice.`);
    return [lang as ModelLanguage, { tip, strong }];
  }));
}

function labelsOf(labels: unknown = ['ham', 'spam', 'scam']): readonly ModelLabel[] {
  if (!Array.isArray(labels) || !labels.every((name) => typeof name === 'string')) throw new TypeError('"labels" is not a list of names.');
  const isScam = (name: string): boolean => isOneOf(SCAM_LABELS, name);
  if (labels.length > MOST_LABELS || !labels.some(isScam) || !labels.every((name) => isScam(name) || isOneOf(HONEST_LABELS, name))) {
    throw new RangeError(`"labels" are more than ${MOST_LABELS}, name no scam, or something that is none of ${[...HONEST_LABELS, ...SCAM_LABELS].join(', ')}.`);
  }
  return [...labels] as ModelLabel[];
}

function bucketsOf(buckets: number | undefined): number | undefined {
  if (buckets === undefined) return undefined;
  if (!Number.isInteger(Math.log2(within('buckets', buckets, 2, MOST_BUCKETS)))) throw new RangeError('"buckets" is not a power of two.');
  return buckets;
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

function within(what: string, value: unknown, least: number, most: number): number {
  if (typeof value !== 'number') throw new TypeError(`"${what}" is not a number.`);
  if (!(value >= least && value <= most)) throw new RangeError(`"${what}" is outside ${least} to ${most}.`);
  return value;
}
