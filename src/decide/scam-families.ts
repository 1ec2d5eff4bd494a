import type { ReasonCode, ScamFamily } from '../contract/verdict.ts';
import { CUES, type CueGroup } from './cues.ts';

export interface CueReading {
  /** In the order of the table, each once. */
  readonly reasons: readonly ReasonCode[];
  /** The family most phrases point to; the earlier one of the table where two tie; null where none does. */
  readonly family: ScamFamily | null;
}

interface Phrase {
  readonly words: readonly string[];
  readonly group: CueGroup;
}

/** Runs of letters, digits and marks. By ranges, not by `\p{L}`: engines differ in their Unicode version. */
const WORDS = /[a-z0-9'\u00c0-\u1fff\u2c00-\u2dff\u3040-\uffff]+/g;

const BY_FIRST_WORD = indexPhrases();

/**
 * Reads the cues of a text the model fired on. Linear in its words: a phrase is looked for only where its first word
 * stands, and has five words at most.
 * @param text normalised and scored units as the kernel prepared them: folded, digits as 0 (src/score `scoredText`)
 */
export function readCues(text: string): CueReading {
  const words = text.match(WORDS) ?? [];
  const found = new Set<Phrase>();
  words.forEach((word, at) => {
    for (const phrase of [...(BY_FIRST_WORD.get(word) ?? []), ...(BY_FIRST_WORD.get(starKey(word)) ?? [])]) {
      if (phrase.words.every((part, i) => matches(part, words[at + i]))) found.add(phrase);
    }
  });
  const votes = new Map<ScamFamily, number>();
  for (const { group } of found) {
    if (group.family !== undefined) votes.set(group.family, (votes.get(group.family) ?? 0) + 1);
  }
  const groups = new Set([...found].map((phrase) => phrase.group));
  const reasons = CUES.flatMap((group) => (groups.has(group) && group.reason !== undefined ? [group.reason] : []));
  let family: ScamFamily | null = null;
  for (const { family: named } of CUES) {
    if (named !== undefined && (votes.get(named) ?? 0) > (family === null ? 0 : votes.get(family) ?? 0)) family = named;
  }
  return { reasons: [...new Set(reasons)], family };
}

/** Starred words are found by their first four letters. */
function starKey(word: string): string {
  return `${word.slice(0, 4)}*`;
}

function matches(part: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part;
}

function indexPhrases(): ReadonlyMap<string, readonly Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const group of CUES) {
    for (const phrase of group.phrases) {
      const words = phrase.split(' ');
      const first = words[0] ?? '';
      const key = first.endsWith('*') ? starKey(first) : first;
      index.set(key, [...(index.get(key) ?? []), { words, group }]);
    }
  }
  return index;
}
