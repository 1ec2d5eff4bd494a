import type { RejectedWord } from '../contract/engine.ts';
import { SafetyError } from '../contract/errors.ts';
import { LIMITS } from '../contract/limits.ts';
import type { KernelExports } from './kernel.ts';
import type { WordEntry } from './text-hits.ts';

const KINDS = { word: 0, prefix: 1, anywhere: 2 } as const;
/** Bits of `listAdd`'s kind; without one, a term with accents matches its plain spelling where that is no everyday word. */
const ACCENTS = { auto: 0, exact: 0x100, fold: 0x200 } as const;
/** Dotted and dotless i differ. */
const TWO_I = 0x400;
/** The main list, and the one beside it. */
export type ListSlot = 0 | 1;
/** Answers of `listAdd`; 2 is a list that is full, or memory that did not grow. */
const REASONS = { 1: 'empty', 2: 'list-full', 3: 'duplicate' } as const;

const MYANMAR = /[\u1000-\u109f]/;

export interface BuiltList {
  readonly rejected: readonly RejectedWord[];
  /** Entries in force. */
  readonly added: number;
}

/**
 * Hands every entry to a fresh kernel, which folds it as it folds messages, and has the automaton built.
 * @throws {SafetyError} limit-exceeded: no memory for it. Nothing of the entries is in the text.
 */
export function buildList(kernel: KernelExports, entries: readonly WordEntry[], slot: ListSlot = 0): BuiltList {
  const rejected: RejectedWord[] = [];
  if (entries.length === 0) return { rejected, added: 0 };
  let units = 0;
  let patterns = entries.length;
  for (const { text } of entries) {
    units += Math.min(text.length, LIMITS.wordUnits);
    if (MYANMAR.test(text)) patterns++;
  }
  if (kernel.listBegin(slot, patterns, units) !== 0) throw noMemory();
  let input = new Uint16Array(kernel.memory.buffer, kernel.INPUT.value, LIMITS.wordUnits);
  let added = 0;
  entries.forEach(({ text, match = 'word', entry, list = 0, accents = 'auto', turkish }, index) => {
    if (text.length > LIMITS.wordUnits) {
      rejected.push({ index, why: 'too-long' });
      return;
    }
    // Memory may have grown for the words before.
    if (input.length === 0) input = new Uint16Array(kernel.memory.buffer, kernel.INPUT.value, LIMITS.wordUnits);
    for (let i = 0; i < text.length; i++) input[i] = text.charCodeAt(i);
    const kind = KINDS[match] | list << 2 | ACCENTS[accents] | (turkish ? TWO_I : 0);
    const answer = kernel.listAdd(entry, kind, text.length);
    // Typed in Zawgyi, perhaps: then it is another word, and as good as the first.
    if (answer === 0 && MYANMAR.test(text) && kernel.listReads(text.length) !== 0) {
      kernel.listAdd(entry, kind, text.length);
      kernel.listReads(0);
    }
    if (answer === 0) added++;
    else rejected.push({ index, why: REASONS[answer as keyof typeof REASONS] });
  });
  if (added > 0 && kernel.listBuild(slot) !== 0) throw noMemory();
  kernel.wipe();
  return { rejected, added };
}

function noMemory(): SafetyError {
  return new SafetyError('limit-exceeded', 'There is no memory for a list of this size.');
}
