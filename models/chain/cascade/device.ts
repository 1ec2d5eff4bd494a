// What a person's device does about a message: the rule and the notice desk that ship, fed with what the simulator lets arrive.

import { CHAIN_LEAST_UNITS, isLongForChain } from '../../../src/contract/chain.ts';
import type { Relationship } from '../../../src/contract/message.ts';
import { chainFound, CHAIN_RULE, countSources, type Arrival } from '../../../src/decide/chain.ts';
import type { Candidate } from '../../../src/decide/notices/candidate.ts';
import { grantNotice } from '../../../src/decide/notices/desk.ts';
import { NO_CONVERSATION, NO_PERSON, type ConversationMemory, type PersonMemory } from '../../../src/decide/notices/memory.ts';
import type { Versions } from './versions.ts';

/** The card as the notice desk hears of it: never more than a tip, whose evidence is that copies came. No answer is simulated that would silence its reasons. */
export const CHAIN_CARD: Candidate = { kind: 'chain', level: 'tip', reasons: [], groups: ['copies'] };

/** How a copy came. */
export interface Copy {
  readonly text: number;
  readonly version: number;
  readonly hops: number;
  /** Names as a device would hash them. */
  readonly conversation: string;
  readonly sender: string;
  readonly relationship: Relationship;
}

/** Milliseconds since 1970 of the first minute: a Sunday morning in September 2017. Nothing depends on it but that it is a time. */
const EPOCH = Date.UTC(2017, 8, 3, 1, 30);
const MINUTE = 60_000;

/** A text as long as a chain letter: what it says is not simulated. */
const LONG = 'x'.repeat(CHAIN_LEAST_UNITS);

export interface Device {
  /** Whether the message gets a card when it comes, and why. At most one notice a message, as the desk grants them. */
  see(copy: Copy, minute: number): 'copies' | 'hops' | undefined;
}

/**
 * @param texts versions of each text: what is near to what
 * @param spentAt minute at which another tip took the week's place; `undefined`: none did
 */
export function createDevice(texts: readonly Versions[], spentAt?: number): Device {
  const arrivals: (Arrival & { readonly version: number })[][] = texts.map(() => []);
  const conversations = new Map<string, ConversationMemory>();
  let person: PersonMemory = NO_PERSON;
  if (spentAt !== undefined) {
    const time = timeOf(spentAt);
    person = { ...NO_PERSON, latest: time, shown: [time], tips: [time] };
  }
  return {
    see({ text, version, hops, conversation, sender, relationship }, minute) {
      if (!isLongForChain({ message: { text: LONG, forwardHops: hops }, context: { relationship } })) return undefined;
      const at = timeOf(minute);
      const held = arrivals[text] as (typeof arrivals)[number];
      const versions = texts[text] as Versions;
      const arrival = { conversation, sender, at, version };
      // Older ones count for nothing: left out here, for there are many.
      const near = held.filter((one) => at - one.at <= CHAIN_RULE.windowMs && versions.areNear(one.version, version));
      held.push(arrival);
      // So few messages are not more sides than messages: not counted, for that is most of them.
      const sources = near.length + 1 < CHAIN_RULE.sources ? near.length + 1 : countSources([...near, arrival], at);
      const found = chainFound(sources, hops, relationship === 'stranger');
      if (!found) return undefined;
      const granted = grantNotice([CHAIN_CARD], conversations.get(conversation) ?? NO_CONVERSATION, person, at);
      if (!granted) return undefined;
      conversations.set(conversation, granted.conversation);
      person = granted.person;
      return found.because;
    },
  };
}

function timeOf(minute: number): number {
  return EPOCH + Math.round(minute * MINUTE);
}
