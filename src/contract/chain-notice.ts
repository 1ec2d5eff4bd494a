import { CHAIN_HOPS, type ChainFound } from './chain.ts';
import { noticeId } from './notice-id.ts';
import type { ChainReason, Notice, NoticeAction } from './verdict.ts';

/** Of a message that is one of a chain: check before it is believed or passed on. */
export const CHAIN_ACTIONS: readonly NoticeAction[] = ['check-first', 'report', 'learn-more', 'keep-chatting', 'dismiss'];
/** The same of somebody the person does not know. */
export const MASS_ACTIONS: readonly NoticeAction[] = ['check-first', 'report', 'block', 'learn-more', 'keep-chatting', 'dismiss'];

/** That a message is one of a chain: what this device counted, and nothing of what the message says. Never more than a tip: most that is passed on is meant well. */
export function chainNotice(conversationId: string, messageId: string, { because, hops, mass }: Pick<ChainFound, 'because' | 'hops' | 'mass'>): Notice {
  // "Not helpful" is about the first: whoever writes a high counter must not silence what was counted.
  const facts: readonly (readonly [boolean, ChainReason])[] = [[because === 'copies', 'several-copies'], [hops >= CHAIN_HOPS, 'passed-on-often'], [mass, 'mass-message']];
  return {
    id: noticeId(conversationId, messageId, 'chain'), kind: 'chain', level: 'tip', reasons: facts.flatMap(([holds, reason]) => (holds ? [reason] : [])), where: [],
    actions: mass ? MASS_ACTIONS : CHAIN_ACTIONS,
  };
}
