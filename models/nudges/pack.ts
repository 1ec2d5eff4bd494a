// The tables of src/decide/nudges as `nudges.bin` carries them.

import { COMMON, DELETED, FOLDED } from '../../src/decide/nudges/table.ts';
import type { NudgeTable } from '../../src/decide/nudges/table.ts';
import { ARABIC } from '../../src/decide/nudges/ar.ts';
import { BURMESE } from '../../src/decide/nudges/my.ts';
import { ENGLISH } from '../../src/decide/nudges/en.ts';
import { FRENCH } from '../../src/decide/nudges/fr.ts';
import { GERMAN } from '../../src/decide/nudges/de.ts';
import { HINDI } from '../../src/decide/nudges/hi.ts';
import { INDONESIAN } from '../../src/decide/nudges/id.ts';
import { PORTUGUESE } from '../../src/decide/nudges/pt.ts';
import { SPANISH } from '../../src/decide/nudges/es.ts';
import type { PackedNudges } from '../../src/decide/nudges/read.ts';

export const NUDGE_TABLES: Readonly<Record<string, NudgeTable>> = {
  en: ENGLISH, es: SPANISH, pt: PORTUGUESE, fr: FRENCH, de: GERMAN, hi: HINDI, id: INDONESIAN, ar: ARABIC, my: BURMESE,
};

/** Linear: what may repeat cannot match in two ways. */
const TOKEN = /\d{1,4}([./-])\d\d?\1\d{2,4}(?![./-]?\d)|[+(]?\d(?:[ ()./-]{0,2}\d)*|[^\s\0-@[-`{-\xbf\u2000-\u206f\u3000-\u303f\ud800-\udfff]+|[!?]/;

/** A class or a set of classes, taken once, or up to a small number of times. */
const STEP = /(?:\[[\w;]+\]|[\w;.])(?:\?|\{\d(?:,[1-6])?\})?/y;
/** Gaps of one rule: each multiplies how often a place is looked at. */
const GAPS = 3;

/**
 * One flat alternation. @throws {Error} a rule with a group, an alternative, a repetition without bound, or more than three open gaps:
 * such a rule could take more than linear time.
 */
export function packRules(rules: readonly string[]): string {
  for (const rule of rules) {
    STEP.lastIndex = 0;
    while (STEP.lastIndex < rule.length) if (!STEP.test(rule)) throw new Error(`The rule ${rule} is not a row of classes.`);
    if ((rule.match(/,/g) ?? []).length > GAPS) throw new Error(`The rule ${rule} has too many gaps.`);
  }
  return rules.map((rule) => rule.replaceAll('.', '[^;]')).join('|');
}

export const packWords = (words: Readonly<Record<string, string>>): string => (
  Object.entries(words).map(([letter, list]) => `${letter} ${list.split(/\s+/).map(folded).sort().join(' ')}`).join(','));

/** As the reader sees a text. */
function folded(word: string): string {
  return Array.from(word, (unit) => {
    const at = FOLDED.findIndex(([from]) => from.includes(unit));
    if (at >= 0) return [...FOLDED[at]?.[1] ?? ''][[...FOLDED[at]?.[0] ?? ''].indexOf(unit)] ?? '';
    return DELETED.includes(unit) ? '' : unit;
  }).join('');
}

/** How the reader cuts and folds a text. */
export const READS: Pick<PackedNudges, 'token' | 'from' | 'to'> = {
  token: TOKEN.source, from: FOLDED.map(([from]) => from).join('') + DELETED, to: FOLDED.map(([, to]) => to).join(''),
};

export function packNudges(): Uint8Array {
  const tables = Object.values(NUDGE_TABLES);
  const packed: PackedNudges = {
    ...READS, not: COMMON.not,
    words: tables.map(({ words }) => `${packWords(COMMON.words)},${packWords(words)}`),
    rules: [tables.map(() => packRules(COMMON.phone)), tables.map(({ address }) => packRules(address)), tables.map(({ school }) => packRules(school))],
  };
  return new TextEncoder().encode(JSON.stringify(packed));
}
