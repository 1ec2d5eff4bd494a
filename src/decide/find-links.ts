import { TOPS } from '../contract/linked-tops.ts';

/**
 * Finds what a messenger, or the phone under it, would make pressable: `scheme://…`, `mailto:` and its like, `www.…`, bare names
 * that end in a plausible top level domain, mail and IP addresses, names whose dots are disguised, telephone numbers. All
 * that linkify-it 6 finds, and more. Half-open UTF-16 ranges in order, not overlapping. Finding too much is harmless: a
 * range is only ever made inert or listed.
 *
 * One pass: no unit lies in two tokens, and what is looked at around a token is bounded or part of the link. O(n).
 */
export interface LinkRange {
  readonly start: number;
  readonly end: number;
  readonly phone?: true;
}

// A host is made of segments with dots between. A segment keeps to scripts that put spaces between words, or to those
// that do not ("ดูที่example.comนะ" is one host between two words). It takes what UTS #46 ignores, such as U+00AD and U+200B.
const DENSE = '[\\u0e00-\\u1dff\\u3005-\\ufe0e-]+';
const SEGMENT = `(?:[\\w@$+=^\`|~\\xad\\xc0-\\u060b\\u060d-\\u0dff\\u1e00-\\u1fff\\u200b-\\u200f\\u2060-\\u2064-]+(?:${DENSE})?|${DENSE})`;
/** Dots in brackets. */
export const BRACKETED = ' ?[[({] ?(?:\\.|dot) ?[\\])}] ?';
/** Dots apart or spelled out, and those that UTS #46 makes one. Sentences have them too: a usual end, or one more dot, must follow. */
export const APART = ' (?:\\.|dot) | \\.| ?[\\u3002\\uff0e\\uff61] ?';
const TOKEN = new RegExp(`\\[(?=[\\da-f.]{0,15}:)[\\da-f:.]{2,45}\\](?=[/:])|${SEGMENT}(?:(?:\\.|${BRACKETED}| dot (?=[a-z]{3})|(?:${APART})(?=(?:com|net|org|info|xyz|top|cn|io)(?![\\w-])|\\w+(?:/|\\.\\w)))(?!_)(${SEGMENT}))*`, 'gi');
/** Two letters are a country's, but for ends of file names. */
const TOP = RegExp(`^(?:(?:xn--[\\w-]+|(?!(?:js|ts|cs|go|db|oh|ok)(?![\\w-]))[a-z]{2}|${TOPS})(?![\\w-])|рф(?![\\u0370-\\u058f]))`, 'i');
/** Two letters behind a dot, of any script: in a request that is a name, whatever stands around it. */
const NAMED = /(?:[.\])}\u3002\uff0e\uff61]|dot) ?[\p{L}\p{M}]{2}/iu;
const SCHEME = /[a-z][a-z\d+.-]{1,31}$/i;
const AFTER_SCHEME = /[[(]?:[\])]?[/\\]{2}/y;
/** Those that need no slashes. */
const SHORT_SCHEME = /^(?:mailto|tel|sms(?:to)?|facetime(?:-audio)?|skype|bitcoin|geo|magnet|intent|market|tg|javascript|whatsapp)$/i;
/** Four numbers; as one number, or in hexadecimal, an address only with a path. */
export const ADDRESS = /^(?:\d{1,4}(?:\.(?!0\d)\d{1,3}){3}|\d{9,10}|0x[\da-fx.]+)(?![\w.\x80-\uffff-])/i;
/** Seven digits and more, with what people put between them. */
export const NUMBER = '[+(]?\\d(?:[ ./()-]{0,3}\\d){6,14}';
/** But for dates, thousands and fractions. */
const PHONE = RegExp(`(?!(?:\\d\\d?([./-])\\d\\d?\\1(?:\\d\\d){1,2}|\\d{4}([./-])\\d\\d?\\2\\d\\d?|\\d\\d?(?:\\.\\d{3})+|0\\.\\d+)(?![./-]?\\d))${NUMBER}(?![\\w@])`, 'y');
const CLOSING = /[.,;:!?'")\]}\u2019\u201d\u3002\xbb]/;
/** Host, or what is between the slashes, to the next space or quotation mark; then a path, to the next space. */
const REST = /[^\s\0-\x1f\x7f-\x9f<>"\u201c\uff5c/?#\\]*(?:[/?#\\][^\s\0-\x1f\x7f-\x9f<>\u201c\uff5c]*)?/y;

/** Full-width forms, digits of any script and dots that look like one, as they are in ASCII: a unit stays a unit. */
export function plainUnits(text: string): string {
  return text.replace(/[\uff0d\uff0f-\uff1a\uff21-\uff5a]|(?!\d)\p{Nd}/gu, (char) => {
    const unit = char.charCodeAt(0);
    // Digits begin at a multiple of 16, in the blocks of India and Sri Lanka six behind it (and in Limbu, whose are misread).
    return char[1] ? char : unit > 0xff00 ? String.fromCharCode(unit - 0xfee0) : `${(unit - (unit > 0x900 && unit < 0xe00 ? 6 : 0) & 15) % 10}`;
  }).replace(/[\u2024\ufe52]|(\w)[\u3002\uff0e\uff61](?=[a-z])/gi, '$1.');
}

/** Knows a top level domain: `isTop` of `suffixes.bin`. */
export type KnowsTop = (label: string) => boolean;

/**
 * @param tops who knows more top level domains than the most linked ones; `true`: whatever may be a name or a telephone
 * number in any messenger is one, as in requests, where too much does no harm
 */
export function findLinks(given: string, max = 256, tops?: KnowsTop | true): readonly LinkRange[] {
  const text = plainUnits(given);
  const found: LinkRange[] = [];
  TOKEN.lastIndex = 0;
  for (let token, floor = 0; found.length < max && (token = TOKEN.exec(text)) !== null;) {
    // Most words are nothing: no dot, no digit in front, no colon or bracket behind.
    if (token[1] === undefined && !/^\W?\d|^\[|^[^\0-\x7f]+\d/.test(token[0]) && !/[:[(]/.test(text[TOKEN.lastIndex] ?? '')) continue;
    const range = linkAt(text, token.index, TOKEN.lastIndex, floor, token[1], tops);
    if (range !== undefined) {
      found.push(range);
      // What stands behind a host's plausible end is looked at again, once: it is no host by itself.
      TOKEN.lastIndex = floor = range.end;
    }
  }
  return found;
}

/** What the token of so many units is, or is the beginning of. @param tail what stands behind its last dot */
function linkAt(text: string, from: number, to: number, floor: number, tail: string | undefined, tops: KnowsTop | true | undefined): LinkRange | undefined {
  const bare = text.slice(Math.max(0, from - 2), from);
  const next = text[to] ?? '';
  if (/[:[(]/.test(next)) {
    const scheme = SCHEME.exec(text.slice(from, to).slice(-33))?.[0] ?? '';
    AFTER_SCHEME.lastIndex = to;
    const slashes = AFTER_SCHEME.test(text) ? AFTER_SCHEME.lastIndex : next === ':' && SHORT_SCHEME.test(scheme) ? to + 1 : to;
    // Only then: a run of colons would otherwise be read to its end from every one of them.
    const end = scheme !== '' && slashes > to ? linkEnd(text, slashes) : 0;
    if (end > slashes) return { start: to - scheme.length, end };
  }
  const token = text.slice(from, to).replace(/^[$+=^`|-]+/, '');
  let start = to - token.length;
  const slash = /[/?#\\]/.test(next);
  const path = slash || (next === ':' && /\d/.test(text[to + 1] ?? ''));
  const at = token.indexOf('@');
  let end = token[0] === '[' ? to : 0;
  const numbers = ADDRESS.exec(token)?.[0].length ?? 0;
  if (numbers && (tail === undefined ? slash : path || tops === true || numbers > 8)) end = start + numbers;
  // Nothing but a dot before the first dot.
  if (tail !== undefined && !/^[ .[({]/.test(token)) {
    const top = TOP.exec(tail)?.[0].length ?? 0;
    // In a request, whatever stands around it; else in lower case, for `Yes.How` is a sentence.
    const named = tops === true ? NAMED.test(token) : tops?.(tail);
    if (named || at > 0 || bare === '//' || /^www\./i.test(token) || (slash && /^[a-z]{2,}$/i.test(tail))) end = to;
    else if (top > 2 || (top > 0 && at !== 0 && !/[\w.~-]\/$/.test(bare))) end = to - tail.length + top;
  }
  if (end > 0) return { start: bare === '//' ? from - 2 : start, end: end === to && path ? linkEnd(text, to) : end };
  // Behind letters of a script that is written into it, or an abbreviation; it may begin with the bracket or the plus before it.
  start += /^[^\d+]*[^a-z\d]/i.exec(token)?.[0].length ?? 0;
  if (/[(+]/.test(text[start - 1] ?? '')) start--;
  PHONE.lastIndex = start;
  return start >= floor && !/[\w/#]/.test(text[start - 1] ?? '') && PHONE.test(text) && (tops === true || !/^\d{7,8}$/.test(text.slice(start, PHONE.lastIndex))) ? { start, end: PHONE.lastIndex, phone: true } : undefined;
}

/** Without the punctuation that closes a sentence, or a bracket that was opened before. */
function linkEnd(text: string, from: number): number {
  REST.lastIndex = from;
  let end = from + (REST.exec(text)?.[0].length ?? 0);
  const opened = text.slice(from, end).includes('(');
  while (end > from && CLOSING.test(text[end - 1] as string) && !(opened && text[end - 1] === ')')) end--;
  return end;
}
