import { INPUT } from '../../build/regions.gen.ts';
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
/** Between letters of one word, which people write with a space too. */
const HYPHEN = /([a-z\u00c0-\u1fff\u2c00-\u2dff\u3040-\uffff])-(?=[a-z\u00c0-\u1fff\u2c00-\u2dff\u3040-\uffff])/gi;

/** Words folded in one slice of `listSlices`: about 2 ms on a desktop. */
const SLICE = 6_000;

/** A list, or what makes its entries as they are asked for: 100,000 objects at once take longer than a message may wait. */
export interface Entries {
  readonly length: number;
  at(index: number): WordEntry | undefined;
}

export interface BuiltList {
  readonly rejected: readonly RejectedWord[];
  /** Entries in force. */
  readonly added: number;
}

/**
 * Hands every entry to a kernel, which folds it as it folds messages, and has the trie built: a slice with each `next`.
 * Until the last one that kernel has no list in this slot.
 * @throws {SafetyError} limit-exceeded: no memory for it. Nothing of the entries is in the text.
 */
export function* listSlices(kernel: KernelExports, entries: Entries, slot: ListSlot = 0): Generator<undefined, BuiltList> {
  const rejected: RejectedWord[] = [];
  const count = entries.length;
  let added = 0;
  // A fresh instance has no list; the one beside it may have another.
  if (count + slot === 0) return { rejected, added };
  let units = 0;
  let patterns = count;
  for (let index = 0; index < count; index++) {
    const { text } = entries.at(index) as WordEntry;
    units += Math.min(text.length, LIMITS.wordUnits);
    if (MYANMAR.test(text) || text.includes('-')) patterns++;
  }
  if (kernel.listBegin(slot, patterns, units) !== 0) throw noMemory();
  let input = new Uint16Array(kernel.memory.buffer, INPUT, LIMITS.wordUnits);
  const add = ({ match = 'word', entry, list = 0, accents = 'auto', turkish }: WordEntry, text: string): number => {
    // Memory may have grown for the words before.
    if (input.length === 0) input = new Uint16Array(kernel.memory.buffer, INPUT, LIMITS.wordUnits);
    for (let i = 0; i < text.length; i++) input[i] = text.charCodeAt(i);
    return kernel.listAdd(entry, KINDS[match] | list << 2 | ACCENTS[accents] | (turkish ? TWO_I : 0), text.length);
  };
  const hyphened: WordEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const word = entries.at(index) as WordEntry;
    const { text } = word;
    if (text.length > LIMITS.wordUnits) {
      rejected.push({ index, why: 'too-long' });
      continue;
    }
    const answer = add(word, text);
    // Typed in Zawgyi, perhaps: then it is another word, and as good as the first.
    if (answer === 0 && MYANMAR.test(text) && kernel.listReads(text.length) !== 0) {
      add(word, text);
      kernel.listReads(0);
    }
    if (answer === 0) {
      added++;
      if (text.includes('-')) hyphened.push(word);
    } else rejected.push({ index, why: REASONS[answer as keyof typeof REASONS] });
  }
  // After all words: one that is listed with a space already stays what it is.
  for (const word of hyphened) add(word, word.text.replace(HYPHEN, '$1 '));
  for (let answer = added && 2; answer !== 0;) {
    answer = kernel.listBuild(slot);
    if (answer === 1) throw noMemory();
    if (answer !== 0) yield;
  }
  kernel.wipe();
  return { rejected, added };
}

/** The same in one step. @throws {SafetyError} limit-exceeded */
export function atOnce<T>(slices: Iterator<undefined, T>): T {
  for (;;) {
    const { done, value } = slices.next();
    if (done === true) return value;
  }
}

function noMemory(): SafetyError {
  return new SafetyError('limit-exceeded', 'There is no memory for this list.');
}
