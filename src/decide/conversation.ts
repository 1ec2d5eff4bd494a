import type { ThreadModel } from '../contract/thread-model.ts';
import type { NoticeLevel } from '../contract/verdict.ts';

/** What decides which number stands for what. */
export type CueForm = Pick<ThreadModel, 'concepts' | 'levels'>;

/** What a message's score is read for. */
export interface Judged {
  readonly concepts: readonly { readonly concept: number }[];
  readonly shares: readonly number[];
  readonly hasLink: boolean;
  readonly hasLongNumber: boolean;
}

/** Classes that are no family: `ham` and `spam`. */
const HONEST = 2;
const CUES_MOST = 24;
/** A strong message that names more than so many reasons is told of whatever was said before. */
const PLAIN_FACTS = 3;
/** A greeting says no more. */
const OPENING_CUES = 2;

/** Number of cues there are. */
export function cueCount({ concepts, levels }: CueForm, classes: number): number {
  return concepts + classes * levels.length + 2;
}

/** What of a message is remembered: at most `CUES_MOST` numbers; none where nothing was judged. */
export function cuesOf({ concepts, shares, hasLink, hasLongNumber }: Judged, { concepts: first, levels }: CueForm): readonly number[] {
  if (shares.length === 0) return [];
  const behind = first + shares.length * levels.length;
  const cues = [...hasLink ? [behind] : [], ...hasLongNumber ? [behind + 1] : []];
  // Of the honest class, that it lacks.
  shares.forEach((share, index) => levels.forEach((level, n) => {
    if ((index ? share : 1 - share) >= level) cues.push(first + index * levels.length + n);
  }));
  cues.push(...concepts.map(({ concept }) => concept));
  return cues.slice(0, CUES_MOST);
}

/**
 * The family that a message's notice names: of its own and of those that messages before it had a share of, the one with the highest level; of several the one that came
 * last. A message by itself has its own. A share below the second level names nothing.
 * @param own of the message, `null` where none is clear
 * @param now its cues @param before of earlier messages, in the order in which they first came @param classes of the model, the honest ones first
 */
export function familyIn<Family extends string>(own: Family | null, now: readonly number[], before: readonly number[], { concepts: first, levels }: CueForm, classes: readonly string[]): Family | null {
  const shares = (cues: readonly number[]): readonly { readonly family: string | undefined; readonly level: number }[] => cues
    .map((cue) => ({ index: Math.floor((cue - first) / levels.length), level: (cue - first) % levels.length }))
    .filter(({ index }) => index >= HONEST && index < classes.length).map(({ index, level }) => ({ family: classes[index], level }));
  const said = [...shares(before), ...shares(now).filter(({ family }) => family === own)].filter(({ level }) => level > 0);
  const highest = Math.max(...said.map(({ level }) => level));
  return (said.filter(({ level }) => level === highest).at(-1)?.family ?? own) as Family | null;
}

/** How much a conversation resembles known scams after this message. O(cues × units). */
export function evidence(now: readonly number[], before: readonly number[], { weights, step, bias, out }: ThreadModel): number {
  const width = bias.length;
  const half = weights.length / width / 2;
  const sums = [...bias];
  for (const row of [...now, ...before.map((cue) => cue + half)]) {
    sums.forEach((sum, unit) => { sums[unit] = sum + (weights.charCodeAt(row * width + unit) - 80) * step; });
  }
  return out.reduce((total, weight, unit) => total + weight * Math.max(sums[unit] as number, 0), sums[width - 1] as number);
}

/** What a message deserves by itself, and what it is told of for. */
export interface Alone {
  readonly level: 'none' | NoticeLevel;
  /** It has a link or a long number. */
  readonly leads: boolean;
  /** How many reasons it names. */
  readonly facts: number;
  /** One of them has advice of its own: it asks for a code, a secret or gift cards, to install something, or threatens. */
  readonly asks: boolean;
}

/**
 * What a message deserves, by the cues of those before it. The conversation decides, and not yet is no notice; but not about what is plain, and a
 * message at the beginning that leads somewhere, or asks for what is gone once it is given, may be all there is.
 * @param now its cues
 * @param model absent: each message is judged by itself
 */
export function inConversation({ level, leads, facts, asks }: Alone, now: readonly number[], model: ThreadModel | undefined): (before?: readonly number[]) => Alone['level'] {
  return (before) => {
    const opens = before !== undefined && before.length <= OPENING_CUES;
    const isStrong = level === 'strong';
    if (!model || (isStrong && (leads || facts > PLAIN_FACTS || (opens && asks))) || (level !== 'none' && leads && opens)) return level;
    return now.length === 0 || evidence(now, before ?? [], model) < model.point ? 'none' : isStrong ? level : 'tip';
  };
}
