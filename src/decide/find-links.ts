/**
 * Finds what a messenger would turn into a link: `scheme://…`, `www.…`, and bare names that end in a plausible top
 * level domain. Half-open UTF-16 ranges in order, not overlapping. One pass, each unit looked at a fixed number of
 * times; no allocation but the result. Finding too much is harmless: a range is only ever made inert or listed.
 */
export interface LinkRange {
  readonly start: number;
  readonly end: number;
}

/** Two-letter names are country codes and always plausible; of the longer ones, those most linked (Verisign, 2025). */
const LONG_TLDS: ReadonlySet<string> = new Set((
  'com net org info biz edu gov mil int name pro mobi asia tel travel jobs xyz top shop online site club live app dev link '
  + 'click vip icu work store tech fun space website press host cloud digital blog news today world group win bid loan men date '
  + 'stream party review trade cyou sbs cfd bond lol pics page zip mov money finance bank insure game games bet casino chat '
  + 'help support email services center market company life love one best new now web quest rest buzz monster guru media agency'
).split(' '));
const IDN_TLDS: ReadonlySet<string> = new Set(['рф', 'укр', 'бг', 'срб', 'мкд', 'қаз', 'бел', 'мон', 'ไทย', '中国', '中國', '香港', '台灣', '台湾', '网络', '公司', '网址', '한국', 'भारत', 'ελ']);
/** Longest host that is looked at for a top level domain (RFC 1035 §2.3.4: 253 octets). */
const HOST_UNITS = 253;

export function findLinks(text: string, from = 0, to: number = text.length, max = 256): readonly LinkRange[] {
  const found: LinkRange[] = [];
  let floor = from;
  for (let at = from; at < to && found.length < max;) {
    const unit = text.charCodeAt(at);
    let range: LinkRange | undefined;
    let resume = at + 1;
    if (unit === 0x3a && text.charCodeAt(at + 1) === 0x2f && text.charCodeAt(at + 2) === 0x2f) {
      range = schemeLink(text, floor, at, to);
    } else if (unit === 0x2e) {
      const start = hostStart(text, floor, at);
      const end = hostEnd(text, at, to);
      // A host in front of "://" is the scheme's, read when the scan arrives there.
      const isScheme = text.startsWith('://', end);
      range = isScheme ? undefined : hostLink(text, start, end, to);
      resume = end;
      if (range === undefined && !isScheme) floor = end;
    }
    if (range !== undefined) {
      found.push(range);
      resume = floor = range.end;
    }
    at = Math.max(resume, at + 1);
  }
  return found;
}

function schemeLink(text: string, floor: number, colon: number, to: number): LinkRange | undefined {
  let start = colon;
  while (start > floor && colon - start < 32 && isSchemeUnit(text.charCodeAt(start - 1))) start--;
  while (start < colon && !isAsciiLetter(text.charCodeAt(start))) start++;
  // Before the end is looked for: a run of "://" would otherwise be read to its end from every place in it.
  if (start === colon) return undefined;
  const end = linkEnd(text, colon + 3, to);
  return end <= colon + 3 ? undefined : { start, end };
}

function hostLink(text: string, start: number, end: number, to: number): LinkRange | undefined {
  while (end > start && isHostEdge(text.charCodeAt(end - 1))) end--;
  while (start < end && isHostEdge(text.charCodeAt(start))) start++;
  const dot = text.lastIndexOf('.', end - 1);
  if (dot <= start || end - start > HOST_UNITS * 4) return undefined;
  const next = end < to ? text.charCodeAt(end) : 0;
  const hasPath = next === 0x2f || next === 0x3f || next === 0x23 || (next === 0x3a && isDigit(text.charCodeAt(end + 1)));
  const www = lowerAscii(text.slice(start, start + 4)) === 'www.' && dot > start + 3;
  if (!www && !plausibleTail(text.slice(dot + 1, end), hasPath)) return undefined;
  return { start, end: hasPath ? linkEnd(text, end, to) : end };
}

