import type { HiddenWord, HowHidden, RejectedEntry, RejectedLine, TrimmedLine } from 'inward';

/** Words for what the package says in codes. */

export const WHY_REJECTED: Readonly<Record<RejectedLine['why'], string>> = {
  'empty': 'it has no visible character',
  'too-long': 'it is too long',
  'duplicate': 'it is on the list already',
  'list-full': 'the list is full',
  'expired': 'its last day is over',
  'note-too-long': 'its note is too long',
  'not-a-word': 'it is not a word of such a file',
  'only-punctuation': 'it is only punctuation',
};

const TRIMMED: Readonly<Record<TrimmedLine['what'][number], string>> = {
  bullet: 'what numbers or marks the line', column: 'what stands behind the tab', quotes: 'the quotes', punctuation: 'the punctuation around it',
};

/** A place that was left out, and why, as one sentence. */
export function rejectedCopy(rejected: RejectedLine | RejectedEntry): string {
  const place = 'line' in rejected ? `Line ${rejected.line.toLocaleString('en')}`
    : `${rejected.of === 'allow' ? 'Exception' : 'Entry'} ${rejected.entry.toLocaleString('en')}`;
  return `${place}: ${WHY_REJECTED[rejected.why]}.`;
}

export function trimmedCopy({ line, what }: TrimmedLine): string {
  return `Line ${line.toLocaleString('en')}: taken without ${what.map((part) => TRIMMED[part]).join(' and ')}.`;
}

const HOW: Readonly<Record<HowHidden, string>> = {
  'look-alike': 'letters that look alike',
  'leet': 'digits or signs for letters',
  'stretched': 'stretched letters',
  'separated': 'something between the letters',
  'one-space': 'a space inside the word',
  'masked': 'a mark over one letter',
  'glued': 'digits or lines glued on',
  'reversed': 'written backwards',
  'percent': 'letters written as % codes',
  'styled': 'letters in another style or with accents',
};

/** `undefined` where the word stands there as it was listed. Codes may be added later. */
export function howCopy(how: readonly HowHidden[]): string | undefined {
  if (how.length === 0) return undefined;
  return how.map((one) => (HOW as Readonly<Record<string, string>>)[one] ?? 'a disguise').join(', ');
}

export const MATCHES: Readonly<Record<NonNullable<HiddenWord['match']>, string>> = { word: 'whole word', prefix: 'start of a word', anywhere: 'anywhere' };
export const ACTIONS: Readonly<Record<NonNullable<HiddenWord['action']>, string>> = { hide: 'move to Hidden', cover: 'cover the text', count: 'only count' };
export const PLACES: Readonly<Record<NonNullable<HiddenWord['where']>, string>> = { all: 'chats and requests', chats: 'chats only', requests: 'requests only' };

/** `YYYY-MM-DD` of the last day on which a word acts, in the person's own time; empty where it has none. */
export function lastDay(until: number | undefined): string {
  if (until === undefined) return '';
  const day = new Date(until - 1);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
}

/** The first moment after that day; `undefined` for no day. */
export function afterDay(day: string): number | undefined {
  const [year, month, date] = day.split('-').map(Number);
  return year === undefined || month === undefined || date === undefined ? undefined : new Date(year, month - 1, date + 1).getTime();
}

/** Everything about a word that is not as usual, in one line. */
export function optionsCopy({ match = 'word', action = 'hide', where = 'all', until, note }: HiddenWord): string {
  const day = lastDay(until);
  return [
    match !== 'word' && MATCHES[match], action !== 'hide' && ACTIONS[action], where !== 'all' && PLACES[where], day !== '' && `until ${day}`, note !== undefined && note,
  ].filter((part) => part !== false && part !== '').join(' · ');
}

export function countCopy(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
