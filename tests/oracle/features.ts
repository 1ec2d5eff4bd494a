// The scam features, slow and obvious: strings and regular expressions over the normaliser's oracle.

import { normalise } from './normalise.ts';
import { undisguise } from './undisguise.ts';

export interface OracleFeatures {
  readonly text: string;
  /** With `ADDRESS` for every unit of an address. */
  readonly wording: string;
  readonly ids: readonly number[];
  readonly dense: readonly number[];
  readonly flags: number;
}

const TEXT_UNITS = 4_096;
const SPACES = /[\t-\r \u00a0\u2000-\u200b\u3000\uffff]+/g;
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u1040-\u1049]/g;
const WORDS = /(?:(?![\u00d7\u00f7\u060c\u060d\u061b\u061e\u061f\u066a-\u066d\u06d4\u0964\u0965\u104a\u104b\u30fb])[0-9A-Za-z\u00c0-\u1fff\u2070-\u2fff\u3040-\ufeff])+/g;
const ENDINGS = 'com net org info biz top xyz site online shop club link vip app cc co io ly me tk gov uk in th id br ru vn tr pk ng fr icu cyou live'.split(' ');

const LETTERS = /(?![\u00d7\u00f7\u060c\u060d\u061b\u061e\u061f\u066a-\u066d\u06d4\u0964\u0965\u104a\u104b\u30fb])[A-Za-z\u00c0-\u02af\u0370-\u0e3e\u0e40-\u1fff\u2c00-\u2fff\u3040-\ud7a3\uf900-\ufeff]/g;
/** They count three. */
const DENSE_LETTERS = /(?![\u00d7\u00f7\u060c\u060d\u061b\u061e\u061f\u066a-\u066d\u06d4\u0964\u0965\u104a\u104b\u30fb])[\u0e01-\u0e3e\u0e40-\u0e4e\u1000-\u109f\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]/g;

const fnv = (hash: number, unit: number): number => Math.imul(hash ^ unit, 16_777_619) >>> 0;

export function hashText(basis: number, text: string): number {
  let h = basis;
  for (let i = 0; i < text.length; i++) h = fnv(h, text.charCodeAt(i));
  return h;
}

/** MurmurHash3's finaliser. */
export function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const bucket = (hash: number): number => finish(hash) & 0xffff;

function ngrams(text: string): number[] {
  const out: number[] = [];
  for (let i = 0; i < text.length; i++) {
    for (let n = 1; n <= 5 && i + n <= text.length; n++) out.push(bucket(hashText(2_166_136_261, text.slice(i, i + n))));
  }
  let before: string | undefined;
  for (const word of text.match(WORDS) ?? []) {
    out.push(bucket(hashText(0x9e3779b9, word)));
    // The pair's hash begins with the hash of the word before it.
    if (before !== undefined) out.push(bucket(hashText((0x7f4a7c15 ^ hashText(0x9e3779b9, before)) >>> 0, ` ${word}`)));
    before = word;
  }
  return out;
}

export function hasLink(text: string): boolean {
  if (text.includes('://')) return true;
  return text.split(' ').some((word) => {
    // What follows an @ is an address of mail.
    const host = word.replace(/@.*$/, '@');
    return /www\./.test(host) || /[a-z0-9]\.[a-z]{2,8}\/./.test(host)
      || new RegExp(`[a-z0-9]\\.(?:${ENDINGS.join('|')})(?:(?![a-z0-9.@-])|(?=\\.[a-z]{2}(?![a-z0-9])))`).test(host);
  });
}

/** log2(1 + n) / 12 with straight lines between the powers of two, in f32 steps. */
function logLength(n: number): number {
  const m = n + 1;
  const k = Math.floor(Math.log2(m) + 1e-12);
  return Math.min(1, Math.fround(Math.fround(k + Math.fround((m - 2 ** k) / 2 ** k)) / 12));
}

export function features(surfaces: readonly { readonly text: string; readonly scored: boolean }[]): OracleFeatures {
  const scored = surfaces.filter((surface) => surface.scored).map((surface) => surface.text);
  const body = scored.map((text) => normalise(text).text).join(' ').replace(SPACES, ' ').replace(OTHER_DIGITS, '0').replace(/^ | $/g, '');
  let prepared = ` ${body}`.slice(0, TEXT_UNITS - 1);
  if (!prepared.endsWith(' ')) prepared += ' ';
  const { text, wording, link } = undisguise(prepared, hasLink);
  const units = text.length - 2;
  const count = (pattern: RegExp): number => prepared.match(pattern)?.length ?? 0;
  const all = count(LETTERS);
  const weighed = all + 2 * count(DENSE_LETTERS);
  const capitals = scored.reduce((sum, surface) => sum + (surface.match(/\p{Lu}/gu)?.length ?? 0), 0);
  const longNumber = /[0-9]{5}/.test(prepared);
  const dense = [
    logLength(Math.max(0, units)), units > 0 ? count(/[0-9]/g) / units : 0, all > 0 ? Math.min(1, capitals / all) : 0,
    Number(link), Number(longNumber), Number(/[$\u00a2-\u00a5\u0e3f\u20a0-\u20cf]/.test(prepared)),
    Math.min(4, count(/!/g)) / 4, Math.min(4, count(/\?/g)) / 4,
  ].map(Math.fround);
  const gated = weighed < 20 && !link && !longNumber;
  const cut = body.length > TEXT_UNITS - 2;
  const flags = (gated ? 1 : 0) | (link ? 2 : 0) | (longNumber ? 4 : 0) | (cut ? 8 : 0);
  return { text, wording, ids: units > 0 ? [...new Set(ngrams(text))] : [], dense, flags };
}