function plausibleTail(tail: string, hasPath: boolean): boolean {
  if (tail.length > 63) return false;
  const lower = lowerAscii(tail);
  if (lower.startsWith('xn--') || IDN_TLDS.has(lower)) return true;
  let digits = 0;
  for (let at = 0; at < lower.length; at++) {
    const unit = lower.charCodeAt(at);
    if (isDigit(unit)) digits++;
    else if (!isAsciiLetter(unit)) return false;
  }
  // Digits stand last in addresses of four numbers only; without a path those are as often versions and dates.
  if (digits > 0 || lower.length < 2) return hasPath && digits === lower.length;
  return lower.length === 2 || hasPath || LONG_TLDS.has(lower);
}

function hostStart(text: string, floor: number, dot: number): number {
  let start = dot;
  while (start > floor && isHostUnit(text.charCodeAt(start - 1)) && !changesScript(text, start)) start--;
  return start;
}

function hostEnd(text: string, dot: number, to: number): number {
  let end = dot + 1;
  while (end < to && isHostUnit(text.charCodeAt(end)) && !changesScript(text, end)) end++;
  return end;
}

/** Scripts without spaces run straight into an ASCII name ("…example.comนะ"): the host ends where they meet. */
function changesScript(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return (before < 0x80 && before !== 0x2e && after >= 0x530) || (after < 0x80 && after !== 0x2e && before >= 0x530);
}

/** To the next space, control, bracket or quotation mark, without the punctuation that closes a sentence. */
function linkEnd(text: string, from: number, to: number): number {
  let end = from;
  let opened = 0;
  for (; end < to; end++) {
    const unit = text.charCodeAt(end);
    if (isStop(unit)) break;
    if (unit === 0x28) opened++;
  }
  for (; end > from; end--) {
    const unit = text.charCodeAt(end - 1);
    if (unit === 0x29 && opened > 0) break;
    if (!isClosing(unit)) break;
  }
  return end;
}

/** Host characters: ASCII letters, digits, `.`, `-`, `_`, `@` (a mail address is a link too), and letters past ASCII. */
function isHostUnit(unit: number): boolean {
  if (unit < 0x80) return isAsciiLetter(unit) || isDigit(unit) || unit === 0x2e || unit === 0x2d || unit === 0x5f || unit === 0x40;
  return unit >= 0xb7 && !isStop(unit) && !(unit >= 0x2010 && unit <= 0x206f) && !(unit >= 0x3001 && unit <= 0x3020) && !(unit >= 0xff00 && unit <= 0xff0f);
}

function isHostEdge(unit: number): boolean {
  return unit === 0x2e || unit === 0x2d || unit === 0x5f || unit === 0x40;
}

function isSchemeUnit(unit: number): boolean {
  return isAsciiLetter(unit) || isDigit(unit) || unit === 0x2b || unit === 0x2d || unit === 0x2e;
}

function isStop(unit: number): boolean {
  return unit <= 0x20 || unit === 0x22 || unit === 0x3c || unit === 0x3e || unit === 0x5c || unit === 0x60 || unit === 0x7f
    || unit === 0x85 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x2028 || unit === 0x2029
    || unit === 0x201c || unit === 0x201d || unit === 0x3000 || unit === 0xfffc;
}

function isClosing(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0x3b || unit === 0x3a || unit === 0x21 || unit === 0x3f || unit === 0x27
    || unit === 0x29 || unit === 0x5d || unit === 0x7d || unit === 0x2a || unit === 0x7e || unit === 0x3002 || unit === 0xff0c
    || unit === 0x2019 || unit === 0xbb || unit === 0x104b || unit === 0x104a;
}

function isAsciiLetter(unit: number): boolean {
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** ASCII only: locale case functions do not occur in worker rooms. */
export function lowerAscii(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    out += String.fromCharCode(unit >= 0x41 && unit <= 0x5a ? unit + 32 : unit);
  }
  return out;
}
