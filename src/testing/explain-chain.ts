import { CHAIN_HOPS, CHAIN_LEAST_UNITS, isLongForChain, mayBeChain } from '../contract/chain.ts';
import { chainNotice } from '../contract/chain-notice.ts';
import { deliver } from '../contract/delivery.ts';
import { plainHops } from '../contract/forwarding.ts';
import type { Context, Message } from '../contract/message.ts';
import { seesChains } from '../contract/required-assets.ts';
import type { Settings } from '../contract/settings.ts';
import type { ReasonCode } from '../contract/verdict.ts';

/**
 * Why near-copies of a message are not looked for: chain messages or all notices are switched off; it is the person's own; it is denied; its text is short, or there is none;
 * a contact wrote it and did not pass it on. The first that holds. Codes are only ever added.
 */
export type ChainUnlooked = 'off' | 'own' | 'denied' | 'short' | 'contact';

/** What a message can be told to be of a chain by itself. What others sent is not looked up: the sketches stay where they are. */
export interface ChainExplanation {
  /** `tip`: its hop counter alone deserves the card. */
  readonly level: 'none' | 'tip';
  /** Of that card, as `Notice.reasons`. */
  readonly reasons: readonly ReasonCode[];
  /** `looked-for`: with near-copies of two more sides within a day it deserves the card too, `several-copies`. Else why none are looked for. */
  readonly copies: 'looked-for' | ChainUnlooked;
}

/** Pure. The message and its context are checked before. O(1) */
export function explainChain(message: Message, context: Context, settings: Settings): ChainExplanation {
  const hops = plainHops(message.forwardHops);
  const row = deliver(context, message, settings);
  const item = { message: { ...message, forwardHops: hops }, context, row, mode: 'live' } as const;
  const isOff = !seesChains(settings);
  const byHops = !isOff && hops >= CHAIN_HOPS && mayBeChain(item);
  const told = byHops ? chainNotice(message.conversationId, message.id, { because: 'hops', hops, mass: row.isStranger }) : undefined;
  return { level: told?.level === 'tip' ? 'tip' : 'none', reasons: told?.reasons ?? [], copies: isOff ? 'off' : unlooked(item) ?? 'looked-for' };
}

function unlooked(item: Parameters<typeof mayBeChain>[0]): ChainUnlooked | undefined {
  const { message: { direction, text = '' }, context, row } = item;
  if (direction === 'outgoing' || context.relationship === 'self') return 'own';
  if (row.delivery === 'denied') return 'denied';
  if (text.length < CHAIN_LEAST_UNITS) return 'short';
  return isLongForChain(item) ? undefined : 'contact';
}
