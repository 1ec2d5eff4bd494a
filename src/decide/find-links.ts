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
export const APART = ' (?:\\.|dot) | ?[\\u3002\\uff0e\\uff61] ?';
const TOKEN = new RegExp(`\\[(?=[\\da-f.]{0,15}:)[\\da-f:.]{2,45}\\](?=[/:])|${SEGMENT}(?:(?:\\.|${BRACKETED}|(?:${APART})(?=(?:com|net|org|info|xyz|cn)(?![\\w-])|\\w+[./\\u3002]))(?!_)(${SEGMENT}))*`, 'gi');
/** Two letters are a country's, but for ends of file names; of the longer ones, those most linked (Verisign, 2025). */
const TOP = /^(?:(?:xn--[\w-]+|(?!(?:js|ts|cs|go|db|vb|hs|qt|oh|ah|ex|ok)(?![\w-]))[a-z]{2}|com|net|org|info|biz|edu|gov|mil|int|name|pro|mobi|asia|aero|coop|museum|web|xxx|tel|xyz|top|shop|online|site|club|live|app|dev|link|click|vip|icu|work|store|tech|fun|space|website|host|cloud|digital|blog|news|today|world|group|win|bid|loan|date|cyou|sbs|cfd|bond|lol|pics|page|zip|mov|money|finance|bank|game|games|bet|casino|chat|help|support|email|services|market|life|quest|rest|buzz|monster|media)(?![\w-])|(?:рф|укр|бг|срб|мкд|қаз|бел|мон|ไทย|中国|中國|香港|台灣|台湾|网络|公司|网址|한국|भारत|ελ)(?![\u0370-\u058f]))/i;
const SCHEME = /[a-z][a-z\d+.-]{1,31}$/i;
const AFTER_SCHEME = /[[(]?:[\])]?[/\\]{2}/y;
/** Those that need no slashes. */
const SHORT_SCHEME = /^(?:mailto|tel|sms|geo|magnet|intent|market|tg|javascript|whatsapp)$/i;
/** Four numbers; as one number, or in hexadecimal, an address only with a path. */
export const ADDRESS = /^(?:\d{1,4}(?:\.(?!0\d)\d{1,3}){3}|\d{9,10}|0x[\da-fx.]+)(?![\w.\x80-\uffff-])/i;
/** With `+` or a trunk 0, in the groups of North America, in one run as India and China write them. No date, no fraction. */
const PHONE = /(?!\d\d?([./-])\d\d?\1\d{4}(?!\d)|0\.)(?:(?:\+|\(?0)(?:[ ./()-]{0,2}\d){8,14}|(?:1[ .-])?\(?\d{3}\)?[ .-]{0,2}\d{3}[ .-]\d{4}|[2-9]\d{4} ?\d{5}|1\d{10})(?![\w:@])/y;
const CLOSING = /[.,;:!?'")\]}\u2019\u201d\u3002\xbb]/;
/** Host, or what is between the slashes, to the next space or quotation mark; then a path, to the next space. */
const REST = /[^\s\0-\x1f\x7f-\x9f<>"\u201c\uff5c/?#\\]*(?:[/?#\\][^\s\0-\x1f\x7f-\x9f<>\u201c\uff5c]*)?/y;

export function findLinks(text: string, max = 256): readonly LinkRange[] {
  const found: LinkRange[] = [];
  TOKEN.lastIndex = 0;
  for (let token, floor = 0; found.length < max && (token = TOKEN.exec(text)) !== null;) {
    // Most words are nothing: no dot, no digit in front, no colon or bracket behind.
    if (token[1] === undefined && !/^\W?\d|^\[/.test(token[0]) && !/[:[(]/.test(text[TOKEN.lastIndex] ?? '')) continue;
    const range = linkAt(text, token.index, TOKEN.lastIndex, floor, token[1]);
    if (range !== undefined) {
      found.push(range);
      // What stands behind a host's plausible end is looked at again, once: it is no host by itself.
      TOKEN.lastIndex = floor = range.end;
    }
  }
  return found;
}

/** What the token of so many units is, or is the beginning of. @param tail what stands behind its last dot */
function linkAt(text: string, from: number, to: number, floor: number, tail: string | undefined): LinkRange | undefined {
  const bare = text.slice(Math.max(0, from - 2), from);
  const next = text[to] ?? '';
  if (/[:[(]/.test(next)) {
    const scheme = SCHEME.exec(text.slice(Math.max(from, to - 33), to))?.[0] ?? '';
    AFTER_SCHEME.lastIndex = to;
    const slashes = AFTER_SCHEME.test(text) ? AFTER_SCHEME.lastIndex : next === ':' && SHORT_SCHEME.test(scheme) ? to + 1 : to;
    // Only then: a run of colons would otherwise be read to its end from every one of them.
    const end = scheme !== '' && slashes > to ? linkEnd(text, slashes) : 0;
    if (end > slashes) return { start: to - scheme.length, end };
  }
  let start = from;
  while (start < to && /[$+=^`|-]/.test(text[start] as string)) start++;
  const token = text.slice(start, to);
  const slash = /[/?#\\]/.test(next);
  const path = slash || (next === ':' && /\d/.test(text[to + 1] ?? ''));
  const at = token.indexOf('@');
  let end = token[0] === '[' ? to : 0;
  const numbers = ADDRESS.exec(token)?.[0].length ?? 0;
  if (numbers > 0 && (tail === undefined ? slash : path || numbers > 8)) end = start + numbers;
  // Nothing but a dot before the first dot.
  if (tail !== undefined && !/^[ .[({]/.test(token)) {
    const top = TOP.exec(tail)?.[0].length ?? 0;
    if (at > 0 || bare === '//' || /^www\./i.test(token) || (slash && /^[a-z]{2,}$/i.test(tail))) end = to;
    else if (top > 2 || (top > 0 && at !== 0 && !/[\w.~-]\/$/.test(bare))) end = to - tail.length + top;
  }
  if (end > 0) return { start: bare === '//' ? from - 2 : start, end: end === to && path ? linkEnd(text, to) : end };
  // A number may begin with the bracket or the plus before it.
  PHONE.lastIndex = /[(+]/.test(text[start - 1] ?? '') ? --start : start;
  return start >= floor && !/[\w.,/#:]/.test(text[start - 1] ?? '') && PHONE.test(text) ? { start, end: PHONE.lastIndex, phone: true } : undefined;
}

/** Without the punctuation that closes a sentence, or a bracket that was opened before. */
function linkEnd(text: string, from: number): number {
  REST.lastIndex = from;
  let end = from + (REST.exec(text)?.[0].length ?? 0);
  const opened = text.slice(from, end).includes('(');
  while (end > from && CLOSING.test(text[end - 1] as string) && !(opened && text[end - 1] === ')')) end--;
  return end;
}
