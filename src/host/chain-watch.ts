import { CHAIN_HOPS, isLongForChain, mayBeChain, type ChainFound, type ChainItem } from '../contract/chain.ts';
import { chainNotice } from '../contract/chain-notice.ts';
import type { ForgetTarget, ScreenItem } from '../contract/engine.ts';
import { codeOf, createChainDesk, type ChainDeskOptions, type ChainSeen } from './chain-desk.ts';
import type { Waiting } from './turns.ts';

/** Chain messages seen from the screening of messages. */
export interface ChainWatch {
  /**
   * The items, those of chains with their notices. Never rejects: what was not looked at says so.
   * @param from who wrote each: which the chain worker is told, and the text worker is not
   */
  see(items: readonly ScreenItem[], from: readonly Pick<Waiting, 'peer'>[]): Promise<readonly ScreenItem[]>;
  /** @throws {SafetyError} asset-unavailable, store-failed; for a message also what the engine says */
  forget(what: ForgetTarget): Promise<void>;
  /** Ends what runs. The next message starts with what is stored then. */
  end(): Promise<void>;
  /** An engine of its own, which whoever asked for it ends: a report's has another secret than the one that watches. */
  readonly open: ChainDeskOptions['open'];
}

export type ChainTools = Pick<ChainDeskOptions, 'records' | 'tabs' | 'deadlineMs'>;

export function createChainWatch(tools: ChainTools, { open, inTime }: Pick<ChainDeskOptions, 'open' | 'inTime'>): ChainWatch {
  const { see, forget, end } = createChainDesk({ ...tools, open, inTime });
  return {
    async see(items, from) {
      const asked = items.flatMap((item, n) => (mayBeChain(item) && (isLongForChain(item) || item.message.revision) ? [{ item, peer: from[n]?.peer }] : []));
      const seen = await inTime(see(asked.map(({ item, peer }) => told(item, peer))))
        // What is known without the worker is said all the same.
        .catch((error: unknown): ChainSeen[] => asked.map(() => ({ code: codeOf(error) })));
      const seenOf = new Map(asked.map(({ item }, n) => [item, seen[n]]));
      return items.map((item) => {
        const { found = mayBeChain(item) ? byHops(item) : undefined, code, copies } = seenOf.get(item) ?? {};
        const { message: { conversationId, id }, row } = item;
        return {
          ...item, chain: found && chainNotice(conversationId, id, found), unseen: code && [{ check: 'chain', code }],
          copies: copies && row.delivery === 'requests' ? `copies-${copies}` : undefined,
        };
      });
    },
    forget, end, open,
  };
}

function told(item: ScreenItem, peer: string | undefined): ChainItem {
  const { message: { conversationId, id, revision, sentAt, text = '', forwardHops }, row, mode, now } = item;
  return { message: { conversationId, id, revision: revision ?? 0, sentAt, ...peer === undefined ? {} : { senderId: peer } },
    // An edit of a contact only takes back: what it says now is not looked at.
    text: isLongForChain(item) ? text : '', hops: forwardHops, isStranger: row.isStranger, mode, now };
}

/** Nobody has to look it up: also of a short text, and where the worker cannot be had. */
function byHops({ message: { forwardHops: hops = 0 }, row }: ScreenItem): Pick<ChainFound, 'because' | 'hops' | 'mass'> | undefined {
  return hops >= CHAIN_HOPS ? { because: 'hops', hops, mass: row.isStranger } : undefined;
}
