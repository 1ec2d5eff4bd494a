import type { TrimmedPart } from './safety.ts';

// Lists come out of notes, chats, spreadsheets and web pages, with what those put around a word. A bullet or a full stop left on
// would make a word that no message holds, and nobody would be told. `\p{…}` is no matter of verdicts here: this runs where a
// person edits, not where a message is judged.

/** A line, or a part of one, as a word. */
export interface PastedWord {
  /** Never empty. */
  readonly text: string;
  /** What stood around it and was taken off. */
  readonly trimmed: readonly TrimmedPart[];
  /** Nothing but punctuation: a ruler, a bullet by itself. */
  readonly bare: boolean;
}

/** A dot by itself; a dash, a star or a number only with something behind it: `-ing`, `*nix` and `3.5` are words. */
const BULLET = /^(?:[\u2022\u2023\u25E6\u2043]\s*|(?:[-*\u2013\u2014\u25AA\u25CF\u25CB]|\d{1,6}[.)])\s+|\d{1,6} *\t+)(?=\S)/u;

/** As in CSV (RFC 4180): what stands inside is taken as it stands, two quotes for one. */
const LITERAL = /^"((?:[^"]|"")+)"$/u;
const QUOTED = /^(?:“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|‹([^‹›]+)›|「([^「」]+)」|『([^『』]+)』)$/u;

/** Between commas and semicolons, but those in quotes that a part begins with. */
const PART = /\s*(?:"(?:[^"]|"")*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|「[^「」]*」)[^,;\u060C\u061B\u3001\uFF0C\uFF1B]*|[^,;\u060C\u061B\u3001\uFF0C\uFF1B]+/gu;

/** What ends a sentence or parts a list, in several scripts. Brackets and signs do not: `:)`, `C++`, `f**`. */
const ENDING = /[.,;:!?\s\u2026\u3001\u3002\uFF01\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF61\u060C\u061B\u061F\u0964\u104A\u104B]/u;
const OPENING = /^[\u00A1\u00BF]+(?=\S{2})/u;
/** Shorter words keep their ending: `D:`, `X!`. */
const LEAST = 2;

/** Punctuation, and rulers of `=` or `~`. Pictures such as ‼ are none. */
const BARE = /^(?:(?!\p{Extended_Pictographic})[\p{P}\p{Sm}\p{Sk}\s])+$/u;

/** The words of one line, in order. @param parted by commas and semicolons. O(line) */
export function pastedWords(line: string, parted: boolean): readonly PastedWord[] {
  const whole = line.trim();
  const plain = whole.replace(BULLET, '');
  const [first = '', ...columns] = plain.split('\t');
  const around: TrimmedPart[] = [...(plain === whole ? [] : ['bullet' as const]), ...(columns.length === 0 ? [] : ['column' as const])];
  const parts = (parted ? first.match(PART) ?? [] : [first]).map((part) => part.trim()).filter((part) => part !== '');
  return parts.map((part, n) => readPart(part, n === 0 ? around : []));
}

/** How a word is written so that `pastedWords` gives it back from a line of its own. */
export function lineOf(word: string): string {
  // To the matcher a line break and a tab are spaces.
  const text = word.replace(/[\t\n\r\u2028\u2029]+/gu, ' ').trim();
  const [read] = pastedWords(text, false);
  return read === undefined || (!read.bare && read.text === text) ? text : `"${text.replace(/"/gu, '""')}"`;
}

function readPart(part: string, around: readonly TrimmedPart[]): PastedWord {
  const found = new Set(around);
  let text = part;
  const take = (what: TrimmedPart, rest: string | undefined): void => {
    if (rest === undefined || rest === text) return;
    text = rest;
    found.add(what);
  };
  take('punctuation', withoutEnding(text));
  const literal = LITERAL.exec(text)?.[1]?.replace(/""/gu, '"').trim();
  take('quotes', literal);
  if (literal === undefined) {
    take('quotes', QUOTED.exec(text)?.slice(1).find((inside) => inside !== undefined)?.trim());
    take('punctuation', withoutEnding(text));
    take('punctuation', text.replace(OPENING, ''));
  }
  return { text, trimmed: [...found], bare: text === '' || (literal === undefined && BARE.test(text)) };
}

/** A loop: a pattern for the end of a text is quadratic in long runs. */
function withoutEnding(text: string): string {
  let end = text.length;
  while (end > 0 && ENDING.test(text.charAt(end - 1))) end--;
  return end < LEAST ? text : text.slice(0, end);
}
