// From the forms of concepts/ to the table the kernel looks them up in (assembly/score/concepts.ts). Made at the build, not kept.

import { createHash } from 'node:crypto';
import { finish, step } from '../build/hash.ts';
import type { FormTable } from '../build/pack.ts';
import { conceptNames, readConcepts } from './concept-files.ts';
import { LANGUAGES, tagsOf } from './shape.ts';
import { toZawgyi } from './zawgyi.ts';

export const SLOTS = 1 << 17;
/** As in the kernel. */
const BASIS = 0x811c9dc5;
const APART = 0x9e3779b1;
const SALT_OPEN = 0x3c6ef372;
const SALT_END = 0x78dde6e6;
const SALT_PREFIX = 0xb54cda58;
const STREAM_MOST = 64;
const PREFIX_UNITS = 3;
const PROBES_MOST = 64;
/** Of alphabets. One letter of scripts from here on, Hangul's among them, may be a word. */
const STEM_LEAST = 2;
const SYLLABLES = '\u1000';

/** One form as the kernel meets it. */
export interface Form {
  /** Index into LANGUAGES. */
  readonly language: number;
  /** Index into `conceptNames()`. */
  readonly concept: number;
  /** Folded; words parted by one space. */
  readonly stream: string;
  /** Any unit may follow: it ends in a star, or is of a script without spaces. */
  readonly open: boolean;
}

/** Units that words are made of, and those of scripts without spaces, as assembly/features/units.ts has them. */
const OTHERS = /[^0-9A-Za-z\u00c0-\u1fff\u2070-\u2fff\u3040-\ufeff]+/gu;
const APART_UNIT = /[\u0e01-\u0e4e\u1000-\u109f\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]/u;

/**
 * All forms of all languages, each once.
 * @param fold what the kernel makes of a text (`FeatureKernel.fold`)
 * @throws {RangeError} a form that would match nearly anything, or is too long for the kernel
 */
export function conceptForms(fold: (text: string) => string): readonly Form[] {
  const names = conceptNames();
  const forms = new Map<string, Form>();
  LANGUAGES.forEach((tag, language) => {
    for (const { concept, forms: written } of tagsOf(tag).flatMap((file) => readConcepts(file))) {
      // Whoever writes Zawgyi is read as they write.
      for (const text of tag === 'my' ? written.flatMap((one) => [one, toZawgyi(one)]) : written) {
        const form = { language, concept: names.indexOf(concept), ...formOf(text, fold) };
        if (form.stream !== '') forms.set(JSON.stringify(form), form);
      }
    }
  });
  return [...forms.values()];
}

/** @throws {RangeError} see `conceptForms` */
export function formOf(text: string, fold: (text: string) => string): Pick<Form, 'stream' | 'open'> {
  const star = text.endsWith('*');
  const stream = fold(star ? text.slice(0, -1) : text).replace(OTHERS, ' ').trim();
  if (star && stream.length < STEM_LEAST && stream < SYLLABLES) throw new RangeError(`"${text}" stands for nearly every word.`);
  if (stream.length > STREAM_MOST) throw new RangeError(`"${text}" has more than ${STREAM_MOST} units.`);
  return { stream, open: star || APART_UNIT.test(stream) };
}

/**
 * @param slots a power of two from 128 to SLOTS
 * @throws {RangeError} more forms than the kernel would find in so many slots
 */
export function formTable(forms: readonly Form[], slots = SLOTS): FormTable {
  const prints = new Uint16Array(slots);
  const owners = new Uint8Array(slots);
  const prefixes = new Uint8Array(slots / 8);
  for (const { language, concept, stream, open } of forms) {
    const again = APART_UNIT.test(stream.charAt(0));
    let h = (BASIS ^ Math.imul(language + 1, APART)) >>> 0;
    for (let i = 0; i < stream.length; i++) {
      h = step(h, stream.charCodeAt(i));
      const length = i + 1;
      const isPrefix = stream[i] === ' ' || length === Math.min(PREFIX_UNITS, stream.length) || (again && length % PREFIX_UNITS === 0);
      if (!isPrefix) continue;
      const bit = finish((h ^ SALT_PREFIX) >>> 0) & (slots - 1);
      prefixes[bit >> 3] = (prefixes[bit >> 3] ?? 0) | 1 << (bit & 7);
    }
    put(finish((h ^ (open ? SALT_OPEN : SALT_END)) >>> 0), concept, prints, owners);
  }
  return { prints, owners, prefixes };
}

function put(hash: number, concept: number, prints: Uint16Array, owners: Uint8Array): void {
  const print = Math.max(hash >>> 16, 1);
  for (let probe = 0; probe < PROBES_MOST; probe++) {
    const slot = (hash + probe) & (prints.length - 1);
    if (prints[slot] === print && owners[slot] === concept) return;
    if (prints[slot] !== 0) continue;
    prints[slot] = print;
    owners[slot] = concept;
    return;
  }
  throw new RangeError('There are more forms than slots to find them in.');
}

/** SHA-256 over the table: a model knows the concepts it was trained with. */
export function formsDigest({ prints, owners, prefixes }: FormTable): string {
  const words = new Uint8Array(prints.buffer, prints.byteOffset, prints.byteLength);
  return createHash('sha256').update(words).update(owners).update(prefixes).digest('hex');
}
