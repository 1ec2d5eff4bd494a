import type { HintFacts } from '../contract/contact-facts.ts';
import { HINT_BUCKETS } from '../contract/hints.ts';
import { hashOf } from '../contract/list-hash.ts';
import type { AskedContact, ContactTables } from '../contract/notices.ts';

// How a new thread went so far: whose its first messages were, in the order in which they came, and which kinds of cue were in them.

/** One number a message: 32 × the 16 bits that stand for its id, 16 where the person wrote it, and bits of the kinds of cue in it. Below zero: a message that is gone. */
export type Talk = readonly number[];

/** Messages of either side that are counted. A thread that has more is no new one, and is not judged. */
export const TALK_MOST = 48;
const MINE = 16;
/** Kinds of cue: one bit each. */
const KINDS = 15;
/** In place of a first message of theirs that was forgotten: nobody knows who began. */
const BEGAN = -16;
/** In place of what came before the count, and of a message of the person's that was forgotten: nobody knows who answers. */
const ANSWERS = -32;

const placeOf = (talk: Talk, id: string): number => talk.findIndex((one) => one >> 5 === markOf(id));

/**
 * With this message, once; the same list where nothing is to be counted. What an edit says stands in place of what the message said; else a cue that was seen stays.
 * @param isKnown there was something before: what begins now is not the thread
 */
export function talked(talk: Talk, id: string, revision: number, { mine, begins, uncounted, late, cues = 0 }: AskedContact, isKnown = false): Talk {
  if (uncounted) return talk;
  const place = placeOf(talk, id);
  const had = talk[place];
  const one = markOf(id) << 5 | (mine ? MINE : 0) | cues;
  if (had === undefined) return (begins || talk.length > 0) && talk.length < TALK_MOST ? [...talk.length === 0 && (late || isKnown) ? [ANSWERS] : talk, one] : talk;
  // Whose it was is never changed: ids that are not told apart must not turn an answer of the person into theirs.
  const next = (revision > 0 ? had & ~KINDS : had) | cues;
  return next === had || (had & MINE) > 0 ? talk : talk.map((other, n) => (n === place ? next : other));
}

/** Whose the messages were, and no longer what was in them. */
export function withoutCues(talk: Talk): Talk {
  return talk.map((one) => one & ~KINDS);
}

/** Up to this message, as it was when that came; `undefined`: it was not counted. */
export function talkUntil(talk: Talk, id: string): Talk | undefined {
  const place = placeOf(talk, id);
  return place < 0 ? undefined : talk.slice(0, place + 1);
}

export function talkWithout(talk: Talk, id: string): Talk {
  const place = placeOf(talk, id);
  if (place < 0) return talk;
  const rest = talk.flatMap((one, n) => (n === place ? one & MINE ? ANSWERS : n > 0 ? [] : BEGAN : one));
  return rest.some((one) => one >= 0) ? rest : [];
}

/**
 * The vector with what this device counted, and with what the hint says; for each the byte of its bucket in `CONTACT_SIGNALS`. An app may never hand in what the
 * person writes. So that nobody answered is only known of who was not accepted, and where an answer was ever seen.
 * @param talk up to the message; absent in groups
 */
export function withCounts({ vector, begins, cues }: AskedContact, talk: Talk | undefined, { initiator, hint: first, unanswered, reciprocity, cues: firstCue }: ContactTables['places'], hint: HintFacts | undefined): readonly number[] {
  const filled = [...vector];
  (['newMinors', 'strangers', 'acceptRatio'] as const).forEach((name, n) => { filled[first + n] = (HINT_BUCKETS[name] as readonly unknown[]).indexOf(hint?.[name]) + 1; });
  // Where nothing is counted a message speaks for itself.
  const messages = talk ?? [cues ?? 0];
  for (let kind = 0; cues !== undefined && kind < 4; kind++) filled[firstCue + kind] = 1 + Math.min(2, messages.filter((one) => one >> kind & 1).length);
  if (!talk) return filled;
  const sides = talk.filter((one) => one >= 0).map((one) => one & MINE);
  const mine = sides.filter(Boolean).length;
  const [start = BEGAN] = talk;
  if (start >= 0) filled[initiator] = start & MINE ? 1 : 2;
  if ((mine > 0 || begins) && !talk.includes(ANSWERS)) {
    const waiting = sides.length - 1 - sides.lastIndexOf(MINE);
    filled[unanswered] = 1 + [1, 2, 4, 8].filter((from) => waiting >= from).length;
    filled[reciprocity] = mine === 0 ? 3 : mine / sides.length < 0.25 ? 2 : 1;
  }
  return filled;
}

/**
 * Sixteen bits: one in thousands of other messages has the same, counts with it as one, and takes a cue or two along. The hash is public: who picks the ids of their messages can write many that count as
 * one, and so look as if they waited for fewer answers; whose a message was, and a cue that was seen, no id takes back.
 */
export function markOf(id: string): number {
  const hash = hashOf(id);
  return (hash ^ (hash >>> 16)) & 0xffff;
}
